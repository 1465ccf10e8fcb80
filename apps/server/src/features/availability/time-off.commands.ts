import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { mayTakeTimeOff } from './availability.policy.ts';
import { isTooLong, mostTimeOff, type AddTimeOffBody } from './availability.schemas.ts';
import { lockPerson } from './people.queries.ts';
import { countTimeOff, deleteTimeOff, insertTimeOff, type TimeOffRow } from './time-off.queries.ts';

/** The event tells neither when nor why. @throws Problem not_found, not_allowed; invalid_input that names the field; still_in_use when there is too much */
export async function addTimeOff(tx: Tx, actor: AgentActor, agentId: number, { starts_at, ends_at, reason }: AddTimeOffBody, now: Date): Promise<TimeOffRow> {
  const { workspaceId } = actor.scope;
  await toWrite(tx, actor, agentId);
  const from = new Date(starts_at);
  const to = new Date(ends_at);
  if (to <= from) throw fieldProblem('ends_at', 'before_beginning', 'It ends before it begins');
  if (to <= now) throw fieldProblem('ends_at', 'in_the_past', 'It is over already');
  if (isTooLong(from, to)) throw fieldProblem('ends_at', 'too_long', 'Time off is two years at most');
  if ((await countTimeOff(tx, workspaceId, agentId, now, mostTimeOff)) >= mostTimeOff) throw new Problem('still_in_use', `There are ${mostTimeOff} entries that are not over`, [{ field: 'limit', code: 'too_many', message: 'Remove an entry first' }]);
  const row = await insertTimeOff(tx, workspaceId, agentId, { from, to, reason, now });
  await appendEvent(tx, actor, { type: 'time_off.added', data: { agent_id: agentId, time_off_id: row.id } });
  return row;
}

/** @throws Problem not_found, not_allowed */
export async function removeTimeOff(tx: Tx, actor: AgentActor, agentId: number, timeOffId: number): Promise<void> {
  await toWrite(tx, actor, agentId);
  if (!(await deleteTimeOff(tx, actor.scope.workspaceId, agentId, timeOffId))) throw notFound('time off');
  await appendEvent(tx, actor, { type: 'time_off.removed', data: { agent_id: agentId, time_off_id: timeOffId } });
}

async function toWrite(tx: Tx, actor: AgentActor, agentId: number): Promise<void> {
  const person = await lockPerson(tx, actor, agentId);
  if (!person) throw notFound('agent');
  if (!mayTakeTimeOff(actor, person)) throw new Problem('not_allowed');
}
