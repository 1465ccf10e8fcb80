import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { TicketDetail } from '../store/types.ts';
import { guidelineKeys, ticketGuidelinesOptions } from './guideline-queries.ts';

/**
 * Knows the open ticket's guidelines also while nothing shows them, so that a change of status need not wait for them; reads
 * them again once the server has taken a change that may bring others. Never before the ticket itself is there.
 */
export function GuidelineWatch({ ticket, isRead }: { ticket: TicketDetail; isRead: boolean }) {
  const client = useQueryClient();
  useQuery({ ...ticketGuidelinesOptions(ticket.number), enabled: isRead, notifyOnChangeProps: [] });
  const facts = JSON.stringify([ticket.brand.id, ticket.kind, ticket.priority, ticket.channel, ticket.language, ticket.tags, ticket.fields]);
  const judged = useRef(facts);
  // What is shown ahead of the server's answer is not yet what it judges by: only with the answer does `updated_at` move.
  useEffect(() => {
    if (judged.current === facts) return;
    judged.current = facts;
    void client.invalidateQueries({ queryKey: guidelineKeys.of(ticket.number) });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the facts are looked at when the server has answered, not when they are shown
  }, [client, ticket.number, ticket.updated_at]);
  return null;
}
