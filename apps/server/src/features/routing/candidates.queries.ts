import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/db.ts';

export type CandidateRow = {
  id: number;
  member: boolean;
  active: boolean;
  tier: number;
  all_brands: boolean;
  brands: number[];
  availability: 'online' | 'busy' | 'break' | 'away';
  availability_since: Date;
  time_off: boolean;
  on_shift: boolean;
  skills: Record<string, number>;
  limits: Record<string, number>;
  turn: number;
  handed_at: Date | null;
  offered: boolean;
};

/** The members of a team, and some others (account agents), with everything that decides. A look at a primary key or an index for each. */
export async function readCandidates(db: Queryable, workspaceId: number, { teamId, others, now }: { teamId: number; others: readonly number[]; now: Date }): Promise<CandidateRow[]> {
  const { rows } = await sql<CandidateRow>`
    select a.id, x.member, a.active and a.role not in ('viewer', 'client') as active, a.tier, a.all_brands, a.availability, a.availability_since,
      case when a.all_brands then '{}'::bigint[] else array(select b.brand_id from agent_brands b where b.workspace_id = a.workspace_id and b.agent_id = a.id) end as brands,
      exists (select from agent_time_off o where o.workspace_id = a.workspace_id and o.agent_id = a.id and o.ends_at > ${now} and o.starts_at <= ${now}) as time_off,
      exists (select from agent_shifts h where h.workspace_id = a.workspace_id and h.agent_id = a.id and h.ends_at > ${now} and h.starts_at <= ${now}) as on_shift,
      coalesce((select json_object_agg(s.skill_id, s.level) from agent_skills s where s.workspace_id = a.workspace_id and s.agent_id = a.id and (s.expires_at is null or s.expires_at > ${now})), '{}') as skills,
      coalesce((select json_object_agg(l.channel, l.most) from agent_limits l where l.workspace_id = a.workspace_id and l.agent_id = a.id), '{}') as limits,
      coalesce((select r.turn from routing_turns r where r.workspace_id = a.workspace_id and r.team_id = ${teamId} and r.agent_id = a.id), 0) as turn,
      (select max(r.handed_at) from routing_turns r where r.workspace_id = a.workspace_id and r.agent_id = a.id) as handed_at,
      exists (select from routing_offers f where f.workspace_id = a.workspace_id and f.agent_id = a.id and f.state = 'open') as offered
    from (
      select m.agent_id, true as member from team_members m where m.workspace_id = ${workspaceId} and m.team_id = ${teamId}
      union all
      select o.id, false from unnest(${[...new Set(others)]}::bigint[]) as o(id)
      where not exists (select from team_members m where m.workspace_id = ${workspaceId} and m.team_id = ${teamId} and m.agent_id = o.id)
    ) x join agents a on a.workspace_id = ${workspaceId} and a.id = x.agent_id order by a.id`.execute(db);
  return rows;
}

/** Who is online and looks after any customers; there are a few hundred agents at most. Indexes: customers_account, customers_deputy, organizations_account, organizations_deputy. */
export async function onlineAccountAgents(db: Queryable, workspaceId: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select a.id from agents a where a.workspace_id = ${workspaceId} and a.active and a.availability = 'online'
      and (exists (select from organizations o where o.workspace_id = a.workspace_id and o.account_agent_id = a.id)
        or exists (select from organizations o where o.workspace_id = a.workspace_id and o.account_deputy_id = a.id)
        or exists (select from customers c where c.workspace_id = a.workspace_id and c.account_agent_id = a.id)
        or exists (select from customers c where c.workspace_id = a.workspace_id and c.account_deputy_id = a.id))
    order by a.id`.execute(db);
  return rows.map(({ id }) => id);
}

export type Load = { agent_id: number; channel: string; open: number };

/** How many open cases they have, with those that are offered to them now. Indexes: tickets_assignee, routing_offers_own. */
export async function readLoads(db: Queryable, workspaceId: number, agentIds: readonly number[]): Promise<Load[]> {
  if (agentIds.length === 0) return [];
  const { rows } = await sql<Load>`
    select x.agent_id, x.channel, count(*)::int as open from (
      select t.assignee_id as agent_id, t.channel from tickets t
      where t.workspace_id = ${workspaceId} and t.assignee_id = any(${[...agentIds]}::bigint[]) and t.folder = 'inbox' and t.status in ('new', 'open') and t.snoozed_until is null
      union all
      select f.agent_id, t.channel from routing_offers f join tickets t on t.workspace_id = f.workspace_id and t.id = f.ticket_id
      where f.workspace_id = ${workspaceId} and f.agent_id = any(${[...agentIds]}::bigint[]) and f.state = 'open') x
    group by x.agent_id, x.channel`.execute(db);
  return rows;
}
