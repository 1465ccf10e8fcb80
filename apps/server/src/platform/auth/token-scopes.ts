import { hasRole, type AgentRole } from './actor.ts';

/**
 * What a token may be limited to. `read` opens what only looks, `write` what an agent changes, `admin` what takes a lead
 * or more; each holds the ones before it. A token never does more than its agent either.
 */
export const tokenScopes = [
  'tickets:read', 'tickets:write',
  'customers:read', 'customers:write',
  'mail:read', 'mail:write', 'mail:admin',
  'settings:read', 'settings:admin',
  'agents:read', 'agents:admin',
  'events:read',
] as const;
export type TokenScope = (typeof tokenScopes)[number];

/** `own`: the agent's own page, which any token may look at and only one without limits may change. */
export type Area = 'tickets' | 'customers' | 'mail' | 'settings' | 'agents' | 'events' | 'own';
export type Level = 'read' | 'write' | 'admin';
const levels: readonly Level[] = ['read', 'write', 'admin'];

/** What a route asks of a token: looking is reading; changing is as high as the role that it takes. */
export function levelOf(method: string, access: AgentRole): Level {
  if (method === 'GET' || method === 'HEAD') return 'read';
  return hasRole(access, 'lead') ? 'admin' : 'write';
}

/** Whether scopes open a route; `scopes` null: everything. A route whose area nobody has told opens to no limited token. */
export function coversRoute(scopes: readonly string[] | null, area: Area | undefined, method: string, access: AgentRole): boolean {
  if (scopes === null) return true;
  if (area === undefined) return false;
  const wanted = levelOf(method, access);
  if (area === 'own') return wanted === 'read';
  return levels.slice(levels.indexOf(wanted)).some((level) => scopes.includes(`${area}:${level}`));
}
