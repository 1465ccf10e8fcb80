import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { exactMoment } from '../../platform/db/scope.ts';
import { findTicketsById, type TicketRow } from './ticket-row.queries.ts';

/**
 * A place in the order by what is due next: among those with something due by that moment; or, `rest`, among those without,
 * of which the last changed come first.
 */
export type DuePosition = { moment: string; id: number; rest: boolean };
export type DueRow = TicketRow & { cursor_moment: string; rest: boolean };
export type DuePage = { rows: DueRow[]; /** Where to go on, when the window ended before the page was full. */ lookedTo: DuePosition | null };

/** What a list asks of tickets. */
export type DueList = {
  /** `select` of the columns that `fits` asks for, of the ticket with this id, if its folder and status are wanted. */
  ticket(id: RawBuilder<unknown>): RawBuilder<unknown>;
  /** All else, of a ticket `x`. */
  fits: RawBuilder<boolean>;
  /** `select` with `id`, `moment` and those columns: the next that may fit, the last changed first. */
  window(after: { moment: string; id: number } | undefined, most: number): RawBuilder<unknown>;
};

/** So many tickets are sorted as they are; of more, the indexes of what is due are gone along. */
const fewEnough = 1_000;
/** What is due, or tickets without, that one page looks through at most. */
const most = 5_000;

/** Of a ticket `x`: the soonest of its promises and promised times. Index: sla_targets_standing. */
const nextDue = (workspaceId: number) => sql`least(x.promise_due_at, (select min(s.due_at) from sla_targets s where s.workspace_id = ${workspaceId} and s.ticket_id = x.id and s.ended_at is null))`;

type Place = { id: number; moment: string; rest: boolean };

/**
 * Tickets in the order of what is due next. Nothing of it stands in the tickets themselves, so that nobody who writes them pays for
 * it. Indexes: sla_targets_due and tickets_promised, merged; for a list of few tickets, what finds these.
 */
export async function listByDue(db: Queryable, scope: Scope, agentId: number | null, list: DueList, { after, limit }: { after?: DuePosition | undefined; limit: number }): Promise<DuePage> {
  const { places, lookedTo } = await findPlaces(db, scope.workspaceId, list, { after, limit });
  const byId = new Map((await findTicketsById(db, scope, places.map(({ id }) => id), agentId)).map((row) => [row.id, row]));
  const rows = places.flatMap(({ id, moment, rest }) => { const row = byId.get(id); return row ? [{ ...row, cursor_moment: moment, rest }] : []; });
  // A ticket may be gone since its place was found: a full page that lost one is still not the last.
  const last = places.at(-1);
  return { rows, lookedTo: places.length >= limit && rows.length < places.length && last ? last : lookedTo };
}

type Page = { after?: DuePosition | undefined; limit: number };

async function findPlaces(db: Queryable, workspaceId: number, list: DueList, { after, limit }: Page): Promise<{ places: Place[]; lookedTo: DuePosition | null }> {
  const { rows: found } = await sql<{ id: number }>`select w.id from (${list.window(undefined, fewEnough + 1)}) w limit ${sql.lit(fewEnough + 1)}`.execute(db);
  if (found.length <= fewEnough) return { places: await sortFew(db, workspaceId, list, found.map(({ id }) => id), { after, limit }), lookedTo: null };
  const due = after?.rest ? { places: [], lookedTo: null } : await goAlongDue(db, workspaceId, list, { after, limit });
  if (due.places.length >= limit || due.lookedTo) return due;
  const rest = await goAlongRest(db, workspaceId, list, { after: after?.rest ? after : undefined, limit: limit - due.places.length });
  return { places: [...due.places, ...rest.places], lookedTo: rest.lookedTo };
}

async function sortFew(db: Queryable, workspaceId: number, list: DueList, ids: readonly number[], { after, limit }: Page): Promise<Place[]> {
  const beyond = !after ? sql`true` : after.rest ? sql`h.due is null and (h.updated_at, h.id) < (${after.moment}::timestamptz, ${after.id})` : sql`(h.due is null or (h.due, h.id) > (${after.moment}::timestamptz, ${after.id}))`;
  const { rows } = await sql<Place>`
    select h.id, ${exactMoment(sql`coalesce(h.due, h.updated_at)`)} as moment, h.due is null as rest from (
      select x.id, x.updated_at, ${nextDue(workspaceId)} as due from unnest(${[...ids]}::bigint[]) d(id) cross join lateral (${list.ticket(sql`d.id`)}) x where ${list.fits}) h
    where ${beyond}
    order by h.due nulls last, case when h.due is null then h.updated_at end desc, case when h.due is null then -h.id else h.id end limit ${sql.lit(limit)}`.execute(db);
  return rows;
}

