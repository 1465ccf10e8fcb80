import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { findRoots } from '../tickets/index.ts';
import { confirmSidePerson, findSideState, refuseTooMany, setSideDone } from './side-conversations.queries.ts';

/** @throws Problem not_found */
export async function updateSide(tx: Tx, actor: AgentActor, sideId: number, { done }: { done: boolean }, now: Date): Promise<void> {
  const side = await findSideState(tx, actor.scope, sideId, { lock: true });
  if (!side) throw notFound('side conversation');
  if (done === (side.done_at !== null)) return;
  await setSideDone(tx, actor.scope.workspaceId, side.id, done ? now : null);
  await appendEvent(tx, actor, { type: 'side.updated', ticketId: await rootOf(tx, actor, side.ticket_id), brandId: side.brand_id, data: { side: side.id, changes: { done: { from: !done, to: done } } } });
}

/** Trusts somebody to whom the reply address was passed on. @throws Problem not_found, or invalid_input for `person` when there are too many */
export async function confirmPerson(tx: Tx, actor: AgentActor, sideId: number, personId: number): Promise<void> {
  const side = await findSideState(tx, actor.scope, sideId, { lock: true });
  if (!side || !(await confirmSidePerson(tx, actor.scope.workspaceId, side.id, personId))) throw notFound('person');
  await refuseTooMany(tx, actor.scope.workspaceId, side.id, 'person');
  await appendEvent(tx, actor, { type: 'side.updated', ticketId: await rootOf(tx, actor, side.ticket_id), brandId: side.brand_id, data: { side: side.id, confirmed: personId } });
}

async function rootOf(db: Queryable, { scope }: AgentActor, ticketId: number): Promise<number> {
  return (await findRoots(db, scope.workspaceId, [ticketId])).get(ticketId) ?? ticketId;
}
