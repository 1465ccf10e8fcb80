import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import { brandVisible } from '../../platform/db/scope.ts';
import type { PerLanguage } from '../custom-fields/index.ts';
import type { Degree } from './wrap-ups.schemas.ts';

/** Where and as what a wrap-up counts. */
export type Counted = { solvedAt: Date; brandId: number; topicId: number | null; degree: Degree; minutes: number | null };

type Place = { solved_at: Date | null; brand_id: number | null; topic_id: number | null; degree: Degree | null; minutes: number | null };
const toCounted = ({ solved_at, brand_id, topic_id, degree, minutes }: Place): Counted | null =>
  solved_at === null || brand_id === null || degree === null ? null : { solvedAt: solved_at, brandId: brand_id, topicId: topic_id, degree, minutes };

/** What wrap_up_days holds of a ticket's wrap-up, and what it should hold; null where there is no wrap-up. The caller holds the ticket's row. */
export async function countedAndDue(tx: Tx, workspaceId: number, ticketId: number): Promise<{ counted: Counted | null; due: Counted | null } | null> {
  const { rows } = await sql<{ counted: Place; due: Place } & Record<string, never>>`
    select w.solved_at, w.counted_brand_id as brand_id, w.counted_topic_id as topic_id, w.counted_degree as degree, w.counted_minutes as minutes,
      case when t.merged_into is null and t.folder = 'inbox' and t.status in ('solved', 'closed') then t.solved_at end as due_solved_at, t.brand_id as due_brand_id,
      case when p.brand_id is null or p.brand_id = t.brand_id then w.topic_id end as due_topic_id, w.degree as due_degree, w.minutes as due_minutes
    from wrap_ups w
    join tickets t on t.workspace_id = w.workspace_id and t.id = w.ticket_id
    left join topics p on p.workspace_id = w.workspace_id and p.id = w.topic_id
    where w.workspace_id = ${workspaceId} and w.ticket_id = ${ticketId}`.execute(tx);
  const row = rows[0] as unknown as (Place & { due_solved_at: Date | null; due_brand_id: number; due_topic_id: number | null; due_degree: Degree; due_minutes: number | null }) | undefined; // as selected above
  if (!row) return null;
  return { counted: toCounted(row), due: toCounted({ solved_at: row.due_solved_at, brand_id: row.due_brand_id, topic_id: row.due_topic_id, degree: row.due_degree, minutes: row.due_minutes }) };
}

export async function noteCounted(tx: Tx, workspaceId: number, ticketId: number, counted: Counted | null): Promise<void> {
  await sql`
    update wrap_ups set solved_at = ${counted?.solvedAt ?? null}, counted_brand_id = ${counted?.brandId ?? null}, counted_topic_id = ${counted?.topicId ?? null},
      counted_degree = ${counted?.degree ?? null}, counted_minutes = ${counted?.minutes ?? null}
    where workspace_id = ${workspaceId} and ticket_id = ${ticketId}`.execute(tx);
}

/**
 * Adds one to its day, or takes one away. A row that another transaction is writing is left to it and one beside it is
 * written: nobody waits, so two who count many tickets cannot wait for each other. Index: wrap_up_days_of.
 */
export async function addToDay(tx: Tx, workspaceId: number, { solvedAt, brandId, topicId, degree, minutes }: Counted, by: 1 | -1): Promise<void> {
  const day = solvedAt.toISOString().slice(0, 10);
  await sql`
    with free as (
      select d.id from wrap_up_days d
      where d.workspace_id = ${workspaceId} and d.brand_id = ${brandId} and d.day = ${day} and d.topic_id is not distinct from ${topicId}::bigint and d.degree = ${degree}
      order by d.id limit 1 for update skip locked
    ), added as (
      update wrap_up_days d set count = d.count + ${by}, minutes = d.minutes + ${by * (minutes ?? 0)} from free where d.workspace_id = ${workspaceId} and d.id = free.id returning d.id
    )
    insert into wrap_up_days (workspace_id, brand_id, day, topic_id, degree, count, minutes)
    select ${workspaceId}, ${brandId}, ${day}, ${topicId}::bigint, ${degree}, ${by}, ${by * (minutes ?? 0)} where not exists (select from added)`.execute(tx);
}

export type DaySum = { topic_id: number | null; label: string | null; labels: PerLanguage | null; degree: Degree; count: number; minutes: number };

/** Summed over days, most first. Index: wrap_up_days_of, a stretch of it for each brand. */
export async function sumDays(db: Queryable, scope: Scope, { brand, from, until, limit }: { brand?: number; from: string; until: string; limit: number }): Promise<DaySum[]> {
  const { rows } = await sql<DaySum>`
    select s.topic_id, p.label, p.labels, s.degree, s.count, s.minutes from (
      select d.topic_id, d.degree, sum(d.count)::int as count, sum(d.minutes)::int as minutes from brands b
      join wrap_up_days d on d.workspace_id = b.workspace_id and d.brand_id = b.id and d.day between ${from} and ${until}
      where b.workspace_id = ${scope.workspaceId} and ${brandVisible(scope, sql`b.id`)} and ${brand === undefined ? sql`true` : sql`b.id = ${brand}`}
      group by d.topic_id, d.degree having sum(d.count) <> 0) s
    left join topics p on p.workspace_id = ${scope.workspaceId} and p.id = s.topic_id
    order by s.count desc, s.topic_id, s.degree limit ${sql.lit(limit)}`.execute(db);
  return rows;
}
