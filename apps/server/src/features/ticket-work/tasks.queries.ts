import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import { brandVisible, exactMoment } from '../../platform/db/scope.ts';
import type { TicketStatus } from '../tickets/index.ts';

/** Nobody works through a longer list on one ticket. */
export const mostTasks = 100;

export type TaskRow = {
  id: number;
  ticket_id: number;
  ticket_number: number;
  text: string;
  assignee_id: number | null;
  assignee_name: string | null;
  due_at: Date;
  due_on: string | null;
  position: number;
  done_at: Date | null;
  done_by: number | null;
  done_by_name: string | null;
  created_at: Date;
};

const columns = sql`k.id, k.ticket_id, t.number as ticket_number, k.text, k.assignee_id, a.name as assignee_name, k.due_at, k.due_on, k.position, k.done_at, k.done_by, d.name as done_by_name, k.created_at`;
const joins = sql`
  join tickets t on t.workspace_id = k.workspace_id and t.id = k.ticket_id
  left join agents a on a.workspace_id = k.workspace_id and a.id = k.assignee_id
  left join agents d on d.workspace_id = k.workspace_id and d.id = k.done_by`;

/** The tasks of a ticket and of what was merged into it, in their order. Index: tasks_ticket. */
export async function listTasks(db: Queryable, workspaceId: number, ticketIds: readonly number[]): Promise<TaskRow[]> {
  const { rows } = await sql<TaskRow>`
    select ${columns} from tasks k ${joins}
    where k.workspace_id = ${workspaceId} and k.ticket_id = any(${[...ticketIds]}::bigint[]) order by k.position, k.id limit ${sql.lit(mostTasks)}`.execute(db);
  return rows;
}

/** With `lock`, the row is the caller's until the commit. */
export async function findTask(db: Queryable, workspaceId: number, ticketIds: readonly number[], taskId: number, { lock = false } = {}): Promise<TaskRow | null> {
  const { rows } = await sql<TaskRow>`
    select ${columns} from tasks k ${joins}
    where k.workspace_id = ${workspaceId} and k.id = ${taskId} and k.ticket_id = any(${[...ticketIds]}::bigint[]) ${lock ? sql`for no key update of k` : sql``}`.execute(db);
  return rows[0] ?? null;
}

export type OwnTaskRow = TaskRow & { cursor_moment: string; subject: string; status: TicketStatus; brand_id: number; brand_name: string; brand_color: string };

/** Open tasks of an agent, the soonest due first. Index: tasks_open, then keys for each one shown. */
export async function listOpenTasks(db: Queryable, scope: Scope, agentId: number, page: { after?: { moment: string; id: number }; limit: number }): Promise<OwnTaskRow[]> {
  const { rows } = await sql<OwnTaskRow>`
    select ${columns}, ${exactMoment(sql`k.due_at`)} as cursor_moment, t.subject, t.status, b.id as brand_id, b.name as brand_name, b.color as brand_color
    from tasks k ${joins} join brands b on b.workspace_id = t.workspace_id and b.id = t.brand_id
    where k.workspace_id = ${scope.workspaceId} and k.assignee_id = ${agentId} and k.done_at is null and ${brandVisible(scope, sql`t.brand_id`)}
      ${page.after ? sql`and (k.due_at, k.id) > (${page.after.moment}::timestamptz, ${page.after.id})` : sql``}
    order by k.due_at, k.id limit ${sql.lit(page.limit)}`.execute(db);
  return rows;
}

export type Due = { at: Date } | { on: string; timeZone: string } | null;

/** The last moment of the year 9999 is none; a day's is its end where whoever set it is. */
function dueAt(due: Due): RawBuilder<Date> {
  if (due === null) return sql<Date>`'9999-12-31 23:59:59.999+00'::timestamptz`;
  if ('at' in due) return sql<Date>`${due.at}::timestamptz`;
  return sql<Date>`((${due.on}::date + 1)::timestamp at time zone ${due.timeZone}) - interval '1 millisecond'`;
}

const dueOn = (due: Due) => (due && 'on' in due ? due.on : null);

/** At the end of its ticket's. Null when there are too many. */
export async function insertTask(tx: Tx, workspaceId: number, task: { ticketId: number; text: string; assigneeId: number | null; due: Due; /** Null: nobody, it follows from something. */ createdBy: number | null }): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    insert into tasks (workspace_id, ticket_id, text, assignee_id, due_at, due_on, created_by, position)
    select ${workspaceId}, ${task.ticketId}, ${task.text}, ${task.assigneeId}::bigint, ${dueAt(task.due)}, ${dueOn(task.due)}, ${task.createdBy}::bigint, coalesce(max(k.position), 0) + 1
    from (select position from tasks where workspace_id = ${workspaceId} and ticket_id = ${task.ticketId}) k having count(*) < ${sql.lit(mostTasks)} returning id`.execute(tx);
  return rows[0]?.id ?? null;
}

export type TaskChange = { text?: string; assigneeId?: number | null; due?: Due; done?: { at: Date | null; by: number | null }; position?: number };

export async function updateTaskRow(tx: Tx, workspaceId: number, taskId: number, change: TaskChange): Promise<void> {
  const sets = [
    ...(change.text === undefined ? [] : [sql`text = ${change.text}`]),
    ...(change.assigneeId === undefined ? [] : [sql`assignee_id = ${change.assigneeId}::bigint`]),
    ...(change.due === undefined ? [] : [sql`due_at = ${dueAt(change.due)}`, sql`due_on = ${dueOn(change.due)}`]),
    ...(change.done === undefined ? [] : [sql`done_at = ${change.done.at}::timestamptz`, sql`done_by = ${change.done.by}::bigint`]),
    ...(change.position === undefined ? [] : [sql`position = ${change.position}`]),
  ];
  if (sets.length > 0) await sql`update tasks set ${sql.join(sets)} where workspace_id = ${workspaceId} and id = ${taskId}`.execute(tx);
}

export async function deleteTask(tx: Tx, workspaceId: number, taskId: number): Promise<void> {
  await sql`delete from tasks where workspace_id = ${workspaceId} and id = ${taskId}`.execute(tx);
}
