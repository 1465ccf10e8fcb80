import { Problem } from '../errors/problem.ts';

/** Least first. A `client` is one of a client company's own people: what they may ask for says so itself, all else is refused. */
export const agentRoles = ['client', 'viewer', 'agent', 'lead', 'admin', 'owner'] as const;
export type AgentRole = (typeof agentRoles)[number];

/** What an actor may see: every read takes it. `brands` are brand ids, or all of the workspace. */
export type Scope = { workspaceId: number; brands: 'all' | readonly number[] };

export type AgentActor = {
  type: 'agent';
  id: number;
  role: AgentRole;
  name: string;
  email: string;
  language: string;
  timeZone: string;
  scope: Scope;
  via: 'session' | 'token';
  /** Of a person on a screen. */
  session?: { id: string; userId: string };
  /** Their role must have a second factor and they have none yet: they may do nothing but set one up. */
  lacksSecondFactor: boolean;
  /** What a token is for; null: everything that its agent may do. */
  scopes: readonly string[] | null;
};
export type CustomerActor = { type: 'customer'; id: number; scope: Scope };
/** The program itself; `automation`: at the word of this one, which its events then name. */
export type SystemActor = { type: 'system'; id: null; scope: Scope; automation?: number };
/** Who does something: stands on every event. */
export type Actor = AgentActor | CustomerActor | SystemActor;
/** As much of an actor as an event tells; a job acts so for the person who asked for it. */
export type EventActor = Pick<AgentActor, 'type' | 'id' | 'scope'> | CustomerActor | SystemActor;

export function systemActor(workspaceId: number): SystemActor {
  return { type: 'system', id: null, scope: { workspaceId, brands: 'all' } };
}

/** What an event says of its actor beside type and id. */
export function markOf(actor: EventActor): { automation?: number } {
  return actor.type === 'system' && actor.automation !== undefined ? { automation: actor.automation } : {};
}

export function hasRole(role: AgentRole, least: AgentRole): boolean {
  return agentRoles.indexOf(role) >= agentRoles.indexOf(least);
}

/** @throws Problem not_allowed */
export function requireRole(actor: AgentActor, least: AgentRole): void {
  if (!hasRole(actor.role, least)) throw new Problem('not_allowed');
}

export function seesBrand(scope: Scope, brandId: number): boolean {
  return scope.brands === 'all' || scope.brands.includes(brandId);
}
