import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import { json, type Alone, type Queryable, type Tx } from '../../platform/db/db.ts';
import { brandVisible } from '../../platform/db/scope.ts';
import type { outcomes } from './automations.schemas.ts';

export type Outcome = (typeof outcomes)[number];
export type RunProblem = { code: string; fields: string[] };
export type NewRun = { automationId: number; ticketId: number; brandId: number; cause: string; outcome: Outcome; done: readonly string[]; problem: RunProblem | null; repliedTo: number | null };

/** Index: automation_runs_once. */
export async function hasRun(db: Queryable, workspaceId: number, { automationId, ticketId, cause }: Pick<NewRun, 'automationId' | 'ticketId' | 'cause'>): Promise<boolean> {
  const { rows } = await sql`select from automation_runs where workspace_id = ${workspaceId} and automation_id = ${automationId} and ticket_id = ${ticketId} and cause = ${cause}`.execute(db);
  return rows.length > 0;
}

/** Whether it has run on a ticket since then, or at that very moment: what it wrote itself is no new beginning. Index: automation_runs_once. */
export async function hasRunSince(db: Queryable, workspaceId: number, { automationId, ticketId }: Pick<NewRun, 'automationId' | 'ticketId'>, since: Date): Promise<boolean> {
  const { rows } = await sql`select from automation_runs where workspace_id = ${workspaceId} and automation_id = ${automationId} and ticket_id = ${ticketId} and created_at >= ${since} limit 1`.execute(db);
  return rows.length > 0;
}

/** How many ran on a ticket since then, at most `cap`; and whether the newest was stopped. Index: automation_runs_ticket. */
export async function recentRuns(db: Queryable, workspaceId: number, ticketId: number, since: Date, cap: number): Promise<{ count: number; stopped: boolean }> {
  const { rows } = await sql<{ count: number; stopped: boolean | null }>`
    select count(*)::int as count, bool_or(r.outcome = 'stopped') as stopped from (
      select created_at, outcome from automation_runs where workspace_id = ${workspaceId} and ticket_id = ${ticketId} order by id desc limit ${sql.lit(cap)}) r where r.created_at > ${since}`.execute(db);
  return { count: rows[0]?.count ?? 0, stopped: rows[0]?.stopped === true };
}

/** Mails of automations to one customer since then. Index: automation_runs_replied. */
export async function recentReplies(db: Queryable, workspaceId: number, customerId: number, since: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (select from automation_runs where workspace_id = ${workspaceId} and replied_to = ${customerId} and created_at > ${since} limit 100) r`.execute(db);
  return rows[0]?.count ?? 0;
}

/** One transaction at a time writes to a customer by itself, so that the limit holds. */
export async function lockReplies(tx: Tx, workspaceId: number, customerId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`automation-reply:${customerId}`}, ${workspaceId}))`.execute(tx);
}

export async function insertRun(tx: Tx, workspaceId: number, run: NewRun, now: Date): Promise<void> {
  await sql`
    insert into automation_runs (workspace_id, automation_id, ticket_id, brand_id, cause, outcome, done, problem, replied_to, created_at)
    values (${workspaceId}, ${run.automationId}, ${run.ticketId}, ${run.brandId}, ${run.cause}, ${run.outcome}, ${[...run.done]}::text[], ${run.problem && json(run.problem)}, ${run.repliedTo}, ${now})`.execute(tx);
  await sql`
    update automations set runs = runs + 1, last_run_at = ${now}, stopped_at = case when ${run.outcome === 'stopped'} then ${now}::timestamptz else stopped_at end
    where workspace_id = ${workspaceId} and id = ${run.automationId}`.execute(tx);
}

export type RunRow = { id: number; automation_id: number; automation_name: string; number: number; subject: string; outcome: Outcome; cause: string; done: string[]; problem: RunProblem | null; created_at: Date };

/** The log of one automation or of one ticket, the newest first, of tickets that the scope sees. Indexes: automation_runs_of, automation_runs_ticket. */
export async function listRuns(db: Queryable, scope: Scope, of: { automationId: number } | { ticketId: number }, { before, limit }: { before: number | null; limit: number }): Promise<RunRow[]> {
  const which = 'automationId' in of ? sql`r.automation_id = ${of.automationId}` : sql`r.ticket_id = ${of.ticketId}`;
  const { rows } = await sql<RunRow>`
    select r.id, r.automation_id, a.name as automation_name, t.number, t.subject, r.outcome, r.cause, r.done, r.problem, r.created_at
    from automation_runs r
    join automations a on a.workspace_id = r.workspace_id and a.id = r.automation_id
    join tickets t on t.workspace_id = r.workspace_id and t.id = r.ticket_id
    where r.workspace_id = ${scope.workspaceId} and ${which} and ${brandVisible(scope, sql`t.brand_id`)} ${before === null ? sql`` : sql`and r.id < ${before}`}
    order by r.id desc limit ${limit}`.execute(db);
  return rows;
}

/** At most 1,000 at a time. Index: automation_runs_old. */
export async function deleteOldRuns(alone: Alone, workspaceId: number, before: Date): Promise<number> {
  const { numAffectedRows } = await sql`delete from automation_runs where workspace_id = ${workspaceId} and id in (
    select id from automation_runs where workspace_id = ${workspaceId} and created_at < ${before} order by created_at limit 1000)`.execute(alone);
  return Number(numAffectedRows ?? 0n);
}
