import { hasRole, type AgentActor } from '../../platform/auth/actor.ts';

/** One's own is one's own; what is shared, leads write: for a brand that they see, or for all brands if they see all. */
export function mayWriteMacro(actor: Pick<AgentActor, 'id' | 'role' | 'scope'>, { ownerId, brandId }: { ownerId: number | null; brandId: number | null }): boolean {
  if (ownerId !== null) return ownerId === actor.id;
  return hasRole(actor.role, 'lead') && (actor.scope.brands === 'all' || (brandId !== null && actor.scope.brands.includes(brandId)));
}
