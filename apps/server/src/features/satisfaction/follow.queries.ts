import { sql } from 'kysely';
import { json, type Queryable, type Tx } from '../../platform/db/db.ts';
import type { ProgressTable } from '../../platform/events/progress.queries.ts';

/** With a row for each workspace that asks its customers, or once did. */
export const progress: ProgressTable = { table: 'satisfaction_progress' };

export type SolvedTicket = { ticket_id: number; brand_id: number; solved_at: Date; delay_hours: number };

/** Those of these tickets that are solved now, in brands that ask, and not since before they did. Primary keys. */
export async function readSolved(db: Queryable, workspaceId: number, ticketIds: readonly number[]): Promise<SolvedTicket[]> {
  const { rows } = await sql<SolvedTicket>`
    select t.id as ticket_id, t.brand_id, t.solved_at, s.delay_hours
    from tickets t join satisfaction_settings s on s.workspace_id = t.workspace_id and s.brand_id = t.brand_id
    where t.workspace_id = ${workspaceId} and t.id = any(${[...ticketIds]}::bigint[]) and t.status in ('solved', 'closed') and s.enabled and t.solved_at >= s.enabled_at`.execute(db);
  return rows;
}

export type Planned = { ticket_id: number; brand_id: number; solved_at: string; next_at: string };

/** A customer who has been asked about a ticket is not asked about it again; whoever was not yet gets their time anew when it is solved anew. */
export async function planSurveys(tx: Tx, workspaceId: number, planned: readonly Planned[]): Promise<void> {
  if (planned.length === 0) return;
  await sql`
    insert into surveys (workspace_id, ticket_id, brand_id, solved_at, next_at)
    select ${workspaceId}::bigint, x.ticket_id, x.brand_id, x.solved_at, x.next_at from jsonb_to_recordset(${json(planned)}) as x(ticket_id bigint, brand_id bigint, solved_at timestamptz, next_at timestamptz)
    order by x.ticket_id
    on conflict (workspace_id, ticket_id) do update set state = 'waiting', dropped_for = null, brand_id = excluded.brand_id, solved_at = excluded.solved_at, next_at = excluded.next_at
      where surveys.asked_at is null and surveys.solved_at <> excluded.solved_at`.execute(tx);
}

/** Those whose ticket is not solved any more wait for nothing. */
export async function dropReopened(tx: Tx, workspaceId: number, ticketIds: readonly number[]): Promise<void> {
  if (ticketIds.length === 0) return;
  await sql`
    update surveys s set state = 'dropped', dropped_for = 'reopened', next_at = null
    from tickets t where s.workspace_id = ${workspaceId} and s.ticket_id = any(${[...ticketIds]}::bigint[]) and s.state = 'waiting'
      and t.workspace_id = ${workspaceId} and t.id = s.ticket_id and t.status not in ('solved', 'closed')`.execute(tx);
}

/** The follow-up of a low score is finished with its task, also where that was thrown away. Index: surveys_task. */
export async function noteFollowUps(tx: Tx, workspaceId: number, taskIds: readonly number[]): Promise<void> {
  if (taskIds.length === 0) return;
  await sql`
    update surveys s set unfinished = exists (select from tasks k where k.workspace_id = s.workspace_id and k.id = s.task_id and k.done_at is null)
    where s.workspace_id = ${workspaceId} and s.task_id = any(${[...taskIds]}::bigint[])`.execute(tx);
}
