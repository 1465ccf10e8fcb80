import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import { json, type Alone, type Queryable, type Tx } from '../../platform/db/db.ts';
import { brandVisible } from '../../platform/db/scope.ts';
import type { GuidelineConditions, GuidelineMoment } from './guidelines.schemas.ts';
import type { VersionToWrite } from './guidelines.rules.ts';

export type VersionRow = {
  version: number;
  text: string;
  moments: GuidelineMoment[];
  conditions: GuidelineConditions;
  effective_from: Date;
  effective_until: Date | null;
  withdrawn_at: Date | null;
  created_by: number;
  author_name: string;
  created_at: Date;
};

export type GuidelineRow = {
  id: number;
  name: string;
  brand_id: number | null;
  brand_name: string | null;
  brand_color: string | null;
  /** Of its versions, the one that is shown with it. */
  shown: number;
  in_force: boolean;
  newest_version: number;
  next_from: Date | null;
  archived_at: Date | null;
  /** The reader has said that they know the version that is shown. */
  known: boolean;
  created_at: Date;
  updated_at: Date;
};

type Asked = { reader: { id: number; scope: Scope }; now: Date };

const begun = (now: Date) => sql<boolean>`(v.withdrawn_at is null and v.effective_from <= ${now} and (v.effective_until is null or v.effective_until > ${now}))`;

/** With what names the brand and the author, and when more is to come. The version: the one in force; else the next; else the last. */
const read = ({ reader, now }: Asked) => sql`
  select g.id, g.name, g.brand_id, b.name as brand_name, b.color as brand_color, g.archived_at, g.created_at, g.updated_at,
    s.version as shown, s.in_force, s.version, s.text, s.moments, s.conditions, s.effective_from, s.effective_until, s.withdrawn_at, s.created_by, a.name as author_name, s.created_at as written_at,
    (select max(v.version) from guideline_versions v where v.workspace_id = g.workspace_id and v.guideline_id = g.id) as newest_version,
    (select min(v.effective_from) from guideline_versions v where v.workspace_id = g.workspace_id and v.guideline_id = g.id and v.withdrawn_at is null and v.effective_from > ${now} and v.version <> s.version) as next_from,
    exists (select from known_guidelines k where k.workspace_id = g.workspace_id and k.agent_id = ${reader.id} and k.guideline_id = g.id and k.version = s.version) as known
  from guidelines g
  left join brands b on b.workspace_id = g.workspace_id and b.id = g.brand_id
  join lateral (
    select v.*, ${begun(now)} as in_force from guideline_versions v where v.workspace_id = g.workspace_id and v.guideline_id = g.id
    order by ${begun(now)} desc, v.withdrawn_at is null desc, v.effective_from > ${now} desc, case when v.effective_from > ${now} then v.effective_from end, v.effective_from desc, v.version desc limit 1) s on true
  join agents a on a.workspace_id = s.workspace_id and a.id = s.created_by`;

export type GuidelineWithVersion = GuidelineRow & VersionRow & { written_at: Date };

const visible = (scope: Scope) => sql<boolean>`(g.brand_id is null or ${brandVisible(scope, sql`g.brand_id`)})`;

/** Oldest first. Index: the primary key; there are a few hundred at most (`mostLive`), and those that were archived. */
export async function listGuidelines(db: Queryable, asked: Asked, { show, moments, after, limit }: { show: 'active' | 'archived' | 'all'; moments: readonly GuidelineMoment[] | undefined; after: number; limit: number }): Promise<GuidelineWithVersion[]> {
  const { scope } = asked.reader;
  const shown = show === 'all' ? sql`true` : show === 'active' ? sql`g.archived_at is null` : sql`g.archived_at is not null`;
  const matters = moments ? sql`s.in_force and s.moments && ${[...moments]}::text[]` : sql`true`;
  const { rows } = await sql<GuidelineWithVersion>`
    ${read(asked)} where g.workspace_id = ${scope.workspaceId} and ${shown} and ${visible(scope)} and ${matters} and g.id > ${after} order by g.id limit ${limit}`.execute(db);
  return rows;
}

/** Null for one that is not there, or of a brand that the reader does not see. */
export async function findGuideline(db: Queryable, asked: Asked, guidelineId: number): Promise<GuidelineWithVersion | null> {
  const { scope } = asked.reader;
  const { rows } = await sql<GuidelineWithVersion>`${read(asked)} where g.workspace_id = ${scope.workspaceId} and g.id = ${guidelineId} and ${visible(scope)}`.execute(db);
  return rows[0] ?? null;
}

