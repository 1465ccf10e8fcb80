import { useCallback, useEffect, useRef } from 'react';
import { live } from '../../../lib/live.ts';

/** How long after the last key somebody still counts as writing, ms. */
const writingLasts = 5_000;

/** Tells colleagues that this agent is on the ticket; answers a function to call with each key that is typed. */
export function useOwnPresence(ticket: number | null): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const writing = useRef(false);

  useEffect(() => {
    const tell = () => {
      writing.current = false;
      live.setPresence(ticket, document.hidden ? 'open' : 'looking');
    };
    tell();
    document.addEventListener('visibilitychange', tell);
    return () => {
      clearTimeout(timer.current);
      document.removeEventListener('visibilitychange', tell);
      live.setPresence(null);
    };
  }, [ticket]);

  return useCallback(() => {
    if (ticket === null) return;
    if (!writing.current) {
      writing.current = true;
      live.setPresence(ticket, 'writing');
    }
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      writing.current = false;
      live.setPresence(ticket, document.hidden ? 'open' : 'looking');
    }, writingLasts);
  }, [ticket]);
}
