import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { hashPassword } from '../../platform/auth/sign-in-library.ts';
import { provePassword } from '../../platform/auth/prove-password.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { agentOf, onlySession, sessionOf } from '../../platform/http/access.ts';
import { moment, page, problemShape } from '../../platform/http/shapes.ts';
import { readDevice } from '../../platform/text/device.ts';
import { password, savePasswordHash } from '../agents/index.ts';
import { deleteOtherSessions, deleteSession, listSessions } from './sessions.queries.ts';

const tags = ['Sessions'];
const problems = { '4xx': problemShape };
const done = z.object({ ok: z.literal(true) });
const sessionShape = z
  .object({
    id: z.string(),
    browser: z.string().nullable().describe('By its own word'),
    system: z.string().nullable(),
    current: z.boolean().describe('The one that asks'),
    last_seen_at: moment.describe('To the minute'),
    created_at: moment,
  })
  .meta({ id: 'Session' });

/** A person's own sessions and password: on a screen only, whatever their role. */
export function ownSessionRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const own = { access: 'client', session: true } as const;

  app.route({
    method: 'GET',
    url: '/api/v1/me/sessions',
    config: own,
    schema: { operationId: 'listSessions', tags, summary: 'Where one is signed in, the newest 100', security: onlySession, response: { 200: page(sessionShape), ...problems } },
    handler: async (request) => {
      const { id: current, userId } = sessionOf(agentOf(request));
      const rows = await listSessions(context.db, userId, context.clock.now());
      const items = rows.map(({ id, user_agent, created_at, last_seen_at }) => ({
        id,
        ...readDevice(user_agent),
        current: id === current,
        last_seen_at: (last_seen_at ?? created_at).toISOString(),
        created_at: created_at.toISOString(),
      }));
      return { items, next_cursor: null };
    },
  });

  app.route({
    method: 'DELETE',
    url: '/api/v1/me/sessions/:id',
    config: own,
    schema: {
      operationId: 'endSession', tags, summary: 'End an own session; its screens close at once', security: onlySession,
      params: z.strictObject({ id: z.string().regex(/^[\w-]{1,64}$/) }), response: { 200: done, ...problems },
    },
    handler: async (request) => {
      if (!(await deleteSession(context.db, sessionOf(agentOf(request)).userId, request.params.id))) throw notFound('session');
      context.wake.say('access');
      return { ok: true as const };
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/me/sessions/end-others',
    config: own,
    schema: { operationId: 'endOtherSessions', tags, summary: 'End all own sessions but the one that asks', security: onlySession, response: { 200: z.object({ ended: z.int() }), ...problems } },
    handler: async (request) => {
      const { id, userId } = sessionOf(agentOf(request));
      const ended = await deleteOtherSessions(context.db, userId, id);
      context.wake.say('access');
      return { ended };
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/me/password',
    config: own,
    schema: {
      operationId: 'changePassword', tags, summary: 'Change the own password; all other sessions end', security: onlySession,
      body: z.strictObject({ current_password: z.string().min(1).max(256).regex(/^[^\0]*$/), password }), response: { 200: done, ...problems },
    },
    handler: async (request) => {
      const actor = agentOf(request);
      const { id, userId } = sessionOf(actor);
      try {
        await provePassword(context, { email: actor.email, password: request.body.current_password }, request.ip);
      } catch (error) {
        if (error instanceof Problem && error.code === 'sign_in_failed') throw fieldProblem('current_password', 'wrong_password', 'This is not your password');
        throw error;
      }
      const hash = await context.inTurn(() => hashPassword(context.signIn, request.body.password));
      await context.db.transaction().execute(async (tx) => {
        await savePasswordHash(tx, userId, hash);
        await deleteOtherSessions(tx, userId, id);
        await appendEvent(tx, actor, { type: 'agent.updated', data: { agent_id: actor.id, changes: { password: true } } });
      });
      context.wake.say('access');
      context.wake.say('events');
      return { ok: true as const };
    },
  });
}
