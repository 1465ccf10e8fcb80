import { sql } from 'kysely';
import { json, type Alone, type Queryable, type Tx } from '../../platform/db/db.ts';
import { dueIds, type DueColumn } from '../../platform/timers/timers.queries.ts';
import { sinceColumn, type Since } from '../views/index.ts';

export const dueColumn: DueColumn = { table: 'automation_timers', column: 'due_at' };

export type Base = { ticket_id: number; brand_id: number; base: Date };

/** From when these tickets count; those without such a moment are left out. Primary keys. */
export async function readBases(db: Queryable, workspaceId: number, since: Since, ticketIds: readonly number[]): Promise<Base[]> {
  const { rows } = await sql<Base>`
    select * from (select x.id as ticket_id, x.brand_id, ${sinceColumn(since, sql`x`)} as base from tickets x where x.workspace_id = ${workspaceId} and x.id = any(${[...ticketIds]}::bigint[]) and x.folder = 'inbox') b
    where base is not null`.execute(db);
  return rows;
}

/** The tickets that anything happened on since then, the newest `most` of them. Index: tickets_updated, once for each status. */
export async function listTouched(db: Queryable, workspaceId: number, since: Date, most: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select s.id from unnest(array['new', 'open', 'pending', 'on_hold', 'solved', 'closed']) w(status)
    cross join lateral (select t.id, t.updated_at from tickets t where t.workspace_id = ${workspaceId} and t.folder = 'inbox' and t.status = w.status and t.updated_at > ${since}
      order by t.updated_at desc, t.id desc limit ${sql.lit(most)}) s
    order by s.updated_at desc limit ${sql.lit(most)}`.execute(db);
  return rows.map(({ id }) => id);
}

export type Planned = { ticket_id: number; due_at: string };

export async function planTimers(alone: Alone, workspaceId: number, automationId: number, planned: readonly Planned[]): Promise<void> {
  if (planned.length === 0) return;
  await sql`
    insert into automation_timers (workspace_id, automation_id, ticket_id, due_at)
    select ${workspaceId}::bigint, ${automationId}::bigint, x.ticket_id, x.due_at from jsonb_to_recordset(${json(planned)}) as x(ticket_id bigint, due_at timestamptz)
    order by x.ticket_id
    on conflict (workspace_id, automation_id, ticket_id) do update set due_at = excluded.due_at`.execute(alone);
}

export async function notePlanned(alone: Alone, workspaceId: number, automationId: number, at: Date): Promise<void> {
  await sql`update automations set planned_at = ${at} where workspace_id = ${workspaceId} and id = ${automationId} and enabled_at <= ${at}`.execute(alone);
}

export type DueTimer = { id: number; automation_id: number; ticket_id: number };

/** The one that has been due longest, held until the commit. Index: automation_timers_due. */
export async function takeDueTimer(tx: Tx, workspaceId: number, now: Date): Promise<DueTimer | null> {
  const { rows } = await sql<DueTimer>`
    with due as materialized (${dueIds(dueColumn, workspaceId, now, 1)})
    select d.id, d.automation_id, d.ticket_id from due join automation_timers d on d.workspace_id = ${workspaceId} and d.id = due.id`.execute(tx);
  return rows[0] ?? null;
}

/** Looked at again then; null: when something happens on the ticket. */
export async function setDue(tx: Tx, workspaceId: number, id: number, at: Date | null): Promise<void> {
  await (at === null ? sql`delete from automation_timers where workspace_id = ${workspaceId} and id = ${id}` : sql`update automation_timers set due_at = ${at} where workspace_id = ${workspaceId} and id = ${id}`).execute(tx);
}
