import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import { brandVisible } from '../../platform/db/scope.ts';
import type { Outcome } from './bulk-changes.queries.ts';
import type { Applied, TicketValues } from './bulk-change.rules.ts';

export type ItemProblem = { code: string; fields: string[] };

export type ItemToDo = {
  place: number;
  ticket_id: number;
  takes_back: Applied | null;
  /** Null when there is no such ticket any more. */
  ticket: (TicketValues & { number: number; merged: boolean }) | null;
};

const values = sql`json_build_object('number', t.number, 'merged', t.merged_into is not null, 'status', t.status, 'priority', t.priority, 'kind', t.kind,
  'folder', t.folder, 'team', t.team_id, 'assignee', t.assignee_id, 'brand', t.brand_id, 'inbox', t.inbox_id, 'tags', t.tags)`;

/** These tickets, in this order, behind the first `from`. */
export async function insertItems(tx: Tx, workspaceId: number, bulkId: number, from: number, ticketIds: readonly number[]): Promise<void> {
  await sql`insert into bulk_change_items (workspace_id, bulk_change_id, place, ticket_id)
    select ${workspaceId}, ${bulkId}, ${from}::int + nth, id from unnest(${[...ticketIds]}::bigint[]) with ordinality as t(id, nth)`.execute(tx);
}

/** The next `limit` of what `bulkId` has changed become items of `undoId`, in the same places. The last place; null when none was left. */
export async function copyItems(tx: Tx, workspaceId: number, bulkId: number, undoId: number, after: number, limit: number): Promise<number | null> {
  const { rows } = await sql<{ last: number | null }>`
    with copied as (
      insert into bulk_change_items (workspace_id, bulk_change_id, place, ticket_id, takes_back)
      select ${workspaceId}, ${undoId}, place, ticket_id, applied from bulk_change_items
      where workspace_id = ${workspaceId} and bulk_change_id = ${bulkId} and place > ${after} and applied is not null order by place limit ${limit} returning place
    )
    select max(place) as last from copied`.execute(tx);
  return rows[0]?.last ?? null;
}

/** The next items with their tickets, which are this transaction's from now on, locked in the order of their ids. */
export async function takeItems(tx: Tx, workspaceId: number, bulkId: number, position: number, limit: number): Promise<ItemToDo[]> {
  const { rows } = await sql<ItemToDo>`
    with next as materialized (
      select place, ticket_id, takes_back from bulk_change_items
      where workspace_id = ${workspaceId} and bulk_change_id = ${bulkId} and place > ${position} order by place limit ${limit}
    ), locked as materialized (
      select t.id, ${values} as ticket from tickets t
      where t.workspace_id = ${workspaceId} and t.id = any(array(select ticket_id from next)) order by t.id for no key update of t
    )
    select next.place, next.ticket_id, next.takes_back, locked.ticket from next left join locked on locked.id = next.ticket_id order by next.place`.execute(tx);
  return rows;
}

/** How these tickets stand now. */
export async function readTickets(tx: Tx, workspaceId: number, ticketIds: readonly number[]): Promise<Map<number, TicketValues>> {
  const { rows } = await sql<{ id: number; ticket: TicketValues }>`
    select t.id, ${values} as ticket from tickets t where t.workspace_id = ${workspaceId} and t.id = any(${[...ticketIds]}::bigint[])`.execute(tx);
  return new Map(rows.map(({ id, ticket }) => [id, ticket]));
}

export type ItemDone = { place: number; outcome: Outcome; problem: ItemProblem | null; applied: Applied | null };

export async function saveItems(tx: Tx, workspaceId: number, bulkId: number, items: readonly ItemDone[]): Promise<void> {
  await sql`
    update bulk_change_items i set outcome = r.outcome, problem = nullif(r.problem, 'null'), applied = nullif(r.applied, 'null')
    from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as r(place integer, outcome text, problem jsonb, applied jsonb)
    where i.workspace_id = ${workspaceId} and i.bulk_change_id = ${bulkId} and i.place = r.place`.execute(tx);
}

/** Number and subject only of tickets that the reader sees. */
export type ListedItem = { place: number; number: number | null; subject: string | null; outcome: Outcome | null; problem: ItemProblem | null };

/** In the order in which they were changed. Index: the primary key, or bulk_change_items_outcome. */
export async function listItems(db: Queryable, scope: Scope, bulkId: number, { outcome, after, limit }: { outcome: Outcome | null; after: number; limit: number }): Promise<ListedItem[]> {
  const { rows } = await sql<ListedItem>`
    select i.place, t.number, t.subject, i.outcome, i.problem from (
      select place, ticket_id, outcome, problem from bulk_change_items
      where workspace_id = ${scope.workspaceId} and bulk_change_id = ${bulkId} and place > ${after} ${outcome === null ? sql`` : sql`and outcome = ${outcome}`}
      order by place limit ${limit}) i
    left join tickets t on t.workspace_id = ${scope.workspaceId} and t.id = i.ticket_id and ${brandVisible(scope, sql`t.brand_id`)}
    order by i.place`.execute(db);
  return rows;
}

/** The ids of these tickets that the scope sees, by their numbers. */
export async function findTicketIds(db: Queryable, scope: Scope, numbers: readonly number[]): Promise<Map<number, number>> {
  const { rows } = await sql<{ id: number; number: number }>`
    select t.id, t.number from tickets t where t.workspace_id = ${scope.workspaceId} and t.number = any(${[...numbers]}::bigint[]) and ${brandVisible(scope, sql`t.brand_id`)}`.execute(db);
  return new Map(rows.map(({ id, number }) => [number, id]));
}
