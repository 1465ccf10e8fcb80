import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { fieldProblem } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, onlyId, toPage } from '../../platform/http/cursors.ts';
import { idInPath, page, problemShape } from '../../platform/http/shapes.ts';
import { createToken, removeToken } from './tokens.commands.ts';
import { listTokens, type TokenRow } from './tokens.queries.ts';
import { createTokenBody, newTokenShape, tokenListQuery, tokenShape } from './tokens.schemas.ts';

const tags = ['Tokens'];
const problems = { '4xx': problemShape };

/** An agent's own tokens for programs. */
export function tokenRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  app.route({
    method: 'GET',
    url: '/api/v1/tokens',
    config: { access: 'viewer' },
    schema: { operationId: 'listTokens', tags, summary: 'Own API tokens, newest first', querystring: tokenListQuery, response: { 200: page(tokenShape), ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const { cursor, limit } = request.query;
      const [before] = cursor === undefined ? [Number.MAX_SAFE_INTEGER] : decodeCursor(cursor, onlyId);
      const rows = await listTokens(context.db, actor.scope.workspaceId, actor.id, { before, limit: limit + 1 });
      return toPage(rows, limit, (row) => [row.id], toToken);
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/tokens',
    config: { access: 'agent' },
    schema: { operationId: 'createToken', tags, summary: 'Make a token with all own rights, or only some; it is shown this once', body: createTokenBody, response: { 201: newTokenShape, ...problems } },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const { name, scopes, expires_at } = request.body;
      const expiresAt = expires_at === undefined ? null : new Date(expires_at);
      if (expiresAt && expiresAt <= context.clock.now()) throw fieldProblem('expires_at', 'too_small', 'This is over already');
      const { token, ...row } = await context.db.transaction().execute((tx) => createToken(tx, actor, actor.id, { name, scopes, expiresAt }));
      context.wake.say('events');
      return reply.code(201).send({ ...toToken(row), token });
    },
  });

  app.route({
    method: 'DELETE',
    url: '/api/v1/tokens/:id',
    config: { access: 'agent' },
    schema: { operationId: 'removeToken', tags, summary: 'End an own token at once', params: z.strictObject({ id: idInPath }), response: { 200: z.object({ ok: z.literal(true) }), ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      await context.db.transaction().execute((tx) => removeToken(tx, actor, actor.id, request.params.id));
      context.wake.say('access');
      context.wake.say('events');
      return { ok: true as const };
    },
  });
}

function toToken({ id, name, prefix, scopes, expires_at, last_used_at, created_at }: TokenRow): z.input<typeof tokenShape> {
  return { id, name, prefix, scopes, expires_at: expires_at?.toISOString() ?? null, last_used_at: last_used_at?.toISOString() ?? null, created_at: created_at.toISOString() };
}
