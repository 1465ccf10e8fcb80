import { sql } from 'kysely';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import type { SkillKind } from './skills.schemas.ts';

export type SkillRow = { id: number; kind: SkillKind; name: string; language: string | null; archived_at: Date | null; created_at: Date; updated_at: Date };
export type CountedSkill = SkillRow & { people: number };

const columns = sql`s.id, s.kind, s.name, s.language, s.archived_at, s.created_at, s.updated_at`;

/** Who has it, by agent_skills_skill. */
const people = (now: Date) => sql`
  (select count(*)::int from agent_skills k join agents a on a.workspace_id = k.workspace_id and a.id = k.agent_id
    where k.workspace_id = s.workspace_id and k.skill_id = s.id and a.active and a.role not in ('viewer', 'client') and (k.expires_at is null or k.expires_at > ${now})) as people`;

/** Oldest first. Index: the primary key. */
export async function listSkills(db: Queryable, workspaceId: number, { show, kind, now, after, limit }: { show: 'active' | 'archived' | 'all'; kind: SkillKind | undefined; now: Date; after: number; limit: number }): Promise<CountedSkill[]> {
  const shown = show === 'all' ? sql`true` : show === 'active' ? sql`s.archived_at is null` : sql`s.archived_at is not null`;
  const { rows } = await sql<CountedSkill>`
    select ${columns}, ${people(now)} from skills s
    where s.workspace_id = ${workspaceId} and ${shown} and ${kind === undefined ? sql`true` : sql`s.kind = ${kind}`} and s.id > ${after} order by s.id limit ${limit}`.execute(db);
  return rows;
}

export async function findCountedSkill(db: Queryable, workspaceId: number, skillId: number, now: Date): Promise<CountedSkill | null> {
  const { rows } = await sql<CountedSkill>`select ${columns}, ${people(now)} from skills s where s.workspace_id = ${workspaceId} and s.id = ${skillId}`.execute(db);
  return rows[0] ?? null;
}

/** With `lock` nobody changes or archives it until the commit. */
export async function findSkill(db: Queryable, workspaceId: number, skillId: number, { lock = false } = {}): Promise<SkillRow | null> {
  const { rows } = await sql<SkillRow>`select ${columns} from skills s where s.workspace_id = ${workspaceId} and s.id = ${skillId} ${lock ? sql`for no key update of s` : sql``}`.execute(db);
  return rows[0] ?? null;
}

/** How many are live, at most `cap`; the workspace's lock makes the answer hold until the commit. */
export async function countLiveSkills(tx: Tx, workspaceId: number, cap: number): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended('skills', ${workspaceId}))`.execute(tx);
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (select from skills where workspace_id = ${workspaceId} and archived_at is null limit ${cap}) counted`.execute(tx);
  return rows[0]?.count ?? 0;
}

export async function insertSkill(tx: Tx, workspaceId: number, { kind, name, language, now }: { kind: SkillKind; name: string; language: string | null; now: Date }): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into skills (workspace_id, kind, name, language, created_at, updated_at) values (${workspaceId}, ${kind}, ${name}, ${language}, ${now}, ${now}) returning id`.execute(tx);
  return rows[0]!.id; // an insert without a condition answers its row
}

/** One that is archived keeps the moment at which it was. */
export async function updateSkillRow(tx: Tx, workspaceId: number, skillId: number, { name, archived, now }: { name: string; archived: boolean; now: Date }): Promise<void> {
  await sql`
    update skills set name = ${name}, archived_at = ${archived ? sql`coalesce(archived_at, ${now})` : sql`null`}, updated_at = ${now}
    where workspace_id = ${workspaceId} and id = ${skillId}`.execute(tx);
}
