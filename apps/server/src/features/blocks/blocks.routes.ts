import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound, Problem } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, onlyId, toPage } from '../../platform/http/cursors.ts';
import { idInPath, page, problemShape } from '../../platform/http/shapes.ts';
import { deleteBlock, insertBlock, listBlocks, type BlockRow } from './blocks.queries.ts';
import { blockListQuery, blockShape, createBlockBody } from './blocks.schemas.ts';

const tags = ['Block list'];
const problems = { '4xx': problemShape };

/** Senders and domains whose mail makes no ticket. */
export function blockRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  app.route({
    method: 'GET',
    url: '/api/v1/blocks',
    config: { access: 'viewer' },
    schema: { operationId: 'listBlocks', tags, summary: 'Blocked senders and domains, newest first', querystring: blockListQuery, response: { 200: page(blockShape), ...problems } },
    handler: async (request) => {
      const { cursor, limit } = request.query;
      const [before] = cursor === undefined ? [Number.MAX_SAFE_INTEGER] : decodeCursor(cursor, onlyId);
      const rows = await listBlocks(context.db, agentOf(request).scope.workspaceId, { before, limit: limit + 1 });
      return toPage(rows, limit, (row) => [row.id], toBlock);
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/blocks',
    config: { access: 'agent' },
    schema: { operationId: 'addBlock', tags, summary: 'Keep a sender or a domain out', body: createBlockBody, response: { 201: blockShape, ...problems } },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const row = await context.db.transaction().execute((tx) => addBlock(tx, actor, request.body.pattern));
      context.wake.say('events');
      return reply.code(201).send(toBlock(row));
    },
  });

  app.route({
    method: 'DELETE',
    url: '/api/v1/blocks/:id',
    config: { access: 'agent' },
    schema: { operationId: 'removeBlock', tags, summary: 'Let them in again', params: z.strictObject({ id: idInPath }), response: { 200: z.object({ ok: z.literal(true) }), ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      await context.db.transaction().execute((tx) => removeBlock(tx, actor, request.params.id));
      context.wake.say('events');
      return { ok: true as const };
    },
  });
}

async function addBlock(tx: Tx, actor: AgentActor, pattern: string): Promise<BlockRow> {
  const row = await insertBlock(tx, actor.scope.workspaceId, pattern, actor.id);
  if (!row) throw new Problem('already_exists', 'This is blocked already', [{ field: 'pattern', code: 'already_exists', message: 'This is blocked already' }]);
  await appendEvent(tx, actor, { type: 'block.added', data: { block_id: row.id } });
  return row;
}

async function removeBlock(tx: Tx, actor: AgentActor, blockId: number): Promise<void> {
  if (!(await deleteBlock(tx, actor.scope.workspaceId, blockId))) throw notFound('block');
  await appendEvent(tx, actor, { type: 'block.removed', data: { block_id: blockId } });
}

function toBlock({ id, pattern, created_by, created_at }: BlockRow): z.input<typeof blockShape> {
  return { id, pattern, created_by, created_at: created_at.toISOString() };
}
