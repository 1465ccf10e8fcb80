import { sql, type RawBuilder } from 'kysely';
import type { Queryable } from '../../platform/db/db.ts';
import { exactMoment } from '../../platform/db/scope.ts';
import { lookThrough, pageSteps, type PartedOrder, type Places, type Step } from './parted-order.queries.ts';

/** Of a ticket `x`: the soonest of its promises and promised times. Index: sla_targets_standing. */
const nextDue = (workspaceId: number) => sql`least(x.promise_due_at, (select min(s.due_at) from sla_targets s where s.workspace_id = ${workspaceId} and s.ticket_id = x.id and s.ended_at is null))`;

/**
 * By what is due next; then what has nothing due, the last changed first. Nothing of it stands in the tickets themselves, so that
 * nobody who writes them pays for it. Indexes: sla_targets_due and tickets_promised, merged.
 */
export const dueOrder: PartedOrder = {
  sortFew(ids, { workspaceId, list, after, limit }) {
    const beyond = !after ? sql`true` : after.part > 0 ? sql`h.due is null and (h.updated_at, h.id) < (${after.moment}::timestamptz, ${after.id})` : sql`(h.due is null or (h.due, h.id) > (${after.moment}::timestamptz, ${after.id}))`;
    return sql`
      select h.id, ${exactMoment(sql`coalesce(h.due, h.updated_at)`)} as moment, case when h.due is null then 1 else 0 end as part from (
        select x.id, x.updated_at, ${nextDue(workspaceId)} as due from unnest(${[...ids]}::bigint[]) d(id) cross join lateral (${list.ticket(sql`d.id`)}) x where ${list.fits}) h
      where ${beyond}
      order by h.due nulls last, case when h.due is null then h.updated_at end desc, case when h.due is null then -h.id else h.id end limit ${sql.lit(limit)}`;
  },
  parts: [goAlongDue, goAlongRest],
};

async function goAlongDue(db: Queryable, { workspaceId, list, after, limit }: Step): Promise<Places> {
  const scan = (from: RawBuilder<unknown>, due: RawBuilder<unknown>, id: RawBuilder<unknown>) => sql`(select ${due} as due, ${id} as id from ${from}
    ${after ? sql`and (${due}, ${id}) > (${after.moment}::timestamptz, ${after.id})` : sql``} order by ${due}, ${id} limit ${sql.lit(pageSteps)})`;
  // Merged in order and parted from what comes twice on the way: a plain `union` reads all of both first, before PostgreSQL 18.
  const entries = sql`select distinct on (due, id) due, id from (
    ${scan(sql`tickets p where p.workspace_id = ${workspaceId} and p.promise_due_at is not null`, sql`p.promise_due_at`, sql`p.id`)}
    union all ${scan(sql`sla_targets s where s.workspace_id = ${workspaceId} and s.ended_at is null and s.due_at is not null`, sql`s.due_at`, sql`s.ticket_id`)}) e order by due, id limit ${sql.lit(pageSteps)}`;
  // A ticket stands where the soonest of it does, once. One after the other, so that a page that is full ends it.
  return lookThrough(db, limit, sql`
    select d.id, d.due as moment, 0 as part
    from (${entries}) d cross join lateral (select x.*, ${nextDue(workspaceId)} as next from (${list.ticket(sql`d.id`)}) x offset 0) x
    where x.next = d.due and ${list.fits} order by d.due, d.id limit ${sql.lit(limit)}`, sql`
    select e.id, e.due as moment, 0 as part from (${entries}) e order by e.due, e.id offset ${sql.lit(pageSteps - 1)}`);
}

async function goAlongRest(db: Queryable, { workspaceId, list, after, limit }: Step): Promise<Places> {
  return lookThrough(db, limit, sql`
    select x.id, x.moment, 1 as part from (${list.window(after, pageSteps)}) x
    where ${nextDue(workspaceId)} is null and ${list.fits} order by x.moment desc, x.id desc limit ${sql.lit(limit)}`, sql`
    select x.id, x.moment, 1 as part from (${list.window(after, pageSteps)}) x order by x.moment desc, x.id desc offset ${sql.lit(pageSteps - 1)}`);
}
