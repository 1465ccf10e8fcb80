import { sql } from 'kysely';
import { json, type Queryable, type Tx } from '../../platform/db/db.ts';
import type { PerLanguage, PlannedOption } from '../custom-fields/index.ts';

export type TopicRow = { id: number; brand_id: number | null; key: string; parent: string | null; label: string; labels: PerLanguage; archived: boolean };

const sameBrand = (brandId: number | null) => (brandId === null ? sql`t.brand_id is null` : sql`t.brand_id = ${brandId}`);

/** Of the tree of all brands, and of this brand's. Index: the unique one of keys. */
export async function listTopics(db: Queryable, workspaceId: number, brandIds: readonly (number | null)[]): Promise<TopicRow[]> {
  const { rows } = await sql<TopicRow>`
    select t.id, t.brand_id, t.key, p.key as parent, t.label, t.labels, t.archived from topics t
    left join topics p on p.workspace_id = t.workspace_id and p.id = t.parent_id
    where t.workspace_id = ${workspaceId} and (${sql.join(brandIds.map(sameBrand), sql` or `)}) order by t.brand_id nulls first, t.position, t.id`.execute(db);
  return rows;
}

/** When the trees were last changed, by brand; one that was never written is not there. */
export async function treeMoments(db: Queryable, workspaceId: number, brandIds: readonly (number | null)[]): Promise<Map<number | null, Date>> {
  const { rows } = await sql<{ brand_id: number | null; updated_at: Date }>`
    select t.brand_id, t.updated_at from topic_trees t where t.workspace_id = ${workspaceId} and (${sql.join(brandIds.map(sameBrand), sql` or `)})`.execute(db);
  return new Map(rows.map((row) => [row.brand_id, row.updated_at]));
}

/** The tree is the caller's until the commit, also one that was never written. @returns when it was last changed; null: never */
export async function lockTree(tx: Tx, workspaceId: number, brandId: number | null): Promise<Date | null> {
  await sql`insert into topic_trees (workspace_id, brand_id, updated_at) values (${workspaceId}, ${brandId}, '-infinity') on conflict do nothing`.execute(tx);
  const { rows } = await sql<{ updated_at: Date | null }>`
    select nullif(t.updated_at, '-infinity') as updated_at from topic_trees t where t.workspace_id = ${workspaceId} and ${sameBrand(brandId)} for update`.execute(tx);
  return rows[0]?.updated_at ?? null;
}

/** Makes these the topics; those that are not among them are archived, and none is ever removed. */
export async function writeTopics(tx: Tx, workspaceId: number, brandId: number | null, topics: readonly PlannedOption[], now: Date): Promise<void> {
  const given = sql`jsonb_to_recordset(${json(topics)}) as x(key text, parent text, label text, labels jsonb, position int, archived boolean)`;
  await sql`
    insert into topics (workspace_id, brand_id, key, label, labels, position, archived)
    select ${workspaceId}, ${brandId}::bigint, x.key, x.label, x.labels, x.position, x.archived from ${given}
    on conflict (workspace_id, brand_id, key) do update
      set label = excluded.label, labels = excluded.labels, position = excluded.position, archived = excluded.archived`.execute(tx);
  await sql`
    update topics t set parent_id = case when x.key is null then t.parent_id else p.id end, archived = x.key is null or x.archived,
      position = case when x.key is null then ${topics.length} + least(100000, t.position) else x.position end
    from topics o left join ${given} on x.key = o.key
    left join topics p on p.workspace_id = ${workspaceId} and p.brand_id is not distinct from o.brand_id and p.key = x.parent
    where t.workspace_id = ${workspaceId} and ${sameBrand(brandId)} and o.workspace_id = t.workspace_id and o.id = t.id`.execute(tx);
  await sql`update topic_trees t set updated_at = ${now} where t.workspace_id = ${workspaceId} and ${sameBrand(brandId)}`.execute(tx);
}

/** A topic of all brands or of this one; `any`: whether there are live ones at all. */
export async function findTopic(db: Queryable, workspaceId: number, brandId: number, topicId: number | null): Promise<{ found: { archived: boolean } | null; any: boolean }> {
  const { rows } = await sql<{ archived: boolean | null; any: boolean }>`
    select (select archived from topics where workspace_id = ${workspaceId} and id = ${topicId}::bigint and (brand_id is null or brand_id = ${brandId})) as archived,
      exists (select from topics where workspace_id = ${workspaceId} and (brand_id is null or brand_id = ${brandId}) and not archived) as any`.execute(db);
  const archived = rows[0]?.archived ?? null;
  return { found: archived === null ? null : { archived }, any: rows[0]?.any ?? false };
}

export type TopicName = { id: number; label: string; labels: PerLanguage; path: { label: string; labels: PerLanguage }[] };

/** Names with the branches above, for a page of rows. Index: the primary key. */
export async function nameTopics(db: Queryable, workspaceId: number, ids: readonly number[]): Promise<Map<number, TopicName>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<TopicName>`
    with recursive up as (
      select t.id as asked, t.id, t.parent_id, t.label, t.labels, 0 as height from topics t where t.workspace_id = ${workspaceId} and t.id = any(${[...new Set(ids)]}::bigint[])
      union all
      select u.asked, t.id, t.parent_id, t.label, t.labels, u.height + 1 from up u join topics t on t.workspace_id = ${workspaceId} and t.id = u.parent_id where u.height < 10)
    select asked as id, max(label) filter (where height = 0) as label, (array_agg(labels) filter (where height = 0))[1] as labels,
      json_agg(json_build_object('label', label, 'labels', labels) order by height desc) as path
    from up group by asked`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** A topic and all that hangs on it, of the trees that the scope's brands have. */
export async function topicsBelow(db: Queryable, workspaceId: number, topicId: number, brands: readonly number[] | 'all'): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with recursive down as (
      select id, 0 as depth from topics where workspace_id = ${workspaceId} and id = ${topicId} and ${brands === 'all' ? sql`true` : sql`(brand_id is null or brand_id = any(${[...brands]}::bigint[]))`}
      union all
      select t.id, d.depth + 1 from down d join topics t on t.workspace_id = ${workspaceId} and t.parent_id = d.id where d.depth < 10)
    select id from down`.execute(db);
  return rows.map(({ id }) => id);
}
