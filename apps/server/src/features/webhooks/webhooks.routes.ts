import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { eventTypes } from '../../platform/events/event-types.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, onlyId, toPage } from '../../platform/http/cursors.ts';
import type { Operation } from '../../platform/http/openapi-document.ts';
import { empty, idInPath, page, problemShape } from '../../platform/http/shapes.ts';
import { readAddress } from './address.rules.ts';
import { deliveryRoutes } from './deliveries.routes.ts';
import { newSecret } from './signature.ts';
import { changeSecret, createWebhook, removeWebhook, restoreWebhook, updateWebhook } from './webhooks.commands.ts';
import { findWebhook, listWebhooks } from './webhooks.queries.ts';
import { createWebhookBody, eventTypeList, newWebhookShape, rotateBody, updateWebhookBody, webhookListQuery, webhookShape } from './webhooks.schemas.ts';
import { toWebhook } from './webhooks.views.ts';

const tags = ['Webhooks'];
const params = z.strictObject({ id: idInPath });
const problems = { '4xx': problemShape };

/** For the API's description. */
const sent: Operation = {
  operationId: 'receiveEvent',
  tags,
  summary: 'An event, sent to the webhooks that hear of it, signed as Standard Webhooks 1.0.0',
  description: 'At least once, not always in order; `webhook-id` stays the same when an event is sent again. Any 2xx answer within 20 s takes it; 410 stops the webhook; everything else is tried again, ten times in about three days.',
  parameters: [
    { in: 'header', name: 'webhook-id', required: true, schema: { type: 'string' } },
    { in: 'header', name: 'webhook-timestamp', required: true, description: 'When it was sent: Unix time in seconds', schema: { type: 'string' } },
    { in: 'header', name: 'webhook-signature', required: true, description: '`v1,` and base64 of HMAC-SHA256 over `id.timestamp.body`; several with a space between them while a secret gives way to another', schema: { type: 'string' } },
  ],
  requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/WebhookPayload' } } } },
  responses: { '2XX': { description: 'Taken' }, '410': { description: 'Nothing more is wanted: the webhook is stopped' } },
  security: [],
};

/** Where events are sent to, and what came of it: for administrators. */
export function webhookRoutes(server: FastifyInstance, context: Context): void {
  const { db, clock, config, sealer } = context;
  const app = server.withTypeProvider<ZodTypeProvider>();
  deliveryRoutes(server, context);
  server.sentOut['event'] = { post: sent };

  async function shown(actor: AgentActor, webhookId: number) {
    const row = await findWebhook(db, actor, webhookId);
    if (!row) throw notFound('webhook');
    return toWebhook(row, clock.now());
  }

  async function write<Done>(work: (tx: Tx) => Promise<Done>): Promise<Done> {
    const done = await db.transaction().execute(work);
    context.wake.say('events');
    context.wake.say('webhooks');
    return done;
  }

  app.route({
    method: 'GET',
    url: '/api/v1/webhooks',
    config: { access: 'admin' },
    schema: { operationId: 'listWebhooks', tags, summary: 'Webhooks, with their health', querystring: webhookListQuery, response: { 200: page(webhookShape), ...problems } },
    handler: async (request) => {
      const { cursor, limit } = request.query;
      const [after] = cursor === undefined ? [0] : decodeCursor(cursor, onlyId);
      const rows = await listWebhooks(db, agentOf(request), { after, limit: limit + 1 });
      return toPage(rows, limit, (row) => [row.id], (row) => toWebhook(row, clock.now()));
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/webhooks',
    config: { access: 'admin' },
    schema: { operationId: 'createWebhook', tags, summary: 'Send events to an address, signed as Standard Webhooks; the secret is shown this once', body: createWebhookBody, response: { 201: newWebhookShape, ...problems } },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const secret = newSecret();
      const url = readAddress(request.body.url, config.webhookHosts);
      const webhookId = await write((tx) => createWebhook(tx, actor, request.body, { url, secretSealed: sealer.seal(secret), now: clock.now() }));
      return reply.code(201).send({ ...(await shown(actor, webhookId)), secret });
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/webhooks/event-types',
    config: { access: 'admin' },
    schema: { operationId: 'listWebhookEventTypes', tags, summary: 'What a webhook can hear of', response: { 200: eventTypeList, ...problems } },
    handler: async () => ({ items: [...eventTypes] }),
  });

  app.route({
    method: 'GET',
    url: '/api/v1/webhooks/:id',
    config: { access: 'admin' },
    schema: { operationId: 'getWebhook', tags, summary: 'One webhook', params, response: { 200: webhookShape, ...problems } },
    handler: (request) => shown(agentOf(request), request.params.id),
  });

  app.route({
    method: 'PATCH',
    url: '/api/v1/webhooks/:id',
    config: { access: 'admin' },
    schema: {
      operationId: 'updateWebhook', tags, summary: 'Change, pause, resume or take over a webhook',
      description: 'While it is not active nothing is sent, and what happens is not kept for it; what waited before goes out when it is resumed.',
      params, body: updateWebhookBody, response: { 200: webhookShape, ...problems },
    },
    handler: async (request) => {
      const actor = agentOf(request);
      const url = request.body.url === undefined ? undefined : readAddress(request.body.url, config.webhookHosts);
      await write((tx) => updateWebhook(tx, actor, request.params.id, request.body, { url, now: clock.now() }));
      return shown(actor, request.params.id);
    },
  });

  app.route({
    method: 'DELETE',
    url: '/api/v1/webhooks/:id',
    config: { access: 'admin' },
    schema: { operationId: 'removeWebhook', tags, summary: 'Remove a webhook; for a day it can be restored', params, response: { 204: empty, ...problems } },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      await write((tx) => removeWebhook(tx, actor, request.params.id, clock.now()));
      return reply.code(204).send(null);
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/webhooks/:id/restore',
    config: { access: 'admin' },
    schema: { operationId: 'restoreWebhook', tags, summary: 'Take the removal of a webhook back', params, response: { 200: webhookShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      await write((tx) => restoreWebhook(tx, actor, request.params.id, clock.now()));
      return shown(actor, request.params.id);
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/webhooks/:id/secret',
    config: { access: 'admin' },
    schema: { operationId: 'rotateWebhookSecret', tags, summary: 'A new secret, shown this once; for a while both sign', params, body: rotateBody, response: { 200: newWebhookShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const secret = newSecret();
      await write((tx) => changeSecret(tx, actor, request.params.id, { sealed: sealer.seal(secret), overlapHours: request.body.overlap_hours, now: clock.now() }));
      return { ...(await shown(actor, request.params.id)), secret };
    },
  });
}
