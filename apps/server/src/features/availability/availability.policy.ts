import { hasRole, type AgentActor } from '../../platform/auth/actor.ts';
import { seesAllOf } from '../agents/index.ts';

type Person = { id: number; all_brands: boolean; brands: readonly number[] };

/** Leads, of those who see no more brands than they do: what somebody takes counts in all of them. */
export function mayArrange(actor: Pick<AgentActor, 'role' | 'scope'>, person: Person): boolean {
  return hasRole(actor.role, 'lead') && seesAllOf(actor.scope, person);
}

/** Everybody their own. */
export function mayTakeTimeOff(actor: Pick<AgentActor, 'id' | 'role' | 'scope'>, person: Person): boolean {
  return hasRole(actor.role, 'agent') && (actor.id === person.id || mayArrange(actor, person));
}
