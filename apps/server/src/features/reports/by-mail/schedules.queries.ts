import { sql } from 'kysely';
import type { AgentRole } from '../../../platform/auth/actor.ts';
import { json, type Queryable, type Tx } from '../../../platform/db/db.ts';
import { dueIds, type DueColumn } from '../../../platform/timers/timers.queries.ts';
import type { ScheduleFilter } from './schedules.schemas.ts';
import type { Every } from './slots.rules.ts';

export const dueColumn: DueColumn = { table: 'report_schedules', column: 'next_at' };

export type ScheduleRow = {
  id: number; every: Every; hour: number; format: 'csv' | 'xlsx'; filter: ScheduleFilter; agent_id: number; agent_name: string; maker_id: number; maker_name: string; time_zone: string; next_at: Date | null; last_at: Date | null;
};
const read = sql`
  select s.id, s.every, s.hour, s.format, s.filter, a.id as agent_id, a.name as agent_name, m.id as maker_id, m.name as maker_name, a.time_zone, s.next_at, s.last_at
  from report_schedules s
  join agents a on a.workspace_id = s.workspace_id and a.id = s.agent_id
  join agents m on m.workspace_id = s.workspace_id and m.id = s.made_by`;
const concerns = (agentId: number) => sql`(s.agent_id = ${agentId} or s.made_by = ${agentId})`;

/** What somebody gets, and what they have others get. Indexes: report_schedules_agent, report_schedules_maker. */
export async function listSchedules(db: Queryable, workspaceId: number, agentId: number, limit: number): Promise<ScheduleRow[]> {
  const { rows } = await sql<ScheduleRow>`${read} where s.workspace_id = ${workspaceId} and ${concerns(agentId)} order by s.id limit ${sql.lit(limit)}`.execute(db);
  return rows;
}

export async function findSchedule(db: Queryable, workspaceId: number, agentId: number, scheduleId: number): Promise<ScheduleRow | null> {
  const { rows } = await sql<ScheduleRow>`${read} where s.workspace_id = ${workspaceId} and s.id = ${scheduleId} and ${concerns(agentId)}`.execute(db);
  return rows[0] ?? null;
}

export type Recipient = { id: number; email: string; language: string; time_zone: string; role: AgentRole; all_brands: boolean; brand_ids: number[] };

/** An active agent. `lock`: nobody else gives them a report until the commit. */
export async function findRecipient(db: Queryable, workspaceId: number, agentId: number, { lock = false } = {}): Promise<Recipient | null> {
  const { rows } = await sql<Recipient>`
    select a.id, a.email, a.language, a.time_zone, a.role, a.all_brands, array(select b.brand_id from agent_brands b where b.workspace_id = a.workspace_id and b.agent_id = a.id) as brand_ids
    from agents a where a.workspace_id = ${workspaceId} and a.id = ${agentId} and a.active ${lock ? sql`for no key update of a` : sql``}`.execute(db);
  return rows[0] ?? null;
}

export async function countSchedules(tx: Tx, workspaceId: number, agentId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from report_schedules where workspace_id = ${workspaceId} and agent_id = ${agentId}`.execute(tx);
  return rows[0]?.count ?? 0;
}

export type NewSchedule = { agentId: number; madeBy: number; every: Every; hour: number; format: 'csv' | 'xlsx'; filter: ScheduleFilter; nextAt: Date };

export async function insertSchedule(tx: Tx, workspaceId: number, it: NewSchedule): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into report_schedules (workspace_id, agent_id, made_by, every, hour, filter, format, next_at)
    values (${workspaceId}, ${it.agentId}, ${it.madeBy}, ${it.every}, ${it.hour}, ${json(it.filter)}, ${it.format}, ${it.nextAt}) returning id`.execute(tx);
  return rows[0]!.id; // an insert without a condition answers its row
}

export async function deleteSchedule(tx: Tx, workspaceId: number, scheduleId: number): Promise<void> {
  await sql`delete from report_schedules where workspace_id = ${workspaceId} and id = ${scheduleId}`.execute(tx);
}

export type DueSchedule = { id: number; every: Every; hour: number; email: string; time_zone: string; active: boolean };

/** What is due, held until the commit. Index: report_schedules_next. */
export async function takeDue(tx: Tx, workspaceId: number, now: Date, limit: number): Promise<DueSchedule[]> {
  const { rows } = await sql<DueSchedule>`
    with due as materialized (${dueIds(dueColumn, workspaceId, now, limit)})
    select s.id, s.every, s.hour, a.email, a.time_zone, a.active from due
    join report_schedules s on s.workspace_id = ${workspaceId} and s.id = due.id
    join agents a on a.workspace_id = s.workspace_id and a.id = s.agent_id order by due.due, s.id`.execute(tx);
  return rows;
}

/** `firedAt`: null where nobody got it. */
export async function moveOn(tx: Tx, workspaceId: number, scheduleId: number, nextAt: Date, firedAt: Date | null): Promise<void> {
  await sql`update report_schedules set next_at = ${nextAt}, last_at = coalesce(${firedAt}::timestamptz, last_at) where workspace_id = ${workspaceId} and id = ${scheduleId}`.execute(tx);
}

export async function findToWrite(db: Queryable, workspaceId: number, scheduleId: number): Promise<{ agent_id: number; every: Every; format: 'csv' | 'xlsx'; filter: ScheduleFilter } | null> {
  const { rows } = await sql<{ agent_id: number; every: Every; format: 'csv' | 'xlsx'; filter: ScheduleFilter }>`
    select agent_id, every, format, filter from report_schedules where workspace_id = ${workspaceId} and id = ${scheduleId}`.execute(db);
  return rows[0] ?? null;
}
