import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../../context.ts';
import { fieldProblem, notFound } from '../../../platform/errors/problem.ts';
import { agentOf, onlySession, sessionOf } from '../../../platform/http/access.ts';
import { idInPath, page, problemShape } from '../../../platform/http/shapes.ts';
import { encryptPush } from '../../../platform/push/index.ts';
import { readDevice } from '../../../platform/text/device.ts';
import { addDeviceBody, deviceShape } from '../notifications.schemas.ts';
import { deleteDevice, dropSurplusDevices, listDevices, saveDevice, type DeviceRow } from './devices.queries.ts';

const tags = ['Notifications'];
const problems = { '4xx': problemShape };
const mostDevices = 20;

/** The browsers that take messages; on a screen only, for a subscription lives and ends with its session. */
export function deviceRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const own = { access: 'viewer', session: true } as const;

  app.route({
    method: 'GET',
    url: '/api/v1/me/devices',
    config: own,
    schema: { operationId: 'listDevices', tags, summary: 'Browsers that take messages for this agent', security: onlySession, response: { 200: page(deviceShape), ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const { id: current } = sessionOf(actor);
      const rows = await listDevices(context.db, actor.scope.workspaceId, actor.id, context.clock.now());
      return { items: rows.map((row) => toDevice(row, current)), next_cursor: null };
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/me/devices',
    config: own,
    schema: { operationId: 'addDevice', tags, summary: 'Let this browser take messages while its session lives', security: onlySession, body: addDeviceBody, response: { 201: deviceShape, ...problems } },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const { workspaceId } = actor.scope;
      const { id: sessionId } = sessionOf(actor);
      const now = context.clock.now();
      refuseUselessKeys(request.body);
      const deviceId = await context.db.transaction().execute(async (tx) => {
        const kept = await saveDevice(tx, workspaceId, { agentId: actor.id, sessionId, ...request.body });
        await dropSurplusDevices(tx, workspaceId, { agentId: actor.id, sessionId, kept, most: mostDevices, now });
        return kept;
      });
      const row = (await listDevices(context.db, workspaceId, actor.id, now)).find(({ id }) => id === deviceId);
      if (!row) throw notFound('device');
      return reply.code(201).send(toDevice(row, sessionId));
    },
  });

  app.route({
    method: 'DELETE',
    url: '/api/v1/me/devices/:id',
    config: own,
    schema: { operationId: 'removeDevice', tags, summary: 'Send nothing to a browser any more', security: onlySession, params: z.strictObject({ id: idInPath }), response: { 200: z.object({ ok: z.literal(true) }), ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      if (!(await deleteDevice(context.db, actor.scope.workspaceId, actor.id, request.params.id))) throw notFound('device');
      return { ok: true as const };
    },
  });
}

/** A key that is no point of the curve would fail at each message. */
function refuseUselessKeys({ p256dh, auth }: { p256dh: string; auth: string }): void {
  try {
    encryptPush('', { p256dh: Buffer.from(p256dh, 'base64url'), auth: Buffer.from(auth, 'base64url') });
  } catch {
    throw fieldProblem('p256dh', 'invalid_input', 'Not a public key of the curve P-256');
  }
}

function toDevice({ id, session_id, user_agent, last_error, last_sent_at, created_at }: DeviceRow, current: string): z.input<typeof deviceShape> {
  return { id, ...readDevice(user_agent), current: session_id === current, failing: last_error !== null, last_sent_at: last_sent_at?.toISOString() ?? null, created_at: created_at.toISOString() };
}
