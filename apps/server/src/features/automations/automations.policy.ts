import { hasRole, seesBrand, type AgentActor } from '../../platform/auth/actor.ts';

/** Leads write those of the brands that they see; what is for all brands, only who sees them all. */
export function mayWriteAutomation({ role, scope }: Pick<AgentActor, 'role' | 'scope'>, brandId: number | null): boolean {
  return hasRole(role, 'lead') && (brandId === null ? scope.brands === 'all' : seesBrand(scope, brandId));
}
