import { createHash } from 'node:crypto';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../db/db.ts';
import type { AgentActor } from './actor.ts';
import { findAgentByTokenHash, findAgentsOfSession, touchSession, touchToken, type IdentityRow } from './identity.queries.ts';
import type { SignIn } from './sign-in-library.ts';

export type Identify = ReturnType<typeof createIdentify>;

type Known = { actor: AgentActor; until: number };
const trustFor = 5_000;
const mostKnown = 20_000;

/**
 * Tells who sends a request: an API token, or a session cookie with the workspace it chose.
 * An answer is trusted for 5 s at most and forgotten at once by `forget`, which every change of
 * sign-ins, tokens, roles and brands calls on all nodes; while other nodes cannot be heard (`mayRemember` is
 * false), nothing is trusted from memory.
 */
export function createIdentify(db: Database, signIn: SignIn, clock: Clock, { mayRemember = (): boolean => true } = {}) {
  const known = new Map<string, Known>();
  let generation = 0;

  async function remember(key: string, find: () => Promise<{ actor: AgentActor; expires?: Date | null } | null>): Promise<AgentActor | null> {
    const now = clock.now().getTime();
    const hit = known.get(key);
    if (hit && hit.until > now && mayRemember()) return hit.actor;
    const asked = generation;
    const found = await find();
    if (!found) {
      known.delete(key);
      return null;
    }
    if (known.size >= mostKnown) known.clear();
    // An answer that was asked for before a `forget` must not outlive it.
    if (asked === generation) known.set(key, { actor: found.actor, until: Math.min(now + trustFor, found.expires?.getTime() ?? Infinity) });
    return found.actor;
  }

  return {
    async byToken(token: string): Promise<AgentActor | null> {
      const hash = hashToken(token);
      return remember(`t:${hash.toString('base64')}`, async () => {
        const row = await findAgentByTokenHash(db, hash, clock.now());
        if (!row) return null;
        await touchToken(db, row.token_id, clock.now());
        return { actor: { ...toActor(row), via: 'token', lacksSecondFactor: false, scopes: row.scopes }, expires: row.expires_at };
      });
    },
    /**
     * `workspaceId` chooses among several; without it, the oldest membership. Where it was asked for by name (`strict`),
     * nobody is found rather than the same person in another workspace.
     */
    async bySession(cookie: string, workspaceId: number | null, { strict = false } = {}): Promise<AgentActor | null> {
      // Of whatever else stands in the header nothing is remembered.
      return remember(`s:${strict ? '!' : ''}${workspaceId ?? ''}:${hashToken(sessionCookie(cookie)).toString('base64')}`, async () => {
        const session = await signIn.api.getSession({ headers: new Headers({ cookie }) });
        if (!session) return null;
        const { id, userId, expiresAt } = session.session;
        const agents = await findAgentsOfSession(db, id);
        const row = agents.find((agent) => agent.workspace_id === workspaceId) ?? (strict ? undefined : agents[0]);
        if (!row) return null;
        await touchSession(db, id, clock.now());
        return { actor: { ...toActor(row), via: 'session', session: { id, userId }, lacksSecondFactor: row.lacks_second_factor, scopes: null }, expires: expiresAt };
      });
    },
    forget(): void {
      generation += 1;
      known.clear();
    },
  };
}

function sessionCookie(header: string): string {
  return header.split(';').map((part) => part.trim()).filter((part) => part.includes('ombud.session_token=')).join(';');
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function toActor(row: IdentityRow): Omit<AgentActor, 'via' | 'lacksSecondFactor' | 'scopes'> {
  return {
    type: 'agent',
    id: row.agent_id,
    role: row.role,
    name: row.name,
    email: row.email,
    language: row.language,
    timeZone: row.time_zone,
    scope: { workspaceId: row.workspace_id, brands: row.all_brands ? 'all' : row.brand_ids },
  };
}
