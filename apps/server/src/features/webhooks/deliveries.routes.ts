import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import { notFound, Problem } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, onlyId, toPage } from '../../platform/http/cursors.ts';
import { idInPath, page, problemShape } from '../../platform/http/shapes.ts';
import { attemptToSend } from './attempt.ts';
import { findDelivery, insertTest, listDeliveries } from './deliveries.queries.ts';
import { testMessage } from './message.ts';
import { findEndpoint, noteAttempt } from './send.queries.ts';
import { replayAll, replayOne } from './webhooks.commands.ts';
import { findWebhook } from './webhooks.queries.ts';
import { deliveryListQuery, deliveryShape, replayBody, replayed } from './webhooks.schemas.ts';
import { toDelivery } from './webhooks.views.ts';

const tags = ['Webhooks'];
const params = z.strictObject({ id: idInPath });
const oneParams = z.strictObject({ id: idInPath, delivery: idInPath });
const problems = { '4xx': problemShape };

/** The log of what was sent to a webhook. */
export function deliveryRoutes(server: FastifyInstance, context: Context): void {
  const { db, clock, config } = context;
  const app = server.withTypeProvider<ZodTypeProvider>();

  async function shown(actor: AgentActor, webhookId: number, deliveryId: number) {
    const row = await findDelivery(db, actor.scope.workspaceId, webhookId, deliveryId);
    if (!row) throw notFound('delivery');
    return toDelivery(webhookId, row);
  }

  app.route({
    method: 'GET',
    url: '/api/v1/webhooks/:id/deliveries',
    config: { access: 'admin' },
    schema: { operationId: 'listWebhookDeliveries', tags, summary: 'What was sent and is to be sent, newest first; kept for 30 days', params, querystring: deliveryListQuery, response: { 200: page(deliveryShape), ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const { cursor, limit, state } = request.query;
      const [before] = cursor === undefined ? [Number.MAX_SAFE_INTEGER] : decodeCursor(cursor, onlyId);
      const webhook = await findWebhook(db, actor, request.params.id);
      if (!webhook) throw notFound('webhook');
      const rows = await listDeliveries(db, actor.scope.workspaceId, webhook.id, { state, before, limit: limit + 1 });
      return toPage(rows, limit, (row) => [row.id], (row) => toDelivery(webhook.id, row));
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/webhooks/:id/deliveries/:delivery/replay',
    config: { access: 'admin' },
    schema: { operationId: 'replayWebhookDelivery', tags, summary: 'Send one again, under the same id; while the webhook is not active it waits', params: oneParams, response: { 200: deliveryShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const { id, delivery } = request.params;
      await db.transaction().execute((tx) => replayOne(tx, actor, id, delivery, clock.now()));
      context.wake.say('webhooks');
      return shown(actor, id, delivery);
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/webhooks/:id/replay',
    config: { access: 'admin' },
    schema: { operationId: 'replayWebhook', tags, summary: 'Send all again that were given up on since a moment, the oldest first', params, body: replayBody, response: { 200: replayed, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const done = await db.transaction().execute((tx) => replayAll(tx, actor, request.params.id, { since: new Date(request.body.since), now: clock.now() }));
      context.wake.say('webhooks');
      return done;
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/webhooks/:id/test',
    config: { access: 'admin' },
    schema: { operationId: 'testWebhook', tags, summary: 'Send a test event now, once, and say what came of it; also while the webhook is not active', params, response: { 200: deliveryShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const { workspaceId } = actor.scope;
      const webhook = await findWebhook(db, actor, request.params.id);
      const endpoint = webhook && (await findEndpoint(db, workspaceId, webhook.id));
      if (!endpoint) throw notFound('webhook');
      if (config.holdOutbound) throw new Problem('conflict', 'Nothing is sent while OMBUD_OUTBOUND=hold');
      const deliveryId = await insertTest(db, workspaceId, endpoint.id, clock.now());
      // Nobody waits for it but the one who asked: no transaction is open meanwhile.
      const attempt = await attemptToSend(context, endpoint, testMessage(endpoint.id, deliveryId, clock.now()));
      await db.transaction().execute((tx) => noteAttempt(tx, { workspaceId, deliveryId, of: 0 }, { ...attempt, state: attempt.taken ? 'delivered' : 'failed', nextAt: null, now: clock.now() }));
      return shown(actor, endpoint.id, deliveryId);
    },
  });
}
