import type { AgentActor, Scope } from '../../platform/auth/actor.ts';
import { coversRoute } from '../../platform/auth/token-scopes.ts';

/** Of whom it is asked what they should hear: an agent, with the brands that they see; `feedback`: complaints and compliments too. */
export type Asker = { agentId: number; brands: Scope['brands']; feedback: boolean };

/** A token hears of complaints and compliments where it could read them. */
export function askerOf({ id, scope, scopes }: Pick<AgentActor, 'id' | 'scope' | 'scopes'>): Asker {
  return { agentId: id, brands: scope.brands, feedback: coversRoute(scopes, 'agents', 'GET', 'viewer') };
}
