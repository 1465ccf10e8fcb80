import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import { agentOf } from '../../platform/http/access.ts';
import { problemShape } from '../../platform/http/shapes.ts';
import { vapidKeys } from '../../platform/push/index.ts';
import { kinds, readWays, type WaysOfKinds } from './kinds.ts';
import { notificationSettingsShape, updateSettingsBody, type UpdateSettingsBody } from './notifications.schemas.ts';
import { quietUntil, readQuiet } from './quiet.rules.ts';
import { findSettings, saveSettings } from './settings.queries.ts';

const tags = ['Notifications'];
const problems = { '4xx': problemShape };

/** By which ways an agent hears of what, and when not. */
export function settingsRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const { publicKey } = vapidKeys(context.secret);

  app.route({
    method: 'GET',
    url: '/api/v1/me/notifications',
    config: { access: 'viewer' },
    schema: { operationId: 'readNotificationSettings', tags, summary: 'How this agent hears of what', response: { 200: notificationSettingsShape, ...problems } },
    handler: (request) => toSettings(agentOf(request)),
  });

  app.route({
    method: 'PATCH',
    url: '/api/v1/me/notifications',
    config: { access: 'agent' },
    schema: { operationId: 'updateNotificationSettings', tags, summary: 'Change how this agent hears of what', body: updateSettingsBody, response: { 200: notificationSettingsShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const { workspaceId } = actor.scope;
      await context.db.transaction().execute(async (tx) => {
        const before = await findSettings(tx, workspaceId, actor.id, { lock: true });
        const quiet = readQuiet(before?.quiet, before?.quiet_until ?? null);
        const { quiet_until: until = quiet.until?.toISOString() ?? null, quiet_hours: hours = quiet.hours, working_days: days = quiet.workingDays } = request.body;
        await saveSettings(tx, workspaceId, actor.id, {
          ways: changedWays(readWays(before?.ways), request.body.ways),
          quiet: { hours, working_days: days && [...new Set(days)].toSorted((one, other) => one - other) },
          quiet_until: until === null ? null : new Date(until),
        });
      });
      return toSettings(actor);
    },
  });

  async function toSettings(actor: AgentActor): Promise<z.input<typeof notificationSettingsShape>> {
    const row = await findSettings(context.db, actor.scope.workspaceId, actor.id);
    const now = context.clock.now();
    const quiet = readQuiet(row?.quiet, row?.quiet_until ?? null);
    const isPast = quiet.until !== null && quiet.until <= now;
    return {
      ways: readWays(row?.ways),
      quiet: { until: isPast ? null : (quiet.until?.toISOString() ?? null), hours: quiet.hours, working_days: quiet.workingDays === null ? null : [...quiet.workingDays] },
      quiet_now: quietUntil(quiet, actor.timeZone, now)?.toISOString() ?? null,
      push_key: publicKey,
    };
  }
}

function changedWays(before: WaysOfKinds, change: UpdateSettingsBody['ways']): WaysOfKinds {
  return Object.fromEntries(kinds.map((kind) => [kind, { ...before[kind], ...change?.[kind] }])) as WaysOfKinds; // the same kinds
}
