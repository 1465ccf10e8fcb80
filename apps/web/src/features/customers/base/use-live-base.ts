import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { live } from '../../../lib/live.ts';

/** ms: what happens on tickets changes the figures, and on a busy desk something always does. */
const gatherMs = 3_000;

/** The figures follow what happens on tickets for as long as they are shown; lib/live-queries.ts follows the customers themselves. */
export function useLiveBase(): void {
  const client = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leave = live.subscribe((message) => {
      if (message.type !== 'event' || message.event.ticket === null) return;
      timer ??= setTimeout(() => {
        timer = undefined;
        void client.invalidateQueries({ queryKey: ['base'] });
      }, gatherMs);
    });
    return () => {
      leave();
      clearTimeout(timer);
    };
  }, [client]);
}