/** Newest first. Index: the primary key. */
export async function listVersions(db: Queryable, workspaceId: number, guidelineId: number, { before, limit }: { before: number; limit: number }): Promise<VersionRow[]> {
  const { rows } = await sql<VersionRow>`
    select v.version, v.text, v.moments, v.conditions, v.effective_from, v.effective_until, v.withdrawn_at, v.created_by, a.name as author_name, v.created_at
    from guideline_versions v join agents a on a.workspace_id = v.workspace_id and a.id = v.created_by
    where v.workspace_id = ${workspaceId} and v.guideline_id = ${guidelineId} and v.version < ${before} order by v.version desc limit ${limit}`.execute(db);
  return rows;
}

/** Nobody else writes a version until the commit. */
export async function lockGuideline(tx: Tx, workspaceId: number, guidelineId: number): Promise<void> {
  await sql`select from guidelines where workspace_id = ${workspaceId} and id = ${guidelineId} for no key update`.execute(tx);
}

/** How many are live, at most `cap` + 1; the workspace's lock makes the answer hold until the commit. */
export async function countLiveGuidelines(tx: Tx, workspaceId: number, cap: number): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended('guidelines', ${workspaceId}))`.execute(tx);
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (select from guidelines where workspace_id = ${workspaceId} and archived_at is null limit ${sql.lit(cap + 1)}) counted`.execute(tx);
  return rows[0]?.count ?? 0;
}

export async function insertGuideline(tx: Tx, workspaceId: number, { name, brandId, now }: { name: string; brandId: number | null; now: Date }): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into guidelines (workspace_id, name, brand_id, created_at, updated_at) values (${workspaceId}, ${name}, ${brandId}, ${now}, ${now}) returning id`.execute(tx);
  return rows[0]!.id; // an insert without a condition answers its row
}

export async function insertVersion(tx: Tx, workspaceId: number, guidelineId: number, { version, authorId, now, ...written }: VersionToWrite & { version: number; authorId: number; now: Date }): Promise<void> {
  await sql`
    insert into guideline_versions (workspace_id, guideline_id, version, text, moments, conditions, effective_from, effective_until, created_by, created_at)
    values (${workspaceId}, ${guidelineId}, ${version}, ${written.text}, ${written.moments}::text[], ${json(written.conditions)}, ${written.from}, ${written.until}, ${authorId}, ${now})`.execute(tx);
}

export async function updateGuidelineRow(tx: Tx, workspaceId: number, guidelineId: number, { name, archived, now }: { name: string; archived: boolean; now: Date }): Promise<void> {
  await sql`
    update guidelines set name = ${name}, archived_at = case when ${archived} then coalesce(archived_at, ${now}) end, updated_at = ${now}
    where workspace_id = ${workspaceId} and id = ${guidelineId}`.execute(tx);
}

/** Only before it has begun. False when it has, or is not there. */
export async function setWithdrawn(tx: Tx, workspaceId: number, guidelineId: number, version: number, { withdrawn, now }: { withdrawn: boolean; now: Date }): Promise<boolean> {
  const { rows } = await sql`
    update guideline_versions set withdrawn_at = case when ${withdrawn} then coalesce(withdrawn_at, ${now}) end
    where workspace_id = ${workspaceId} and guideline_id = ${guidelineId} and version = ${version} and effective_from > ${now} returning version`.execute(tx);
  return rows.length > 0;
}

/** False when there is no such version. */
export async function noteKnown(alone: Alone, workspaceId: number, agentId: number, { guidelineId, version, now }: { guidelineId: number; version: number; now: Date }): Promise<boolean> {
  const { rows } = await sql`
    with known as (select guideline_id, version from guideline_versions where workspace_id = ${workspaceId} and guideline_id = ${guidelineId} and version = ${version}),
    noted as (
      insert into known_guidelines (workspace_id, agent_id, guideline_id, version, known_at)
      select ${workspaceId}, ${agentId}, guideline_id, version, ${now} from known on conflict do nothing)
    select from known`.execute(alone);
  return rows.length > 0;
}

export async function forgetKnown(alone: Alone, workspaceId: number, agentId: number, guidelineId: number): Promise<void> {
  await sql`delete from known_guidelines where workspace_id = ${workspaceId} and agent_id = ${agentId} and guideline_id = ${guidelineId}`.execute(alone);
}
