import { sql, type RawBuilder } from 'kysely';
import type { Queryable } from '../../platform/db/db.ts';
import { exactMoment } from '../../platform/db/scope.ts';
import { lookThrough, pageSteps, type PartedOrder, type Places, type Step } from './parted-order.queries.ts';
import type { TicketPriority } from './tickets.schemas.ts';

/** The most urgent first. */
export const priorityParts = ['urgent', 'high', 'normal', 'low'] as const satisfies readonly TicketPriority[];

/** By priority, and of one priority the last changed first. Index: tickets_priority; for the normal ones, of which there are many, what gives any list. */
export const priorityOrder: PartedOrder = {
  sortFew(ids, { list, after, limit }) {
    const part = sql`array_position(array[${sql.join(priorityParts.map((each) => sql.lit(each)))}], x.priority) - 1`;
    const beyond = after ? sql`(h.part > ${sql.lit(after.part)} or (h.part = ${sql.lit(after.part)} and (h.updated_at, h.id) < (${after.moment}::timestamptz, ${after.id})))` : sql`true`;
    return sql`
      select h.id, ${exactMoment(sql`h.updated_at`)} as moment, h.part from (
        select x.id, x.updated_at, ${part} as part from unnest(${[...ids]}::bigint[]) d(id) cross join lateral (${list.ticket(sql`d.id`)}) x where ${list.fits}) h
      where ${beyond} order by h.part, h.updated_at desc, h.id desc limit ${sql.lit(limit)}`;
  },
  parts: priorityParts.map((priority, part) => (db, step) => (priority === 'normal' ? goAlongNormal(db, step, part) : goAlongOthers(db, step, priority, part))),
};

/** The entries of one priority, of each status in order and merged, and of each the ticket. */
function goAlongOthers(db: Queryable, { workspaceId, list, after, limit }: Step, priority: TicketPriority, part: number): Promise<Places> {
  const scans = list.statuses.map((status) => sql`(select p.id, p.updated_at as moment from tickets p
    where p.workspace_id = ${workspaceId} and p.folder = ${sql.lit(list.folder)} and p.status = ${sql.lit(status)} and p.priority = ${sql.lit(priority)}
      ${after ? sql`and (p.updated_at, p.id) < (${after.moment}::timestamptz, ${after.id})` : sql``} order by p.updated_at desc, p.id desc limit ${sql.lit(pageSteps)})`);
  const entries = sql`select e.id, e.moment from (${sql.join(scans, sql` union all `)}) e order by e.moment desc, e.id desc limit ${sql.lit(pageSteps)}`;
  return inWindow(db, limit, part, entries, sql`(${entries}) d cross join lateral (select x.*, d.moment from (${list.ticket(sql`d.id`)}) x offset 0) x where ${list.fits}`);
}

function goAlongNormal(db: Queryable, { list, after, limit }: Step, part: number): Promise<Places> {
  const window = list.window(after, pageSteps);
  return inWindow(db, limit, part, window, sql`(${window}) x where x.priority = 'normal' and ${list.fits}`);
}

function inWindow(db: Queryable, limit: number, part: number, entries: RawBuilder<unknown>, fitting: RawBuilder<unknown>): Promise<Places> {
  return lookThrough(db, limit,
    sql`select x.id, x.moment, ${sql.lit(part)} as part from ${fitting} order by x.moment desc, x.id desc limit ${sql.lit(limit)}`,
    sql`select e.id, e.moment, ${sql.lit(part)} as part from (${entries}) e order by e.moment desc, e.id desc offset ${sql.lit(pageSteps - 1)}`);
}
