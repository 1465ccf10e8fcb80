import { sql } from 'kysely';
import type { AgentRole } from '../../platform/auth/actor.ts';
import type { Queryable, Tx } from '../../platform/db/db.ts';

export type AgentRow = {
  id: number;
  user_id: string | null;
  name: string;
  email: string;
  role: AgentRole;
  language: string;
  time_zone: string;
  signature: string;
  preferences: unknown;
  all_brands: boolean;
  brands: number[];
  active: boolean;
  can_sign_in: boolean;
  second_factor: boolean;
  created_at: Date;
  updated_at: Date;
};

const columns = sql`a.id, a.user_id, a.name, a.email, a.role, a.language, a.time_zone, a.signature, a.preferences, a.all_brands, a.active,
  array(select b.brand_id from agent_brands b where b.workspace_id = a.workspace_id and b.agent_id = a.id order by b.brand_id) as brands,
  exists (select from identity.account c where c."userId" = a.user_id and c.password is not null) as can_sign_in,
  exists (select from identity.second_factors f where f.user_id = a.user_id and f.confirmed_at is not null)
    or exists (select from identity.passkeys p where p.user_id = a.user_id) as second_factor, a.created_at, a.updated_at`;

/** Oldest first. Index: the primary key; for a team, its members. */
export async function listAgents(
  db: Queryable,
  workspaceId: number,
  { show, team, clients, after, limit }: { show: 'active' | 'inactive' | 'all'; team?: number; clients: boolean; after: number; limit: number },
): Promise<AgentRow[]> {
  const { rows } = await sql<AgentRow>`
    select ${columns} from agents a
    where a.workspace_id = ${workspaceId} and a.id > ${after}
      and ${clients ? sql`true` : sql`a.role <> 'client'`}
      and ${show === 'all' ? sql`true` : sql`a.active = ${show === 'active'}`}
      and ${team === undefined ? sql`true` : sql`exists (select from team_members m where m.workspace_id = a.workspace_id and m.team_id = ${team} and m.agent_id = a.id)`}
    order by a.id limit ${limit}`.execute(db);
  return rows;
}

export async function findAgent(db: Queryable, workspaceId: number, which: { id: number } | { email: string }, { lock = false } = {}): Promise<AgentRow | null> {
  const { rows } = await sql<AgentRow>`
    select ${columns} from agents a
    where a.workspace_id = ${workspaceId} and ${'id' in which ? sql`a.id = ${which.id}` : sql`a.email = ${which.email}`}
    ${lock ? sql`for update of a` : sql``}`.execute(db);
  return rows[0] ?? null;
}

/** The active owners, locked, so that two changes at once cannot take the last two away. */
export async function lockActiveOwners(tx: Tx, workspaceId: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from agents where workspace_id = ${workspaceId} and role = 'owner' and active order by id for update`.execute(tx);
  return rows.map(({ id }) => id);
}

export type NewAgent = { name: string; email: string; role: AgentRole; language?: string; timeZone?: string; allBrands: boolean };

/** Language and time zone come from the workspace when not given. Null when the address is taken. */
export async function insertAgent(tx: Tx, workspaceId: number, agent: NewAgent): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    insert into agents (workspace_id, name, email, role, language, time_zone, all_brands)
    select w.id, ${agent.name}, ${agent.email}, ${agent.role}, coalesce(${agent.language ?? null}, w.default_language), coalesce(${agent.timeZone ?? null}, w.time_zone), ${agent.allBrands}
    from identity.workspaces w where w.id = ${workspaceId}
    on conflict (workspace_id, email) do nothing returning id`.execute(tx);
  return rows[0]?.id ?? null;
}

export type AgentChange = Partial<{
  name: string;
  email: string;
  role: AgentRole;
  language: string;
  time_zone: string;
  signature: string;
  all_brands: boolean;
  active: boolean;
  user_id: string;
  availability: 'away';
  hand_over_to: 'nobody' | null;
  hand_over_id: number | null;
}>;

export async function updateAgentRow(tx: Tx, workspaceId: number, agentId: number, change: AgentChange): Promise<void> {
  await tx
    .updateTable('agents')
    .set({ ...change, ...(change.availability && { availability_since: sql<Date>`now()` }), updated_at: sql<Date>`now()` })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', agentId)
    .execute();
}

export async function savePreferences(tx: Tx, workspaceId: number, agentId: number, preferences: object): Promise<void> {
  await sql`update agents set preferences = ${JSON.stringify(preferences)}::jsonb, updated_at = now()
    where workspace_id = ${workspaceId} and id = ${agentId}`.execute(tx);
}

export async function replaceAgentBrands(tx: Tx, workspaceId: number, agentId: number, brandIds: readonly number[]): Promise<void> {
  await tx.deleteFrom('agent_brands').where('workspace_id', '=', workspaceId).where('agent_id', '=', agentId).execute();
  await sql`insert into agent_brands (workspace_id, agent_id, brand_id)
    select ${workspaceId}, ${agentId}, b from unnest(${[...brandIds]}::bigint[]) b on conflict do nothing`.execute(tx);
}
