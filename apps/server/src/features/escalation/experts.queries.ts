import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/db.ts';

/** So many are looked at, however large the desk is. */
const mostLookedAt = 60;

export type PersonRow = { id: number; name: string; lead: boolean; member: boolean };

/**
 * People to whom a ticket might go: those who solved the like, those with a skill that it asks for, those of a higher tier, and
 * those who lead. Indexes: the primary keys, agent_skills_skill; of the rest there are a few hundred agents at most.
 */
export async function findPeople(db: Queryable, workspaceId: number, asked: { solvers: readonly number[]; skills: readonly number[]; aboveTier: number; teamId: number | null; now: Date }): Promise<PersonRow[]> {
  const { rows } = await sql<PersonRow>`
    select a.id, a.name, a.role in ('lead', 'admin', 'owner') as lead,
      exists (select from team_members m where m.workspace_id = a.workspace_id and m.team_id = ${asked.teamId}::bigint and m.agent_id = a.id) as member
    from (
      select id from unnest(${[...asked.solvers]}::bigint[]) as s(id)
      union (select k.agent_id from agent_skills k where k.workspace_id = ${workspaceId} and k.skill_id = any(${[...asked.skills]}::bigint[]) and (k.expires_at is null or k.expires_at > ${asked.now})
        order by k.level desc, k.agent_id limit ${sql.lit(mostLookedAt)})
      union (select h.id from agents h where h.workspace_id = ${workspaceId} and h.active and h.role not in ('viewer', 'client') and h.tier > ${asked.aboveTier} order by h.availability = 'online' desc, h.tier, h.id limit ${sql.lit(mostLookedAt)})
      union (select l.id from agents l where l.workspace_id = ${workspaceId} and l.active and l.role in ('lead', 'admin', 'owner')
        order by exists (select from team_members m where m.workspace_id = l.workspace_id and m.team_id = ${asked.teamId}::bigint and m.agent_id = l.id) desc, l.role = 'lead' desc, l.id limit ${sql.lit(mostLookedAt)})
    ) x join agents a on a.workspace_id = ${workspaceId} and a.id = x.id and a.active and a.role not in ('viewer', 'client')
    order by a.id`.execute(db);
  return rows;
}

export type SolvedRow = { id: number; number: number; agent_id: number };

/** Who had these tickets when they were solved, else who wrote down how they ended. Indexes: the primary keys. */
export async function findSolvers(db: Queryable, workspaceId: number, ticketIds: readonly number[]): Promise<SolvedRow[]> {
  if (ticketIds.length === 0) return [];
  const { rows } = await sql<SolvedRow>`
    select t.id, t.number, coalesce(t.assignee_id, w.written_by) as agent_id from tickets t
    left join wrap_ups w on w.workspace_id = t.workspace_id and w.ticket_id = t.id
    where t.workspace_id = ${workspaceId} and t.id = any(${[...ticketIds]}::bigint[]) and t.folder = 'inbox' and t.status in ('solved', 'closed') and coalesce(t.assignee_id, w.written_by) is not null`.execute(db);
  return rows;
}

export async function findTier(db: Queryable, workspaceId: number, agentId: number | null): Promise<number> {
  if (agentId === null) return 1;
  const { rows } = await sql<{ tier: number }>`select tier from agents where workspace_id = ${workspaceId} and id = ${agentId}`.execute(db);
  return rows[0]?.tier ?? 1;
}

export async function findChannel(db: Queryable, workspaceId: number, ticketId: number): Promise<string> {
  const { rows } = await sql<{ channel: string }>`select channel from tickets where workspace_id = ${workspaceId} and id = ${ticketId}`.execute(db);
  return rows[0]?.channel ?? 'email';
}
