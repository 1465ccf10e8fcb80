import { hasRole, type AgentActor } from '../../../platform/auth/actor.ts';
import type { Tx } from '../../../platform/db/db.ts';
import { fieldProblem, notFound } from '../../../platform/errors/problem.ts';
import { narrowingOf } from '../narrowing.ts';
import { narrowFor } from '../reports.policy.ts';
import { teamsOf } from '../labels.queries.ts';
import { countSchedules, deleteSchedule, findRecipient, findSchedule, insertSchedule } from './schedules.queries.ts';
import { mostSchedules, type CreateScheduleBody } from './schedules.schemas.ts';
import { nextSlot } from './slots.rules.ts';

/** @throws Problem not_allowed for the figures of others; invalid_input for `agent`, and for one too many */
export async function createSchedule(tx: Tx, actor: AgentActor, { agent, ...body }: CreateScheduleBody, now: Date): Promise<number> {
  const { workspaceId } = actor.scope;
  const forSomebody = agent !== undefined && agent !== actor.id;
  const person = forSomebody && !hasRole(actor.role, 'admin') ? null : await findRecipient(tx, workspaceId, agent ?? actor.id, { lock: true });
  if (!person || (forSomebody && !hasRole(person.role, 'lead'))) throw fieldProblem('agent', 'not_a_lead', 'Administrators choose leads; everybody else only themselves');
  narrowFor(person, await teamsOf(tx, workspaceId, person.id), narrowingOf(body.filter), null);
  if ((await countSchedules(tx, workspaceId, person.id)) >= mostSchedules) throw fieldProblem('agent', 'too_many', `At most ${mostSchedules} reports for one person`);
  return insertSchedule(tx, workspaceId, { ...body, agentId: person.id, madeBy: actor.id, nextAt: nextSlot(body, person.time_zone, now) });
}

/** @throws Problem not_found for what they neither get nor made */
export async function removeSchedule(tx: Tx, actor: AgentActor, scheduleId: number): Promise<void> {
  const { workspaceId } = actor.scope;
  if (!(await findSchedule(tx, workspaceId, actor.id, scheduleId))) throw notFound('report_schedule');
  await deleteSchedule(tx, workspaceId, scheduleId);
}
