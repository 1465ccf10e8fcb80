import { sql } from 'kysely';
import type { AgentActor, AgentRole } from '../../platform/auth/actor.ts';
import type { Queryable } from '../../platform/db/db.ts';

export type AnsweringAgent = { actor: AgentActor; active: boolean; deskLanguage: string };

/** The agent whom a notification was for, as they are now. */
export async function findAnsweringAgent(db: Queryable, workspaceId: number, agentId: number): Promise<AnsweringAgent | null> {
  const { rows } = await sql<{ id: number; role: AgentRole; name: string; email: string; language: string; time_zone: string; active: boolean; all_brands: boolean; brands: number[]; desk_language: string }>`
    select a.id, a.role, a.name, a.email, a.language, a.time_zone, a.active, a.all_brands, w.default_language as desk_language,
      array(select b.brand_id from agent_brands b where b.workspace_id = a.workspace_id and b.agent_id = a.id) as brands
    from agents a join identity.workspaces w on w.id = a.workspace_id
    where a.workspace_id = ${workspaceId} and a.id = ${agentId} and a.role <> 'client'`.execute(db);
  const row = rows[0];
  if (!row) return null;
  const { id, role, name, email, language, time_zone: timeZone, active, all_brands, brands, desk_language: deskLanguage } = row;
  return { active, deskLanguage, actor: { type: 'agent', id, role, name, email, language, timeZone, scope: { workspaceId, brands: all_brands ? 'all' : brands }, via: 'token', lacksSecondFactor: false, scopes: null } };
}
