import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { mayTakeTimeOff } from './availability.policy.ts';
import { longest, mostPlanned, type AddPlannedBody } from './availability.schemas.ts';
import { lockPerson } from './people.queries.ts';
import { countPlanned, deletePlanned, insertPlanned, type PlannedKind, type PlannedRow } from './planned-times.queries.ts';

const tooLong = { time_off: 'Time off is two years at most', shift: 'A shift is 24 hours at most' } as const;

/** The event tells neither when nor why. @throws Problem not_found, not_allowed; invalid_input that names the field; still_in_use when there is too much */
export async function addPlanned(tx: Tx, actor: AgentActor, kind: PlannedKind, agentId: number, { starts_at, ends_at, reason }: AddPlannedBody, now: Date): Promise<PlannedRow> {
  const { workspaceId } = actor.scope;
  await toWrite(tx, actor, agentId);
  const from = new Date(starts_at);
  const to = new Date(ends_at);
  if (to <= from) throw fieldProblem('ends_at', 'before_beginning', 'It ends before it begins');
  if (to <= now) throw fieldProblem('ends_at', 'in_the_past', 'It is over already');
  if (to.getTime() - from.getTime() > longest[kind]) throw fieldProblem('ends_at', 'too_long', tooLong[kind]);
  if ((await countPlanned(tx, kind, workspaceId, agentId, now, mostPlanned)) >= mostPlanned) throw new Problem('still_in_use', `There are ${mostPlanned} entries that are not over`, [{ field: 'limit', code: 'too_many', message: 'Remove an entry first' }]);
  const row = await insertPlanned(tx, kind, workspaceId, agentId, { from, to, reason, now });
  await appendEvent(tx, actor, { type: `${kind}.added`, data: { agent_id: agentId, [`${kind}_id`]: row.id } });
  return row;
}

/** @throws Problem not_found, not_allowed */
export async function removePlanned(tx: Tx, actor: AgentActor, kind: PlannedKind, agentId: number, plannedId: number): Promise<void> {
  await toWrite(tx, actor, agentId);
  if (!(await deletePlanned(tx, kind, actor.scope.workspaceId, agentId, plannedId))) throw notFound(kind === 'shift' ? 'shift' : 'time off');
  await appendEvent(tx, actor, { type: `${kind}.removed`, data: { agent_id: agentId, [`${kind}_id`]: plannedId } });
}

async function toWrite(tx: Tx, actor: AgentActor, agentId: number): Promise<void> {
  const person = await lockPerson(tx, actor, agentId);
  if (!person) throw notFound('agent');
  if (!mayTakeTimeOff(actor, person)) throw new Problem('not_allowed');
}
