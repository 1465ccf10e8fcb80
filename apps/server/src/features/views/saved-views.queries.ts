import { sql } from 'kysely';
import { json, type Queryable, type Tx } from '../../platform/db/db.ts';
import type { Conditions } from './conditions.schemas.ts';
import type { Audience, Display } from './saved-views.schemas.ts';

export type SavedViewRow = {
  id: number;
  name: string;
  audience: Audience;
  owner_id: number;
  owner_name: string;
  team_id: number | null;
  team_name: string | null;
  conditions: unknown;
  display: unknown;
  removed_at: Date | null;
  created_at: Date;
  updated_at: Date;
};
export type ViewReader = { workspaceId: number; agentId: number; /** Leads see the views of all teams, which are theirs to keep. */ allTeams: boolean };

const columns = sql`v.id, v.name, v.audience, v.owner_id, o.name as owner_name, v.team_id, tm.name as team_name, v.conditions, v.display, v.removed_at, v.created_at, v.updated_at`;
const joins = sql`join agents o on o.workspace_id = v.workspace_id and o.id = v.owner_id
  left join teams tm on tm.workspace_id = v.workspace_id and tm.id = v.team_id`;

function seenBy({ workspaceId, agentId, allTeams }: ViewReader) {
  return sql`v.workspace_id = ${workspaceId} and (
    (v.audience = 'own' and v.owner_id = ${agentId}) or v.audience = 'everyone'
    or (v.audience = 'team' and (${allTeams} or exists (select from team_members m where m.workspace_id = ${workspaceId} and m.team_id = v.team_id and m.agent_id = ${agentId}))))`;
}

/** Oldest first. A workspace has a few hundred at most (`mostOwn`, `mostShared`). */
export async function listSavedViews(db: Queryable, reader: ViewReader, { after, limit }: { after: number; limit: number }): Promise<SavedViewRow[]> {
  const { rows } = await sql<SavedViewRow>`
    select ${columns} from saved_views v ${joins}
    where ${seenBy(reader)} and v.removed_at is null and v.id > ${after} order by v.id limit ${sql.lit(limit)}`.execute(db);
  return rows;
}

/** Null for one that is not there, is removed, or is not the reader's to see. */
export async function findSavedView(db: Queryable, reader: ViewReader, viewId: number, { removed = false } = {}): Promise<SavedViewRow | null> {
  const { rows } = await sql<SavedViewRow>`
    select ${columns} from saved_views v ${joins}
    where ${seenBy(reader)} and v.id = ${viewId} and v.removed_at is ${sql.raw(removed ? 'not null' : 'null')}`.execute(db);
  return rows[0] ?? null;
}

/** How many there are of the agent's own and of shared ones; the workspace's lock makes the answer hold until the commit. */
export async function countSavedViews(tx: Tx, workspaceId: number, ownerId: number): Promise<{ own: number; shared: number }> {
  await sql`select pg_advisory_xact_lock(hashtextextended('saved_views', ${workspaceId}))`.execute(tx);
  const { rows } = await sql<{ own: number; shared: number }>`
    select (select count(*)::int from saved_views where workspace_id = ${workspaceId} and audience = 'own' and owner_id = ${ownerId} and removed_at is null) as own,
      (select count(*)::int from saved_views where workspace_id = ${workspaceId} and audience <> 'own' and removed_at is null) as shared`.execute(tx);
  return rows[0] ?? { own: 0, shared: 0 };
}

export type ViewToSave = { name: string; audience: Audience; ownerId: number; teamId: number | null; conditions: Conditions; display: Display };

export async function insertSavedView(tx: Tx, workspaceId: number, view: ViewToSave): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into saved_views (workspace_id, name, audience, owner_id, team_id, conditions, display)
    values (${workspaceId}, ${view.name}, ${view.audience}, ${view.ownerId}, ${view.teamId}, ${json(view.conditions)}, ${json(view.display)}) returning id`.execute(tx);
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('no id for the new view');
  return id;
}

export async function updateSavedViewRow(tx: Tx, workspaceId: number, viewId: number, view: ViewToSave): Promise<void> {
  await sql`update saved_views set name = ${view.name}, audience = ${view.audience}, owner_id = ${view.ownerId}, team_id = ${view.teamId},
      conditions = ${json(view.conditions)}, display = ${json(view.display)}, updated_at = now()
    where workspace_id = ${workspaceId} and id = ${viewId}`.execute(tx);
}

export async function lockSavedView(tx: Tx, workspaceId: number, viewId: number): Promise<void> {
  await sql`select from saved_views where workspace_id = ${workspaceId} and id = ${viewId} for update`.execute(tx);
}

export async function setRemoved(tx: Tx, workspaceId: number, viewId: number, removed: boolean): Promise<void> {
  await sql`update saved_views set removed_at = ${removed ? sql`now()` : sql`null`}, updated_at = now() where workspace_id = ${workspaceId} and id = ${viewId}`.execute(tx);
}

/** What was removed a month ago is gone for good. */
export async function forgetRemoved(tx: Tx, workspaceId: number): Promise<void> {
  await sql`delete from saved_views where workspace_id = ${workspaceId} and removed_at < now() - interval '30 days'`.execute(tx);
}

export async function isTeam(db: Queryable, workspaceId: number, teamId: number): Promise<boolean> {
  const { rows } = await sql`select from teams where workspace_id = ${workspaceId} and id = ${teamId} and archived_at is null`.execute(db);
  return rows.length > 0;
}
