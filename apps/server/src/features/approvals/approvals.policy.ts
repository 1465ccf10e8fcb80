import { hasRole, seesBrand, type AgentActor } from '../../platform/auth/actor.ts';

/** Leads write the rules of brands that they see; those for all brands, only who administers and sees them all. */
export function mayWriteRule({ role, scope }: Pick<AgentActor, 'role' | 'scope'>, brandId: number | null, approver?: 'lead' | 'admin' | 'named'): boolean {
  // What administrators have to approve, a lead does not switch off.
  if (approver === 'admin' && !hasRole(role, 'admin')) return false;
  return brandId === null ? hasRole(role, 'admin') && scope.brands === 'all' : hasRole(role, 'lead') && seesBrand(scope, brandId);
}
