import type { SystemActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { refreshPromise, type TicketState } from '../tickets/index.ts';
import { insertCommitment, mostUnkept } from './commitments.queries.ts';
import { checkDue, nextAt, type DueTime } from './commitments.rules.ts';

/** A promise that nobody typed: whoever the ticket is keeps it. @throws Problem invalid_input */
export async function promiseByAutomation(tx: Tx, actor: SystemActor, ticket: TicketState, { text, at }: { text: string; at: Date }, now: Date): Promise<void> {
  const { workspaceId } = actor.scope;
  const due: DueTime = { due_at: at, due_on: null, starts_at: null };
  checkDue(due, now);
  const keepers = { ownerId: ticket.assignee_id, teamId: ticket.team_id };
  const id = await insertCommitment(tx, workspaceId, { ...due, ...keepers, ticketId: ticket.id, kind: 'promise', text, phone: null, source: 'api', nextAt: nextAt(due, now, now), messageId: null, madeBy: null }, now);
  if (id === null) throw fieldProblem('promise', 'too_many', `A ticket has at most ${mostUnkept} open promises`);
  await refreshPromise(tx, workspaceId, ticket.id);
  await appendEvent(tx, actor, { type: 'commitment.made', ticketId: ticket.id, brandId: ticket.brand_id, data: { commitment: id, kind: 'promise', owner: keepers.ownerId, team: keepers.teamId } });
}
