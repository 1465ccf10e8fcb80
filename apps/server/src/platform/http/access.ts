import type { FastifyReply, FastifyRequest } from 'fastify';
import { hasRole, type AgentActor, type AgentRole } from '../auth/actor.ts';
import type { Identify } from '../auth/identify.ts';
import { Problem } from '../errors/problem.ts';
import { coversRoute, type Area } from '../auth/token-scopes.ts';

/** Who may call a route at all: everyone, or agents from a role on. Every route says it; the start fails for one that does not. */
export type Access = 'public' | AgentRole;

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
    /** For people on a screen only: a token must not change how its agent signs in. */
    session?: true;
    /** Also open to those who must first set up a second factor. */
    withoutSecondFactor?: true;
    /** What a token's scopes speak of; set for each feature in app.ts. */
    area?: Area;
  }
  interface FastifyRequest {
    /** Set before validation on every route that is not public. */
    agent: AgentActor | null;
  }
}

const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** The onRequest guard: 401 without a login, 403 below the route's role, before anything of the request is read. */
export function createGuard(identify: Identify, publicOrigin: () => string[]) {
  return async function guard(request: FastifyRequest, _reply: FastifyReply): Promise<void> {
    const { access, session, withoutSecondFactor, area } = request.routeOptions.config;
    if (access === 'public' || request.is404) return;
    const agent = await whoAsks(identify, request);
    if (!agent) throw new Problem('not_signed_in');
    if (agent.via === 'session' && changing.has(request.method)) checkOrigin(request, publicOrigin());
    if (!access || !hasRole(agent.role, access)) throw new Problem('not_allowed');
    if (session && agent.via !== 'session') throw new Problem('not_allowed', 'Only a person on a screen may do this');
    if (agent.lacksSecondFactor && !withoutSecondFactor) throw new Problem('second_factor_needed');
    if (!coversRoute(agent.scopes, area, request.method, access)) throw new Problem('not_allowed', 'This token is not for this');
    request.agent = agent;
  };
}

/** The agent behind a bearer token or a session cookie; null when there is none. */
export async function whoAsks(identify: Identify, request: FastifyRequest): Promise<AgentActor | null> {
  const { authorization, cookie } = request.headers;
  if (authorization !== undefined) {
    const token = /^Bearer ([\x21-\x7e]{1,200})$/i.exec(authorization)?.[1];
    return token ? identify.byToken(token) : null;
  }
  if (!cookie) return null;
  const named = request.headers['x-ombud-workspace'];
  const chosen = Number(named ?? /(?:^|;\s*)ombud\.workspace=(\d{1,15})(?:;|$)/.exec(cookie)?.[1]);
  return identify.bySession(cookie, Number.isSafeInteger(chosen) && chosen > 0 ? chosen : null, { strict: named !== undefined });
}

/**
 * Requests that ride on a cookie must come from our own pages. Browsers send Origin with every changing request;
 * its host must be the one that was asked, or the configured public one.
 */
export function checkOrigin(request: FastifyRequest, publicOrigins: string[]): void {
  const origin = request.headers.origin;
  const site = request.headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') throw new Problem('wrong_origin');
  if (origin === undefined) {
    if (site === undefined || site === 'same-origin' || site === 'none') return;
    throw new Problem('wrong_origin');
  }
  if (publicOrigins.includes(origin)) return;
  const host = URL.canParse(origin) ? new URL(origin).host : null;
  if (host === null || host !== request.headers.host) throw new Problem('wrong_origin');
}

/** The signed-in agent of a guarded route. */
export function agentOf(request: FastifyRequest): AgentActor {
  if (!request.agent) throw new Problem('not_signed_in');
  return request.agent;
}

/** The session of a route that is for people on a screen only. */
export function sessionOf(actor: AgentActor): { id: string; userId: string } {
  if (!actor.session) throw new Problem('not_allowed');
  return actor.session;
}

/** What such a route says in the API's description. */
export const onlySession = [{ session: [] }];
