import { hasRole, type AgentRole, type Scope } from '../../platform/auth/actor.ts';
import type { Permission } from './me.schemas.ts';

/** The least role of each permission. */
const least: Record<Permission, AgentRole> = {
  'tickets.read': 'viewer',
  'tickets.write': 'agent',
  'customers.write': 'agent',
  'customers.import': 'lead',
  'blocks.write': 'agent',
  'macros.share': 'lead',
  'tokens.manage': 'agent',
  'teams.manage': 'lead',
  'settings.manage': 'admin',
  'agents.manage': 'admin',
  'owners.manage': 'owner',
};

export function permissionsOf(role: AgentRole): Permission[] {
  return (Object.keys(least) as Permission[]).filter((permission) => hasRole(role, least[permission]));
}

/** Only an owner makes owners, and only an owner changes one. */
export function mayChangeRole(by: AgentRole, from: AgentRole, to: AgentRole): boolean {
  return (from !== 'owner' && to !== 'owner') || by === 'owner';
}

/** Nobody changes somebody who sees more than they do: a new password would hand that sight over. */
export function seesAllOf(scope: Scope, agent: { all_brands: boolean; brands: readonly number[] }): boolean {
  const { brands } = scope;
  return brands === 'all' || (!agent.all_brands && agent.brands.every((id) => brands.includes(id)));
}
