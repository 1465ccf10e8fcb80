import { hasRole, type AgentActor } from '../../platform/auth/actor.ts';
import type { Audience } from './saved-views.schemas.ts';

/** Everybody who works builds views of their own; those that others see are a lead's to make and to change. */
export function maySave({ role }: Pick<AgentActor, 'role'>, audience: Audience): boolean {
  return hasRole(role, audience === 'own' ? 'agent' : 'lead');
}

export function mayEdit(actor: Pick<AgentActor, 'id' | 'role'>, view: { audience: Audience; owner_id: number }): boolean {
  return view.audience === 'own' ? view.owner_id === actor.id && maySave(actor, 'own') : maySave(actor, view.audience);
}
