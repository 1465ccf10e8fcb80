import { sql, type RawBuilder } from 'kysely';
import type { Queryable } from '../../platform/db/db.ts';
import { exactMoment } from '../../platform/db/scope.ts';
import type { TicketFolder, TicketStatus } from './tickets.schemas.ts';

/** A place in a list that comes in parts, one after the other: which part, and where in it. */
export type ListPlace = { moment: string; id: number; part: number };

/** Which tickets a list holds. */
export type ListToOrder = {
  folder: TicketFolder;
  statuses: readonly TicketStatus[];
  /** `select` of the columns that `fits` asks for, of the ticket with this id, if its folder and status are wanted. */
  ticket(id: RawBuilder<unknown>): RawBuilder<unknown>;
  /** All else, of a ticket `x`. */
  fits: RawBuilder<boolean>;
  /** `select` with `id`, `moment` and those columns: the next that may fit, the last changed first. */
  window(after: { moment: string; id: number } | undefined, most: number): RawBuilder<unknown>;
};

/** What is looked for in one step: in this workspace, behind that place, at most so many. */
export type Step = { workspaceId: number; list: ListToOrder; after: ListPlace | undefined; limit: number };
export type Places = { places: Place[]; lookedTo: ListPlace | null };
export type Place = { id: number; moment: string; part: number };

/** An order that nothing in the tickets' usual indexes gives. */
export type PartedOrder = {
  /** `select` of `id`, `moment` and `part` of these few tickets, in order. */
  sortFew(ids: readonly number[], step: Step): RawBuilder<Place>;
  /** Each part, along an index of its own. */
  parts: readonly ((db: Queryable, step: Step) => Promise<Places>)[];
};

/** Entries of an index, or tickets, that one page looks through at most. */
export const pageSteps = 5_000;

/**
 * The places, and where the window ended if they are no full page: in one statement, so that both are of one moment and nothing between
 * them is passed over. The end is not looked for when the page is full.
 */
export async function lookThrough(db: Queryable, limit: number, places: RawBuilder<unknown>, end: RawBuilder<unknown>): Promise<Places> {
  const { rows } = await sql<Place & { is_end: boolean }>`
    with places as materialized (select row_number() over () as at, p.* from (${places}) p)
    select w.id, ${exactMoment(sql`w.moment`)} as moment, w.part, w.is_end from (
      select p.at, p.id, p.moment, p.part, false as is_end from places p
      union all select null, e.id, e.moment, e.part, true from (${end}) e where (select count(*) from places) < ${sql.lit(limit)}) w
    order by w.at nulls last`.execute(db);
  const lookedTo = rows.find(({ is_end: isEnd }) => isEnd);
  return { places: rows.flatMap(({ is_end: isEnd, ...place }) => (isEnd ? [] : [place])), lookedTo: lookedTo ? { moment: lookedTo.moment, id: lookedTo.id, part: lookedTo.part } : null };
}
