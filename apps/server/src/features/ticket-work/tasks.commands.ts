import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { findAssigneeName, type TicketState } from '../tickets/index.ts';
import { shownDue } from './ticket-work.views.ts';
import { deleteTask, findTask, insertTask, listTasks, mostTasks, updateTaskRow, type Due, type TaskChange, type TaskRow } from './tasks.queries.ts';
import type { AddTaskBody, UpdateTaskBody } from './ticket-work.schemas.ts';

/** A ticket, and with it the ids of what was merged into it: their tasks are its own. */
export type Whole = { ticket: TicketState; ids: readonly number[] };

/** @throws Problem invalid_input for `assignee`, or for `text` when the list is full */
export async function addTask(tx: Tx, actor: AgentActor, { ticket }: Whole, body: AddTaskBody): Promise<number> {
  const { workspaceId } = actor.scope;
  await checkAssignee(tx, workspaceId, ticket, body.assignee);
  const id = await insertTask(tx, workspaceId, { ticketId: ticket.id, text: body.text, assigneeId: body.assignee ?? null, due: readDue(actor, body.due ?? null), createdBy: actor.id });
  if (id === null) throw fieldProblem('text', 'too_many', `A ticket has at most ${mostTasks} tasks`);
  await appendEvent(tx, actor, { type: 'task.added', ticketId: ticket.id, brandId: ticket.brand_id, data: { task: id, assignee: body.assignee ?? null } });
  return id;
}

/** Changes what is asked and differs, as one event. @throws Problem not_found, or invalid_input that names the field */
export async function updateTask(tx: Tx, actor: AgentActor, { ticket, ids }: Whole, taskId: number, body: UpdateTaskBody, now: Date): Promise<void> {
  const { workspaceId } = actor.scope;
  const before = await findTask(tx, workspaceId, ids, taskId, { lock: true });
  if (!before) throw notFound('task');
  if (body.assignee !== before.assignee_id) await checkAssignee(tx, workspaceId, ticket, body.assignee);
  const { change, changes } = compare(actor, before, body, now);
  if (body.after !== undefined) {
    change.position = await placeAfter(tx, workspaceId, ids, taskId, body.after);
    changes['position'] = true;
  }
  if (Object.keys(changes).length === 0) return;
  await updateTaskRow(tx, workspaceId, taskId, change);
  await appendEvent(tx, actor, { type: 'task.updated', ticketId: ticket.id, brandId: ticket.brand_id, data: { task: taskId, changes } });
}

/** @throws Problem not_found */
export async function removeTask(tx: Tx, actor: AgentActor, { ticket, ids }: Whole, taskId: number): Promise<void> {
  if (!(await findTask(tx, actor.scope.workspaceId, ids, taskId, { lock: true }))) throw notFound('task');
  await deleteTask(tx, actor.scope.workspaceId, taskId);
  await appendEvent(tx, actor, { type: 'task.removed', ticketId: ticket.id, brandId: ticket.brand_id, data: { task: taskId } });
}

function compare(actor: AgentActor, before: TaskRow, body: UpdateTaskBody, now: Date): { change: TaskChange; changes: Record<string, unknown> } {
  const change: TaskChange = {};
  const changes: Record<string, unknown> = {};
  if (body.text !== undefined && body.text !== before.text) {
    change.text = body.text;
    changes['text'] = true;
  }
  if (body.assignee !== undefined && body.assignee !== before.assignee_id) {
    change.assigneeId = body.assignee;
    changes['assignee'] = { from: before.assignee_id, to: body.assignee };
  }
  if (body.due !== undefined && body.due !== shownDue(before)) {
    change.due = readDue(actor, body.due);
    changes['due'] = { from: shownDue(before), to: body.due };
  }
  if (body.done !== undefined && body.done !== (before.done_at !== null)) {
    change.done = body.done ? { at: now, by: actor.id } : { at: null, by: null };
    changes['done'] = { from: !body.done, to: body.done };
  }
  return { change, changes };
}

/** A day, or a moment. */
function readDue(actor: AgentActor, due: string | null): Due {
  if (due === null) return null;
  return due.length === 10 ? { on: due, timeZone: actor.timeZone } : { at: new Date(due) };
}

async function checkAssignee(tx: Tx, workspaceId: number, ticket: TicketState, assignee: number | null | undefined): Promise<void> {
  if (assignee != null && (await findAssigneeName(tx, workspaceId, assignee, ticket.brand_id)) === null) throw fieldProblem('assignee', 'not_found', 'There is no such agent who may work on this brand');
}

/** In the middle between the one named and the next; null: before the first. */
async function placeAfter(tx: Tx, workspaceId: number, ids: readonly number[], taskId: number, after: number | null): Promise<number> {
  const others = (await listTasks(tx, workspaceId, ids)).filter(({ id }) => id !== taskId);
  const at = after === null ? -1 : others.findIndex(({ id }) => id === after);
  if (after !== null && at < 0) throw fieldProblem('after', 'not_found', 'There is no such task on this ticket');
  const [above, below] = [others[at]?.position, others[at + 1]?.position];
  if (above === undefined) return (below ?? 1) - 1;
  return below === undefined ? above + 1 : (above + below) / 2;
}
