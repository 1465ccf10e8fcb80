import { hasRole, type AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import type { Whole } from './tasks.commands.ts';
import type { AddTimeBody, UpdateTimeBody } from './ticket-work.schemas.ts';
import { deleteTime, findTime, insertTime, updateTimeRow, type TimeRow } from './time.queries.ts';

/** A screen's clock may run ahead of ours. */
const clocksDiffer = 300_000;

/** @throws Problem not_allowed where the workspace does not track time; invalid_input for a time to come */
export async function addTime(tx: Tx, actor: AgentActor, { ticket }: Whole, body: AddTimeBody, now: Date): Promise<number> {
  const startedAt = body.started_at === undefined ? new Date(now.getTime() - body.seconds * 1_000) : new Date(body.started_at);
  if (startedAt.getTime() > now.getTime() + clocksDiffer) throw fieldProblem('started_at', 'in_the_future', 'Time that is yet to be spent');
  const entry = await insertTime(tx, actor.scope.workspaceId, { ticketId: ticket.id, agentId: actor.id, stretch: body.stretch ?? null, seconds: body.seconds, startedAt, note: body.note ?? '', messageId: body.message });
  if (!entry) throw new Problem('not_allowed', 'This workspace does not track time');
  if (entry.added) await appendEvent(tx, actor, { type: 'time.added', ticketId: ticket.id, brandId: ticket.brand_id, data: { entry: entry.id, seconds: body.seconds } });
  return entry.id;
}

/** One's own; a lead corrects anybody's. @throws Problem not_found, not_allowed */
export async function updateTime(tx: Tx, actor: AgentActor, whole: Whole, entryId: number, body: UpdateTimeBody): Promise<void> {
  const before = await ownEntry(tx, actor, whole, entryId);
  const seconds = body.seconds !== undefined && body.seconds !== before.seconds ? body.seconds : undefined;
  const note = body.note !== undefined && body.note !== before.note ? body.note : undefined;
  if (seconds === undefined && note === undefined) return;
  const first = before.measured && before.measured_seconds === null && seconds !== undefined;
  await updateTimeRow(tx, actor.scope.workspaceId, entryId, { ...(seconds !== undefined && { seconds }), ...(note !== undefined && { note }), ...(first && { measured_seconds: before.seconds }) });
  const changes = { ...(seconds !== undefined && { seconds: { from: before.seconds, to: seconds } }), ...(note !== undefined && { note: true }) };
  await appendEvent(tx, actor, { type: 'time.updated', ticketId: whole.ticket.id, brandId: whole.ticket.brand_id, data: { entry: entryId, agent: before.agent_id, changes } });
}

/** @throws Problem not_found, not_allowed */
export async function removeTime(tx: Tx, actor: AgentActor, whole: Whole, entryId: number): Promise<void> {
  const before = await ownEntry(tx, actor, whole, entryId);
  await deleteTime(tx, actor.scope.workspaceId, entryId);
  await appendEvent(tx, actor, { type: 'time.removed', ticketId: whole.ticket.id, brandId: whole.ticket.brand_id, data: { entry: entryId, agent: before.agent_id, seconds: before.seconds } });
}

async function ownEntry(tx: Tx, actor: AgentActor, { ids }: Whole, entryId: number): Promise<TimeRow> {
  const entry = await findTime(tx, actor.scope.workspaceId, ids, entryId);
  if (!entry) throw notFound('time');
  if (entry.agent_id !== actor.id && !hasRole(actor.role, 'lead')) throw new Problem('not_allowed', 'Only a lead corrects the time of others');
  return entry;
}
