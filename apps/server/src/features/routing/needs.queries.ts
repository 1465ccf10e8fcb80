import { sql } from 'kysely';
import { json, type Queryable, type Tx } from '../../platform/db/db.ts';
import type { SkillKind } from '../skills/index.ts';

export type NeedSource = 'agent' | 'brand' | 'team' | 'language';
export type NeedRow = { ticket_id: number; skill_id: number; skill_name: string; skill_kind: SkillKind; need: 'required' | 'preferred' | 'none'; level: number; source: NeedSource };

/**
 * What tickets ask for: what somebody has said of a ticket, else what its team asks for in its brand, in all brands, else the skill
 * of its language. Indexes: the primary keys, routing_needs_one and skills_language, for each ticket.
 */
export async function readNeeds(db: Queryable, workspaceId: number, ticketIds: readonly number[]): Promise<NeedRow[]> {
  if (ticketIds.length === 0) return [];
  const { rows } = await sql<NeedRow>`
    select t.id as ticket_id, s.id as skill_id, s.name as skill_name, s.kind as skill_kind, n.need, n.level, n.source
    from tickets t
    cross join lateral (
      select distinct on (a.skill_id) a.skill_id, a.need, a.level, a.source from (
        select k.skill_id, k.need, k.level, 'agent' as source, 1 as rank from ticket_skills k where k.workspace_id = t.workspace_id and k.ticket_id = t.id
        union all
        select d.skill_id, d.need, d.level, case when d.brand_id is null then 'team' else 'brand' end, case when d.brand_id is null then 3 else 2 end
        from routing_needs d where d.workspace_id = t.workspace_id and d.team_id = t.team_id and (d.brand_id is null or d.brand_id = t.brand_id)
        union all
        select l.id, coalesce(r.language_need, 'preferred'), 1, 'language', 4 from skills l
        left join routing_rules r on r.workspace_id = t.workspace_id and r.team_id = t.team_id
        where l.workspace_id = t.workspace_id and l.language = t.language and l.archived_at is null and r.language_need is distinct from 'none'
      ) a order by a.skill_id, a.rank) n
    join skills s on s.workspace_id = t.workspace_id and s.id = n.skill_id and s.archived_at is null
    where t.workspace_id = ${workspaceId} and t.id = any(${[...ticketIds]}::bigint[])
    order by t.id, n.need = 'none', n.need = 'preferred', lower(s.name), s.id`.execute(db);
  return rows;
}

export type TicketSkill = { skill: number; need: 'required' | 'preferred' | 'none'; level: number };

export async function readTicketSkills(db: Queryable, workspaceId: number, ticketId: number): Promise<TicketSkill[]> {
  const { rows } = await sql<TicketSkill>`select skill_id as skill, need, level from ticket_skills where workspace_id = ${workspaceId} and ticket_id = ${ticketId} order by skill_id`.execute(db);
  return rows;
}

export async function replaceTicketSkills(tx: Tx, workspaceId: number, ticketId: number, agentId: number, skills: readonly TicketSkill[]): Promise<void> {
  await sql`delete from ticket_skills where workspace_id = ${workspaceId} and ticket_id = ${ticketId}`.execute(tx);
  if (skills.length === 0) return;
  await sql`insert into ticket_skills (workspace_id, ticket_id, skill_id, need, level, set_by)
    select ${workspaceId}, ${ticketId}, x.skill, x.need, x.level, ${agentId} from jsonb_to_recordset(${json(skills)}) as x(skill bigint, need text, level smallint)`.execute(tx);
}
