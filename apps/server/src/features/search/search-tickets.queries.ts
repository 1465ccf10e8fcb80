import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { brandVisible } from '../../platform/db/scope.ts';
import { joinAll } from './query/compile-query.ts';
import { blockMark, inBlock } from './query/in-block.ts';

export type TicketSearch = {
  /** Of a tsquery; all must hold. */
  conditions: readonly string[];
  /** Lexemes by "or", for the rank; empty: the newest first. */
  rank: string;
  phrase: string | null;
  /** Conditions of which a ticket need have only some; the more, the better. */
  some: readonly string[];
  now: Date;
  after: Date | null;
  before: Date | null;
};

export type TicketHit = { id: number; score: number };

/** Of very common words, so many of the newest tickets are ranked. */
export const mostRanked = 500;
/** Slices that are walked one by one before the rest is asked. */
const walkedSlices = 4;
/** Slices whose words stand together in the index; as `ombud.search_words_in_block` has it. */
const slicesInBlock = 4;

/**
 * The best tickets, best first; at most `limit` from `offset` on. The newest slices are walked one after the other until
 * there are enough to rank. What matches few of those matches few of the others too, which are then asked block by block, in
 * the same statement, so that nothing is looked at twice. Rights are taken from the ticket itself; the index only narrows.
 * Index: search_tickets_words.
 */
export async function findTickets(db: Queryable, scope: Scope, search: TicketSearch, page: { offset: number; limit: number }): Promise<TicketHit[]> {
  const newest = await newestSlice(db, scope.workspaceId);
  if (newest === null) return [];
  const fits = fitting(scope, search);
  const walked = sql`walked as materialized (${walk(fits, newest)})`;
  if (newest < walkedSlices) return rankedOf(db, scope, search, sql`${walked}, candidates as (select * from walked)`, page);
  return rankedOf(db, scope, search, sql`${walked}, candidates as (select * from walked union all (${rest(fits, newest - walkedSlices)}))`, page);
}

/**
 * Of the newest tickets in the index, which may lag behind the tickets by any number of them. Processes take numbers in
 * blocks, so a newer ticket may have a lower number, but not one of the next slice but one. Index: the primary key.
 */
async function newestSlice(db: Queryable, workspaceId: number): Promise<number | null> {
  const { rows } = await sql<{ newest: number | null }>`
    select max(s.slice) + 1 as newest from (
      select slice from search_tickets where workspace_id = ${workspaceId} order by ticket_id desc limit 100) s`.execute(db);
  return rows[0]?.newest ?? null;
}

type Fitting = (block: RawBuilder<number>) => RawBuilder<boolean>;

/** Whether row `d` of that block fits. */
function fitting({ workspaceId, brands }: Scope, { conditions }: TicketSearch): Fitting {
  const all = brands === 'all' ? conditions : [...conditions, `(${brands.map((id) => `'brand:${id}'`).join('|') || `'brand:none'`})`];
  const { text, isExact } = inBlock(workspaceId, all);
  const looked = isExact ? sql`` : sql`and d.words @@ ${joinAll(all)}::tsquery`;
  return (block) => sql<boolean>`d.workspace_id = ${workspaceId} and ombud.search_words_in_block(d.workspace_id, d.slice, d.words) @@ replace(${text}, ${blockMark}, to_hex(${block}))::tsquery ${looked}`;
}

/** The limit inside keeps each slice a look-up of its own; the planner would read all that match instead, and then join. */
function walk(fits: Fitting, newest: number): RawBuilder<unknown> {
  return sql`select d.ticket_id, d.words from generate_series(${newest}::int, ${Math.max(0, newest - walkedSlices + 1)}::int, -1) s
    cross join lateral (
      select d.ticket_id, d.words from search_tickets d where ${fits(sql`s / ${sql.lit(slicesInBlock)}`)} and d.slice = s limit ${sql.lit(mostRanked)}) d
    limit ${sql.lit(mostRanked)}`;
}

/** No block at all where those that were walked are enough. */
function rest(fits: Fitting, newest: number): RawBuilder<unknown> {
  const block = Math.floor(newest / slicesInBlock);
  const last = sql`case when (select count(*) from walked) < ${sql.lit(mostRanked)} then 0 else ${block + 1}::int end`;
  return sql`select d.ticket_id, d.words from generate_series(${block}::int, ${last}, -1) b
    cross join lateral (
      select d.ticket_id, d.words from search_tickets d where ${fits(sql`b`)} and d.slice + 0 <= ${newest} limit ${sql.lit(mostRanked)}) d
    limit ${sql.lit(mostRanked)}`;
}

/** So many of the words are counted one by one. */
const mostCounted = 6;
const halfYear = 180 * 86_400;

/** A phrase beside each other first, then by words (subject before people before text) and age. `candidates`: parts of a `with`, the last of that name. */
async function rankedOf(db: Queryable, scope: Scope, search: TicketSearch, candidates: RawBuilder<unknown>, { offset, limit }: { offset: number; limit: number }): Promise<TicketHit[]> {
  const age = sql`extract(epoch from ${search.now}::timestamptz - t.last_message_at)`;
  const fresh = sql`(0.4 + 0.6 * exp(-greatest(0, ${age}) / ${sql.lit(halfYear)}))`;
  const relevance = search.rank === '' ? sql`extract(epoch from t.last_message_at)` : sql`ts_rank('{0.1, 0.3, 0.6, 1.0}', c.words, ${search.rank}::tsquery, 1) * ${fresh}`;
  const beside = search.phrase === null ? sql`0` : sql`case when c.words @@ ${search.phrase}::tsquery then 1 else 0 end`;
  const many = search.some.slice(0, mostCounted).map((each) => sql`+ case when c.words @@ ${each}::tsquery then 2 else 0 end`);
  const { rows } = await sql<TicketHit>`
    with ${candidates}
    select t.id, (${beside} + ${relevance} ${sql.join(many, sql` `)})::float8 as score from candidates c
    join tickets t on t.workspace_id = ${scope.workspaceId} and t.id = c.ticket_id
    where ${brandVisible(scope, sql`t.brand_id`)}
      and ${search.after === null ? sql`true` : sql`t.created_at >= ${search.after}`} and ${search.before === null ? sql`true` : sql`t.created_at < ${search.before}`}
    order by score desc, t.id desc offset ${offset} limit ${sql.lit(limit)}`.execute(db);
  return rows;
}
