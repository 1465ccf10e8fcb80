import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { fieldProblem } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, onlyId, toPage } from '../../platform/http/cursors.ts';
import { page, problemShape } from '../../platform/http/shapes.ts';
import { askerOf } from './asker.ts';
import { listNotifications, markNotifications, readBells, takeBackRead, type NotificationRow } from './notifications.queries.ts';
import { bellShape, markedShape, markReadBody, markUnreadBody, mostCounted, notificationListQuery, notificationShape } from './notifications.schemas.ts';

const tags = ['Notifications'];
const problems = { '4xx': problemShape };

/** What an agent should hear of: always their own, and of what they see. It tells mostly of tickets, and is of their area. */
export function notificationRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  app.route({
    method: 'GET',
    url: '/api/v1/notifications',
    config: { access: 'viewer' },
    schema: { operationId: 'listNotifications', tags, summary: 'What this agent should hear of, newest first', querystring: notificationListQuery, response: { 200: page(notificationShape), ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const { cursor, limit, unread } = request.query;
      const [before] = cursor === undefined ? [Number.MAX_SAFE_INTEGER] : decodeCursor(cursor, onlyId);
      const rows = await listNotifications(context.db, actor.scope.workspaceId, askerOf(actor), { unread: unread === 'true', before, limit: limit + 1 });
      return toPage(rows, limit, (row) => [row.id], toNotification);
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/notifications/bell',
    config: { access: 'viewer' },
    schema: { operationId: 'readBell', tags, summary: 'How many are unread', response: { 200: bellShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const [bell] = await readBells(context.db, actor.scope.workspaceId, [askerOf(actor)], mostCounted);
      return { unread: bell?.unread ?? 0, newest: bell?.newest ?? null, ring: bell?.ring ?? null };
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/notifications/read',
    config: { access: 'agent' },
    schema: { operationId: 'markNotificationsRead', tags, summary: 'Note own ones as read: some, all up to one, or those of a ticket', body: markReadBody, response: { 200: markedShape, ...problems } },
    handler: async (request) => {
      const { id, scope } = agentOf(request);
      const { ids, up_to: upTo, ticket } = request.body;
      const chosen = [...(ids ? [{ ids }] : []), ...(upTo === undefined ? [] : [{ upTo }]), ...(ticket === undefined ? [] : [{ ticket }])];
      const [which] = chosen;
      if (!which || chosen.length > 1) throw fieldProblem('ids', 'invalid_input', 'Name one of ids, up_to and ticket');
      const at = context.clock.now();
      const marked = await markNotifications(context.db, scope.workspaceId, id, which, at);
      if (marked > 0) context.wake.say('notifications');
      return { marked, at: at.toISOString() };
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/notifications/unread',
    config: { access: 'agent' },
    schema: { operationId: 'markNotificationsUnread', tags, summary: 'Take back what was noted as read at a moment', body: markUnreadBody, response: { 200: markedShape, ...problems } },
    handler: async (request) => {
      const { id, scope } = agentOf(request);
      const marked = await takeBackRead(context.db, scope.workspaceId, id, new Date(request.body.at));
      if (marked > 0) context.wake.say('notifications');
      return { marked, at: request.body.at };
    },
  });
}

function toNotification(row: NotificationRow): z.input<typeof notificationShape> {
  return {
    id: row.id,
    kind: row.kind,
    aside: row.aside,
    ticket: row.ticket,
    feedback: row.feedback_id === null ? null : { id: row.feedback_id, due_at: row.deadline?.toISOString() ?? null },
    offer: row.offer_id,
    message: row.message_id,
    line: row.line === null ? null : row.line.replace(/\s+/g, ' ').trim(),
    approval: row.approval,
    actor: { type: row.actor_type, id: row.actor_id, name: row.actor_name },
    read: row.read,
    happened_at: row.happened_at.toISOString(),
  };
}
