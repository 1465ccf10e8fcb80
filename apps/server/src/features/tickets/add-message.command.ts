import { markOf, type Actor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { EventData } from '../../platform/events/event-types.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { refuseUnapproved, type ApprovalGate, type GuardedWords } from '../approval-rules/index.ts';
import { refuseUnsolvable } from '../custom-fields/index.ts';
import { stopMailThatIsAnswered } from '../delivery/index.ts';
import { recountWrapUp, refuseUnwrapped } from '../wrap-ups/index.ts';
import { refuseMissingSteps, type StepsGate } from '../required-steps/index.ts';
import { whatSolvingTakes } from './ticket-lookups.queries.ts';
import { whatWakes } from './snooze.rules.ts';
import type { TicketState } from './ticket-row.queries.ts';
import { insertMessage, type NewMessage } from './ticket-writes.queries.ts';
import { solvedMarks, statusAfterIncoming } from './tickets.rules.ts';
import type { TicketStatus } from './tickets.schemas.ts';

/**
 * Writes a message on a ticket whose row is locked, moves the status if it must, and says so in one event.
 * @param to the status after it
 * @param along `mentions`: agents whom a note names; who is told of it goes by the event. `gate`, `approvals`: for who may ask for a guarded status, and whose words are held back; `told`: who approved it; `beside`: what was written beside it and goes with it when it is taken back
 * @throws Problem fields_missing, wrap_up_missing when it may not be solved yet; steps_missing, approval_needed, not_allowed
 */
export async function addMessage(tx: Tx, actor: Actor, ticket: TicketState, message: NewMessage, to: TicketStatus, now: Date, { mentions = [], gate, approvals, told = {}, beside = {} }: { mentions?: readonly number[]; gate?: StepsGate; approvals?: ApprovalGate; told?: EventData; beside?: EventData } = {}): Promise<{ messageId: number }> {
  const moved = to !== ticket.status;
  const solving = moved && to === 'solved' ? await whatSolvingTakes(tx, { workspaceId: actor.scope.workspaceId, ticketId: ticket.id, brandId: ticket.brand_id }) : null;
  refuseUnsolvable(solving?.missing ?? []);
  refuseUnwrapped(solving?.unwrapped ?? false);
  const marks = solvedMarks(to, now, solving?.hours ?? 0);
  const data = {
    ...markOf(actor),
    kind: message.kind,
    direction: message.direction,
    ...(message.automatic ? { automatic: message.automatic } : {}),
    ...(message.sideId === undefined ? {} : { side: message.sideId }),
    ...(mentions.length > 0 ? { mentions } : {}),
    ...(Object.keys(beside).length > 0 ? { beside } : {}),
    ...(moved ? { changes: { status: { from: ticket.status, to } } } : {}),
    ...told,
  };
  const wokenBy = ticket.snoozed_until === null ? null : whatWakes(message, to);
  const after = { status: to, solvedAt: marks.solved_at, closeAt: marks.close_at, keepSolvedMarks: !moved, wakes: wokenBy !== null };
  const added = await insertMessage(tx, actor, { id: ticket.id, brandId: ticket.brand_id }, message, after, data, now);
  if (moved && ticket.wrapped) await recountWrapUp(tx, actor.scope.workspaceId, ticket.id);
  if (moved) await refuseMissingSteps(tx, actor, { ticketId: ticket.id, brandId: ticket.brand_id, to }, gate, now);
  const words = wordsOf(actor, message);
  if (moved || words) await refuseUnapproved(tx, actor, { ticketId: ticket.id, brandId: ticket.brand_id, ...(moved && { to }), ...(words && { actions: [words] }) }, approvals);
  // Who answered aside is no customer: the event leads to the message that names them.
  const aside = message.sideId === undefined ? {} : { messageId: added.messageId };
  if (wokenBy) await appendEvent(tx, actor, { type: 'ticket.woken', ticketId: ticket.id, brandId: ticket.brand_id, ...aside, data: { reason: wokenBy, ...(message.sideId === undefined ? {} : { side: message.sideId }) } });
  return added;
}

/** What goes out is an agent's words to the customer, or to somebody beside them; a note goes to nobody outside, and what the program says is no agent's. */
function wordsOf(actor: Actor, { kind, direction }: Pick<NewMessage, 'kind' | 'direction'>): GuardedWords | null {
  if (actor.type !== 'agent' || direction !== 'out' || kind === 'note') return null;
  return kind === 'public' ? 'reply' : 'forward';
}

/** A message from outside: a person's wakes a ticket that waits or is solved, a machine's does not. */
export async function addIncomingMessage(tx: Tx, actor: Actor, ticket: TicketState, message: NewMessage, now: Date): Promise<{ messageId: number }> {
  const added = await addMessage(tx, actor, ticket, message, statusAfterIncoming(ticket.status, message.automatic != null), now);
  if (ticket.answer_stops_mail && message.automatic == null) await stopMailThatIsAnswered(tx, actor, { ticketId: ticket.id });
  return added;
}
