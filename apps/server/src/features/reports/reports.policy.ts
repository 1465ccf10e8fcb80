import { hasRole, type AgentActor } from '../../platform/auth/actor.ts';
import { Problem } from '../../platform/errors/problem.ts';
import type { Grouping } from './reports.schemas.ts';
import type { Narrowing } from './sums.queries.ts';

export type Only = 'all' | 'own' | 'volume';

/**
 * Leads see everything of their brands. Others see their own tickets, and of a team of theirs only how many there were; nobody
 * sees how a colleague does.
 * @throws Problem not_allowed
 */
export function narrowFor(actor: Pick<AgentActor, 'id' | 'role'>, teamIds: readonly number[], narrow: Narrowing, by: Grouping | null): { narrow: Narrowing; only: Only } {
  if (hasRole(actor.role, 'lead')) return { narrow, only: 'all' };
  const self = String(actor.id);
  const ofTeam = narrow.team !== undefined && narrow.assignee === undefined;
  if (ofTeam && by !== 'assignee' && by !== 'tier' && narrow.tier === undefined && teamIds.some((id) => String(id) === narrow.team)) return { narrow, only: 'volume' };
  if (narrow.assignee !== undefined && narrow.assignee !== self) throw new Problem('not_allowed', 'Only leads see the figures of others');
  if (ofTeam && by === 'assignee') throw new Problem('not_allowed', 'Only leads see the figures of others');
  return { narrow: { ...narrow, assignee: self }, only: 'own' };
}
