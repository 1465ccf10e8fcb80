import { addMessageOnce, changeTicketOnce, createTicketOnce, deleteDraft, getTicket } from '../store/ticket-api.ts';
import type { Message, Ticket } from '../store/types.ts';
import type { Once, Unsent } from './send-once.ts';

export type Answer = Ticket | Message | null;

/** What an action asks of the server. */
export async function requestOf(action: Unsent, once: Once): Promise<Answer> {
  if (action.kind === 'message') return addMessageOnce(action.ticket, action.body, once);
  if (action.kind === 'change') return changeTicketOnce(action.ticket, action.body, once);
  if (action.kind === 'ticket') return createTicketOnce(action.body, once);
  const { kind, html } = action.body;
  const { drafts } = await getTicket(action.ticket, once.signal);
  // Only the text that was thrown away: what has been written in its place since is another.
  if (drafts.some((draft) => draft.kind === kind && draft.html === html)) await deleteDraft(action.ticket, kind);
  return null;
}
