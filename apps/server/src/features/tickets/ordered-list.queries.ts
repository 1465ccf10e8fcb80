import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { dueOrder } from './due-order.queries.ts';
import type { ListPlace, ListToOrder, PartedOrder, Place, Places, Step } from './parted-order.queries.ts';
import { priorityOrder } from './priority-order.queries.ts';
import { findTicketsById, type TicketRow } from './ticket-row.queries.ts';
import type { MomentSort, TicketSort } from './tickets.schemas.ts';

export type PlacedRow = TicketRow & { cursor_moment: string; part: number };
export type PlacedPage = { rows: PlacedRow[]; /** Where to go on, when the window ended before the page was full. */ lookedTo: ListPlace | null };

/** So many tickets are sorted as they are; of more, the indexes of the order are gone along. */
const fewEnough = 1_000;

const orders = { due: dueOrder, priority: priorityOrder } as const satisfies Record<Exclude<TicketSort, MomentSort>, PartedOrder>;

/** Whether this order is one of those here. */
export const isParted = (sort: TicketSort): sort is keyof typeof orders => sort in orders;

/** Tickets in an order that comes in parts. Indexes: those of the order; for a list of few tickets, what finds these. */
export async function listInParts(db: Queryable, scope: Scope, agentId: number | null, list: ListToOrder, { sort, after, limit }: { sort: keyof typeof orders; after?: ListPlace | undefined; limit: number }): Promise<PlacedPage> {
  const { places, lookedTo } = await findPlaces(db, orders[sort], { workspaceId: scope.workspaceId, list, after, limit });
  const byId = new Map((await findTicketsById(db, scope, places.map(({ id }) => id), agentId)).map((row) => [row.id, row]));
  const rows = places.flatMap(({ id, moment, part }) => { const row = byId.get(id); return row ? [{ ...row, cursor_moment: moment, part }] : []; });
  // A ticket may be gone since its place was found: a full page that lost one is still not the last.
  const last = places.at(-1);
  return { rows, lookedTo: places.length >= limit && rows.length < places.length && last ? last : lookedTo };
}

async function findPlaces(db: Queryable, order: PartedOrder, step: Step): Promise<Places> {
  const { rows: found } = await sql<{ id: number }>`select w.id from (${step.list.window(undefined, fewEnough + 1)}) w limit ${sql.lit(fewEnough + 1)}`.execute(db);
  if (found.length <= fewEnough) return { places: (await order.sortFew(found.map(({ id }) => id), step).execute(db)).rows, lookedTo: null };
  const places: Place[] = [];
  for (const [part, goAlong] of order.parts.entries()) {
    if (step.after && part < step.after.part) continue;
    const next = await goAlong(db, { ...step, after: step.after?.part === part ? step.after : undefined, limit: step.limit - places.length });
    places.push(...next.places);
    if (places.length >= step.limit) break;
    if (next.lookedTo) return { places, lookedTo: next.lookedTo };
  }
  return { places, lookedTo: null };
}

/** The cursor of a list in such an order. */
export const listPlaceOf = ([moment, id, part]: readonly [string, number, number]): ListPlace => ({ moment, id, part });
export const placeCursorOf = ({ moment, id, part }: ListPlace): [string, number, number] => [moment, id, part];
