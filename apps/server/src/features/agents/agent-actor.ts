import { hasRole, type AgentActor } from '../../platform/auth/actor.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { findAgent } from './agents.queries.ts';

/** An agent for whom the program does what they asked for, with the rights that they have at this moment; null when they may not work here any more. */
export async function findAgentActor(db: Queryable, workspaceId: number, agentId: number): Promise<AgentActor | null> {
  const agent = await findAgent(db, workspaceId, { id: agentId });
  if (!agent?.active || !hasRole(agent.role, 'agent')) return null;
  const { id, role, name, email, language, time_zone } = agent;
  const scope = { workspaceId, brands: agent.all_brands ? ('all' as const) : agent.brands };
  return { type: 'agent', id, role, name, email, language, timeZone: time_zone, scope, via: 'token', lacksSecondFactor: false, scopes: null };
}
