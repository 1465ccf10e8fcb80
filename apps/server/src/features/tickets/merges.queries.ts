import { sql } from 'kysely';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import { giveValuesBack, takeOverValues } from '../custom-fields/index.ts';
import type { TicketStatus } from './tickets.schemas.ts';

/** Nobody merges deeper than this; it bounds what a loop could cost. */
const deepest = 10;
const mostMerged = 100;

export type MergeState = { id: number; merged_into: number | null; merged_status: TicketStatus | null };

/** Locks both rows, the smaller id first, so that two who merge the same pair do not wait for each other. */
export async function lockForMerge(tx: Tx, workspaceId: number, ids: number[]): Promise<Map<number, MergeState>> {
  const { rows } = await sql<MergeState>`
    select id, merged_into, merged_status from tickets where workspace_id = ${workspaceId} and id = any(${ids}::bigint[])
    order by id for no key update`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

export async function findMergedInto(db: Queryable, workspaceId: number, ticketId: number): Promise<number | null> {
  const row = await db.selectFrom('tickets').select('merged_into').where('workspace_id', '=', workspaceId).where('id', '=', ticketId).executeTakeFirst();
  return row?.merged_into ?? null;
}

/** The source closes; its people come along, and what is filled in there where the target has nothing; the target's row counts what came. */
export async function writeMerge(tx: Tx, workspaceId: number, { source, target }: { source: number; target: number }, now: Date): Promise<void> {
  await sql`update tickets set merged_into = ${target}, merged_status = status, merged_close_at = close_at, merged_snoozed_until = snoozed_until, merged_snoozed_by = snoozed_by,
      status = 'closed', close_at = null, snoozed_until = null, snoozed_by = null, updated_at = ${now}
    where workspace_id = ${workspaceId} and id = ${source}`.execute(tx);
  await sql`insert into participants (workspace_id, ticket_id, customer_id, address, name, role, confirmed, merged_from)
    select workspace_id, ${target}, customer_id, address, name, 'cc', confirmed, ${source} from participants
    where workspace_id = ${workspaceId} and ticket_id = ${source}
    on conflict (workspace_id, ticket_id, address) do nothing`.execute(tx);
  await sql`insert into ticket_followers (workspace_id, ticket_id, agent_id, merged_from)
    select workspace_id, ${target}, agent_id, ${source} from ticket_followers where workspace_id = ${workspaceId} and ticket_id = ${source}
    on conflict do nothing`.execute(tx);
  await takeOverValues(tx, workspaceId, { source, target });
  await sql`update tickets t set message_count = t.message_count + s.message_count, updated_at = ${now}, answer_stops_mail = t.answer_stops_mail or s.answer_stops_mail,
      promise_due_at = least(t.promise_due_at, s.promise_due_at)
    from tickets s where s.workspace_id = t.workspace_id and s.id = ${source} and t.workspace_id = ${workspaceId} and t.id = ${target}`.execute(tx);
}

/**
 * Takes a merge back: the source has its status again, is snoozed and closes as before (what came due meanwhile does at once),
 * and who came only with it leaves. @returns how many messages the target no longer counts
 */
export async function undoMerge(tx: Tx, workspaceId: number, { source, target }: { source: number; target: number }, now: Date): Promise<number> {
  await sql`delete from participants where workspace_id = ${workspaceId} and ticket_id = ${target} and merged_from = ${source}`.execute(tx);
  await sql`delete from ticket_followers where workspace_id = ${workspaceId} and ticket_id = ${target} and merged_from = ${source}`.execute(tx);
  await giveValuesBack(tx, workspaceId, { source, target });
  const { rows } = await sql<{ message_count: number }>`
    update tickets set status = merged_status, close_at = merged_close_at, snoozed_until = merged_snoozed_until, snoozed_by = merged_snoozed_by,
      merged_into = null, merged_status = null, merged_close_at = null, merged_snoozed_until = null, merged_snoozed_by = null, updated_at = ${now}
    where workspace_id = ${workspaceId} and id = ${source} returning message_count`.execute(tx);
  return rows[0]?.message_count ?? 0;
}

export type MergedTicket = { id: number; number: number; subject: string };

/** The ticket and all that were merged into it, however deep. Index: tickets_merged. */
export async function listMerged(db: Queryable, workspaceId: number, ticketId: number): Promise<MergedTicket[]> {
  const { rows } = await sql<MergedTicket>`
    with recursive whole as (
      select id, number, subject, 0 as depth from tickets where workspace_id = ${workspaceId} and id = ${ticketId}
      union all
      select t.id, t.number, t.subject, w.depth + 1 from whole w
      join tickets t on t.workspace_id = ${workspaceId} and t.merged_into = w.id where w.depth < ${sql.lit(deepest)})
    select id, number, subject from whole order by depth, id limit ${sql.lit(mostMerged)}`.execute(db);
  return rows;
}

/** What was merged into a ticket goes with it to another brand. */
export async function moveMerged(tx: Tx, workspaceId: number, ticketId: number, place: { brandId: number; inboxId: number | null }): Promise<void> {
  const merged = (await listMerged(tx, workspaceId, ticketId)).slice(1).map(({ id }) => id);
  if (merged.length === 0) return;
  await sql`update tickets set brand_id = ${place.brandId}, inbox_id = ${place.inboxId} where workspace_id = ${workspaceId} and id = any(${merged}::bigint[])`.execute(tx);
}

/** For each of these tickets the one that it stands in now: itself, or what it was merged into. */
export async function findRoots(db: Queryable, workspaceId: number, ticketIds: number[]): Promise<Map<number, number>> {
  if (ticketIds.length === 0) return new Map();
  const { rows } = await sql<{ asked: number; root: number }>`
    with recursive up as (
      select id as asked, id, merged_into, 0 as depth from tickets where workspace_id = ${workspaceId} and id = any(${ticketIds}::bigint[])
      union all
      select u.asked, t.id, t.merged_into, u.depth + 1 from up u
      join tickets t on t.workspace_id = ${workspaceId} and t.id = u.merged_into where u.depth < ${sql.lit(deepest)})
    select asked, id as root from up where merged_into is null`.execute(db);
  return new Map(rows.map(({ asked, root }) => [asked, root]));
}

/** Holds several tickets to the end of the transaction, in the order in which everybody takes several: nobody waits in a circle. */
export async function lockTickets(tx: Tx, workspaceId: number, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await sql`select id from tickets where workspace_id = ${workspaceId} and id = any(${[...ids]}::bigint[]) order by id for no key update`.execute(tx);
}
