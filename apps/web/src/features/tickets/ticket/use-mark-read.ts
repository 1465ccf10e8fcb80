import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useMay, useMe } from '../../../lib/session.ts';
import { editTicket } from '../store/ticket-cache.ts';
import { markRead } from '../store/ticket-api.ts';
import type { TicketDetail } from '../store/types.ts';

const lookFor = 600;

/** A ticket that is open, unread and on a visible page for a moment has been read. */
export function useMarkRead({ number, unread }: TicketDetail): void {
  const client = useQueryClient();
  const me = useMe().agent.id;
  const may = useMay('tickets.write');
  useEffect(() => {
    if (!unread || !may) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      if (document.hidden) return;
      timer = setTimeout(() => {
        editTicket(client, number, (ticket) => ({ ...ticket, unread: false }), me);
        // Not worth a word to the reader when it fails: it is tried again the next time it is opened.
        markRead(number).catch(() => undefined);
      }, lookFor);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [client, number, unread, me, may]);
}
