import { hasRole, type AgentRole } from '../../platform/auth/actor.ts';
import type { Permission } from './me.schemas.ts';

/** The least role of each permission. */
const least: Record<Permission, AgentRole> = {
  'tickets.read': 'viewer',
  'tickets.write': 'agent',
  'customers.write': 'agent',
  'blocks.write': 'agent',
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