async function goAlongDue(db: Queryable, workspaceId: number, list: DueList, { after, limit }: Page): Promise<{ places: Place[]; lookedTo: DuePosition | null }> {
  const scan = (from: RawBuilder<unknown>, due: RawBuilder<unknown>, id: RawBuilder<unknown>) => sql`(select ${due} as due, ${id} as id from ${from}
    ${after ? sql`and (${due}, ${id}) > (${after.moment}::timestamptz, ${after.id})` : sql``} order by ${due}, ${id} limit ${sql.lit(most)})`;
  // Merged in order and parted from what comes twice on the way: a plain `union` reads all of both first, before PostgreSQL 18.
  const entries = sql`select distinct on (due, id) due, id from (
    ${scan(sql`tickets p where p.workspace_id = ${workspaceId} and p.promise_due_at is not null`, sql`p.promise_due_at`, sql`p.id`)}
    union all ${scan(sql`sla_targets s where s.workspace_id = ${workspaceId} and s.ended_at is null and s.due_at is not null`, sql`s.due_at`, sql`s.ticket_id`)}) e order by due, id limit ${sql.lit(most)}`;
  // A ticket stands where the soonest of it does, once. One after the other, so that a page that is full ends it.
  return lookThrough(db, limit, sql`
    select d.id, d.due as moment, false as rest
    from (${entries}) d cross join lateral (select x.*, ${nextDue(workspaceId)} as next from (${list.ticket(sql`d.id`)}) x offset 0) x
    where x.next = d.due and ${list.fits} order by d.due, d.id limit ${sql.lit(limit)}`, sql`
    select e.id, e.due as moment, false as rest from (${entries}) e order by e.due, e.id offset ${sql.lit(most - 1)}`);
}

async function goAlongRest(db: Queryable, workspaceId: number, list: DueList, { after, limit }: Page): Promise<{ places: Place[]; lookedTo: DuePosition | null }> {
  return lookThrough(db, limit, sql`
    select x.id, x.moment, true as rest from (${list.window(after, most)}) x
    where ${nextDue(workspaceId)} is null and ${list.fits} order by x.moment desc, x.id desc limit ${sql.lit(limit)}`, sql`
    select x.id, x.moment, true as rest from (${list.window(after, most)}) x order by x.moment desc, x.id desc offset ${sql.lit(most - 1)}`);
}

/**
 * The places, and where the window ended if they are no full page: in one statement, so that both are of one moment and nothing between
 * them is passed over. The end is not looked for when the page is full.
 */
async function lookThrough(db: Queryable, limit: number, places: RawBuilder<unknown>, end: RawBuilder<unknown>): Promise<{ places: Place[]; lookedTo: DuePosition | null }> {
  const { rows } = await sql<Place & { is_end: boolean }>`
    with places as materialized (select row_number() over () as at, p.* from (${places}) p)
    select w.id, ${exactMoment(sql`w.moment`)} as moment, w.rest, w.is_end from (
      select p.at, p.id, p.moment, p.rest, false as is_end from places p
      union all select null, e.id, e.moment, e.rest, true from (${end}) e where (select count(*) from places) < ${sql.lit(limit)}) w
    order by w.at nulls last`.execute(db);
  const lookedTo = rows.find(({ is_end: isEnd }) => isEnd);
  return { places: rows.flatMap(({ is_end: isEnd, ...place }) => (isEnd ? [] : [place])), lookedTo: lookedTo ? { moment: lookedTo.moment, id: lookedTo.id, rest: lookedTo.rest } : null };
}

/** The cursor of a list in this order. */
export function duePositionOf([moment, id, rest]: readonly [string, number, 0 | 1]): DuePosition {
  return { moment, id, rest: rest === 1 };
}
export const dueCursorOf = ({ moment, id, rest }: DuePosition): [string, number, 0 | 1] => [moment, id, rest ? 1 : 0];
