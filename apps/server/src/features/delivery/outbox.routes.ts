import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, onlyId, toPage } from '../../platform/http/cursors.ts';
import { idInPath, page, problemShape } from '../../platform/http/shapes.ts';
import { readValues } from '../custom-fields/index.ts';
import { notFound } from '../../platform/errors/problem.ts';
import type { Scope } from '../../platform/auth/actor.ts';
import { viewAlong } from './along.schemas.ts';
import { readAlong } from './beside.queries.ts';
import { headerFields, renderSource } from './compose-mail.ts';
import { mailHtml, mailText, withoutAnswerLinks } from './mail-texts.ts';
import { cancelMail, retryMail } from './outbox.commands.ts';
import { findOutbox, listOutbox, readOutgoing } from './outbox.queries.ts';
import { cancelledShape, outboxDetailShape, outboxListQuery, outboxShape, scheduleBody, viewOutbox } from './outbox.schemas.ts';
import { rescheduleMail } from './scheduled.commands.ts';

const shownSource = 1024 * 1024;
const tags = ['Outbox'];
const params = z.strictObject({ id: idInPath });
const refusals = { 401: problemShape, 403: problemShape, 404: problemShape, 409: problemShape };

export function outboxRoutes(app: FastifyInstance, context: Context): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const way = { hold: context.config.holdOutbound, hasDefault: context.config.smtpUrl !== null };

  async function show(scope: Scope, id: number): Promise<z.infer<typeof outboxShape>> {
    const row = await findOutbox(context.db, scope, { id });
    if (!row) throw notFound('mail');
    return viewOutbox(row, way, context.clock.now());
  }

  routes.route({
    method: 'GET',
    url: '/api/v1/outbox',
    config: { access: 'viewer' },
    schema: { operationId: 'listOutbox', tags, summary: 'What goes out, newest first', querystring: outboxListQuery, response: { 200: page(outboxShape), 400: problemShape, 401: problemShape } },
    handler: async (request) => {
      const { status, cursor, limit } = request.query;
      const [before] = cursor === undefined ? [null] : decodeCursor(cursor, onlyId);
      const rows = await listOutbox(context.db, agentOf(request).scope, { status: status ?? null, before, limit: limit + 1 });
      return toPage(rows, limit, (row) => [row.id], (row) => viewOutbox(row, way, context.clock.now()));
    },
  });

  routes.route({
    method: 'GET',
    url: '/api/v1/outbox/:id',
    config: { access: 'viewer' },
    schema: { operationId: 'getOutboxMail', tags, summary: 'A mail exactly as it is sent, but for the links by which a customer answers a survey', params, response: { 200: outboxDetailShape, ...refusals } },
    handler: async (request) => {
      const { scope } = agentOf(request);
      const row = await findOutbox(context.db, scope, { id: request.params.id });
      const outgoing = row?.message_id ? await readOutgoing(context.db, scope.workspaceId, row.message_id) : null;
      if (!row || !outgoing || row.message_id === null) throw notFound('mail');
      const ticketId = outgoing.message.ticket_id;
      const shown = withoutAnswerLinks(row.mail);
      const mail = { workspaceId: scope.workspaceId, ticketId, messageId: row.message_id, mailMessageId: row.mail_message_id, mail: shown, ...outgoing };
      const { source, cut } = await renderSource(context, mail, shownSource);
      return {
        ...viewOutbox(row, way, context.clock.now()),
        headers: headerFields(source),
        text: mailText(outgoing.message, shown),
        html: mailHtml(outgoing.message, shown).html,
        source,
        source_cut: cut,
      };
    },
  });

  routes.route({
    method: 'POST',
    url: '/api/v1/outbox/:id/retry',
    config: { access: 'agent' },
    schema: { operationId: 'retryOutboxMail', tags, summary: 'Send a mail that failed or waits, now', params, response: { 200: outboxShape, ...refusals } },
    handler: async (request) => {
      const actor = agentOf(request);
      await context.db.transaction().execute((tx) => retryMail(tx, context, actor, request.params.id, context.clock.now()));
      context.wake.say('events');
      context.wake.say('outbox');
      return show(actor.scope, request.params.id);
    },
  });

  routes.route({
    method: 'POST',
    url: '/api/v1/outbox/:id/cancel',
    config: { access: 'agent' },
    schema: { operationId: 'cancelOutboxMail', tags, summary: 'Take a mail back before it goes', params, response: { 200: outboxShape, ...refusals } },
    handler: async (request) => {
      const actor = agentOf(request);
      await context.db.transaction().execute((tx) => cancelMail(tx, actor, { id: request.params.id }));
      context.wake.say('events');
      return show(actor.scope, request.params.id);
    },
  });

  routes.route({
    method: 'POST',
    url: '/api/v1/messages/:id/cancel',
    config: { access: 'agent', area: 'tickets' },
    schema: { operationId: 'cancelMessage', tags, summary: 'Undo: take a message back before it goes', description: 'Once more it answers the same, also for one that was stopped by the customer’s answer.', params, response: { 200: cancelledShape, ...refusals } },
    handler: async (request) => {
      const actor = agentOf(request);
      const id = await context.db.transaction().execute((tx) => cancelMail(tx, actor, { messageId: request.params.id }));
      context.wake.say('events');
      const row = await findOutbox(context.db, actor.scope, { id });
      if (!row) throw notFound('mail');
      const along = row.ticket_id === null ? null : await readAlong(context.db, actor.scope.workspaceId, { ticketId: row.ticket_id, messageId: request.params.id });
      const keys = along?.does?.fields ?? [];
      const values = row.ticket_id === null ? undefined : (await readValues(context.db, actor.scope.workspaceId, [row.ticket_id], keys)).get(row.ticket_id);
      return { ...viewOutbox(row, way, context.clock.now()), along: viewAlong(along, values ?? {}) };
    },
  });

  routes.route({
    method: 'POST',
    url: '/api/v1/messages/:id/schedule',
    config: { access: 'agent', area: 'tickets' },
    schema: {
      operationId: 'scheduleMessage', tags, summary: 'Another time for a message that is sent later, or now',
      description: 'What it promises runs from the new time. Only while it waits for its time; afterwards it answers 409 already_sent. To write on it, take it back with cancelMessage.',
      params, body: scheduleBody, response: { 200: outboxShape, 400: problemShape, ...refusals },
    },
    handler: async (request) => {
      const actor = agentOf(request);
      const { send_at: sendAt, unless_answered: unlessAnswered } = request.body;
      const wish = { sendAt: sendAt === null ? null : new Date(sendAt), unlessAnswered };
      const id = await context.db.transaction().execute((tx) => rescheduleMail(tx, context, actor, request.params.id, wish, context.clock.now()));
      context.wake.say('events');
      context.wake.say('outbox');
      return show(actor.scope, id);
    },
  });
}
