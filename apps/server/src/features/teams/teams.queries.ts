import { sql } from 'kysely';
import type { Queryable, Tx } from '../../platform/db/db.ts';

export type TeamRow = {
  id: number;
  name: string;
  archived_at: Date | null;
  created_at: Date;
  updated_at: Date;
  members: { id: number; name: string; active: boolean }[];
  hands_out: boolean;
};

const columns = sql`t.id, t.name, t.archived_at, t.created_at, t.updated_at,
  (select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name, 'active', a.active) order by a.name, a.id), '[]')
    from team_members m join agents a on a.workspace_id = m.workspace_id and a.id = m.agent_id
    where m.workspace_id = t.workspace_id and m.team_id = t.id) as members,
  exists (select from routing_rules r where r.workspace_id = t.workspace_id and r.team_id = t.id and r.mode = 'push') as hands_out`;

/** Teams belong to the whole workspace, not to a brand. Oldest first; index: the primary key. */
export async function listTeams(
  db: Queryable,
  workspaceId: number,
  { show, after, limit }: { show: 'active' | 'archived' | 'all'; after: number; limit: number },
): Promise<TeamRow[]> {
  const shown = show === 'all' ? sql`true` : show === 'active' ? sql`t.archived_at is null` : sql`t.archived_at is not null`;
  const { rows } = await sql<TeamRow>`
    select ${columns} from teams t
    where t.workspace_id = ${workspaceId} and t.id > ${after} and ${shown}
    order by t.id limit ${limit}`.execute(db);
  return rows;
}

export async function findTeam(db: Queryable, workspaceId: number, teamId: number): Promise<TeamRow | null> {
  const { rows } = await sql<TeamRow>`select ${columns} from teams t where t.workspace_id = ${workspaceId} and t.id = ${teamId}`.execute(db);
  return rows[0] ?? null;
}

export async function lockTeam(tx: Tx, workspaceId: number, teamId: number): Promise<void> {
  await sql`select from teams where workspace_id = ${workspaceId} and id = ${teamId} for update`.execute(tx);
}

/** Null when the name is taken. */
export async function insertTeam(tx: Tx, workspaceId: number, name: string): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    insert into teams (workspace_id, name) values (${workspaceId}, ${name}) on conflict (workspace_id, name) do nothing returning id`.execute(tx);
  return rows[0]?.id ?? null;
}

export async function updateTeamRow(tx: Tx, workspaceId: number, teamId: number, { name, archived }: { name?: string; archived?: boolean }): Promise<void> {
  const archivedAt = archived === undefined ? {} : { archived_at: archived ? sql<Date>`coalesce(archived_at, now())` : null };
  await tx
    .updateTable('teams')
    .set({ name, ...archivedAt, updated_at: sql<Date>`now()` })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', teamId)
    .execute();
}

/** Which of these ids are agents of the workspace. */
export async function knownAgents(db: Queryable, workspaceId: number, ids: readonly number[]): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`select id from agents where workspace_id = ${workspaceId} and id = any(${[...ids]}::bigint[]) and role <> 'client'`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

export async function addMembers(tx: Tx, workspaceId: number, teamId: number, agentIds: readonly number[]): Promise<void> {
  await sql`insert into team_members (workspace_id, team_id, agent_id)
    select ${workspaceId}, ${teamId}, unnest(${[...agentIds]}::bigint[]) on conflict do nothing`.execute(tx);
}

export async function removeMembers(tx: Tx, workspaceId: number, teamId: number, agentIds: readonly number[]): Promise<void> {
  await sql`delete from team_members where workspace_id = ${workspaceId} and team_id = ${teamId} and agent_id = any(${[...agentIds]}::bigint[])`.execute(tx);
}
