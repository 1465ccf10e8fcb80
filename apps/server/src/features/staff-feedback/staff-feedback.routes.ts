import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, onlyId, toPage } from '../../platform/http/cursors.ts';
import { empty, page, problemShape } from '../../platform/http/shapes.ts';
import { readOfFeedback } from '../notifications/index.ts';
import { acknowledge, addNote, answer, close, fileFeedback, giveToOwner, release, reopen, writeStatement } from './staff-feedback.commands.ts';
import { findFeedback, listFeedback, listHistory, listReleased, noteRead, readDays, writeDays } from './staff-feedback.queries.ts';
import { defaultDays } from './staff-feedback.rules.ts';
import {
  closeBody, feedbackFileShape, feedbackListQuery, feedbackPath, feedbackSettingsBody, feedbackSettingsShape, feedbackShape, fileFeedbackBody, noteBody, ownerBody, ownFeedbackQuery, ownFeedbackShape, receiptShape, releaseBody, toldBody,
} from './staff-feedback.schemas.ts';
import { toFeedback, toFile, toOwn } from './staff-feedback.views.ts';

const tags = ['Complaints and compliments'];
const problems = { '4xx': problemShape };
const file = { 200: feedbackFileShape, ...problems };
const beforeOf = (cursor: string | undefined) => (cursor === undefined ? Number.MAX_SAFE_INTEGER : decodeCursor(cursor, onlyId)[0]);

/** What customers say about an employee. The person named is no reader of it, whatever their role: to them it is not there. */
export function staffFeedbackRoutes(server: FastifyInstance, context: Context): void {
  const { db, clock, wake } = context;
  const app = server.withTypeProvider<ZodTypeProvider>();
  const url = '/api/v1/staff-feedback';
  const item = `${url}/:id`;

  /** One change in one transaction, and the file after it; a change of owner may end the sight of whoever made it. */
  const fileAfter = (actor: AgentActor, id: number, work: (tx: Tx, now: Date) => Promise<void>) =>
    db.transaction().execute(async (tx) => {
      const before = await findFeedback(tx, actor, id);
      await work(tx, clock.now());
      const row = (await findFeedback(tx, actor, id)) ?? before;
      if (!row) throw notFound('feedback');
      return toFile(row, await listHistory(tx, actor.scope.workspaceId, id));
    });

  async function changed(...args: Parameters<typeof fileAfter>) {
    const file = await fileAfter(...args);
    // Who is told of it, and by when they are to be reminded, may be others now.
    wake.say('notifications');
    wake.say('timers');
    return file;
  }

  app.route({
    method: 'GET', url, config: { access: 'viewer' },
    schema: { operationId: 'listStaffFeedback', tags, summary: 'Complaints and compliments that you may read, newest first', querystring: feedbackListQuery, response: { 200: page(feedbackShape), ...problems } },
    handler: async (request) => {
      const { cursor, limit, show, kind } = request.query;
      const rows = await listFeedback(db, agentOf(request), { show, ...(kind ? { kind } : {}), now: clock.now(), before: beforeOf(cursor), limit: limit + 1 });
      return toPage(rows, limit, (row) => [row.id], toFeedback);
    },
  });

  app.route({
    method: 'POST', url, config: { access: 'agent' },
    schema: { operationId: 'fileStaffFeedback', tags, summary: 'Hand on what a customer says about an employee', body: fileFeedbackBody, response: { 201: receiptShape, ...problems }, description: 'The answer is a receipt: what follows is for those who deal with it. A compliment reaches the person named at once.' },
    handler: async (request, reply) => {
      const receipt = await db.transaction().execute((tx) => fileFeedback(tx, agentOf(request), request.body, clock.now()));
      wake.say('notifications');
      wake.say('timers');
      return reply.code(201).send(receipt);
    },
  });

  app.route({
    method: 'GET', url: item, config: { access: 'viewer' },
    schema: { operationId: 'getStaffFeedback', tags, summary: 'One of them with its history; the look itself is noted there', params: feedbackPath, response: file },
    handler: async (request) => {
      const actor = agentOf(request);
      let isNews = false;
      const shown = await fileAfter(actor, request.params.id, async (tx, now) => {
        if (!(await findFeedback(tx, actor, request.params.id))) throw notFound('feedback');
        await noteRead(tx, actor.scope.workspaceId, request.params.id, actor.id, now);
        isNews = await readOfFeedback(tx, actor.scope.workspaceId, actor.id, request.params.id, now);
      });
      if (isNews) wake.say('notifications');
      return shown;
    },
  });

  app.route({
    method: 'PATCH', url: item, config: { access: 'agent' },
    schema: { operationId: 'giveStaffFeedback', tags, summary: 'Give a complaint to another owner, never to the person named', params: feedbackPath, body: ownerBody, response: file },
    handler: async (request) => changed(agentOf(request), request.params.id, (tx, now) => giveToOwner(tx, agentOf(request), request.params.id, request.body.owner, now)),
  });

  app.route({
    method: 'POST', url: `${item}/notes`, config: { access: 'agent' },
    schema: { operationId: 'noteStaffFeedback', tags, summary: 'Write down what was found out', params: feedbackPath, body: noteBody, response: file },
    handler: async (request) => changed(agentOf(request), request.params.id, (tx, now) => addNote(tx, agentOf(request), request.params.id, request.body.text, now)),
  });

  app.route({
    method: 'POST', url: `${item}/acknowledgement`, config: { access: 'agent' },
    schema: { operationId: 'acknowledgeStaffFeedback', tags, summary: 'Note that the customer was told that the complaint is here', params: feedbackPath, body: toldBody, response: file },
    handler: async (request) => changed(agentOf(request), request.params.id, (tx, now) => acknowledge(tx, agentOf(request), request.params.id, request.body, now)),
  });

  app.route({
    method: 'POST', url: `${item}/answer`, config: { access: 'agent' },
    schema: { operationId: 'answerStaffFeedback', tags, summary: 'Note that the customer was answered', params: feedbackPath, body: toldBody, response: file },
    handler: async (request) => changed(agentOf(request), request.params.id, (tx, now) => answer(tx, agentOf(request), request.params.id, request.body, now)),
  });

  app.route({
    method: 'POST', url: `${item}/close`, config: { access: 'agent' },
    schema: { operationId: 'closeStaffFeedback', tags, summary: 'Close a complaint with its outcome', params: feedbackPath, body: closeBody, response: file },
    handler: async (request) => changed(agentOf(request), request.params.id, (tx, now) => close(tx, agentOf(request), request.params.id, request.body, now)),
  });

  app.route({
    method: 'POST', url: `${item}/reopen`, config: { access: 'agent' },
    schema: { operationId: 'reopenStaffFeedback', tags, summary: 'It is not closed after all', params: feedbackPath, response: file },
    handler: async (request) => changed(agentOf(request), request.params.id, (tx, now) => reopen(tx, agentOf(request), request.params.id, now)),
  });

  app.route({
    method: 'POST', url: `${item}/release`, config: { access: 'agent' },
    schema: { operationId: 'releaseStaffFeedback', tags, summary: 'Give the person named words to read, or other words', params: feedbackPath, body: releaseBody, response: file },
    handler: async (request) => changed(agentOf(request), request.params.id, (tx, now) => release(tx, agentOf(request), request.params.id, request.body.text, now)),
  });

  app.route({
    method: 'GET', url: '/api/v1/me/staff-feedback', config: { access: 'viewer' },
    schema: { operationId: 'listOwnStaffFeedback', tags, summary: 'Compliments about you, and what was released to you of complaints', querystring: ownFeedbackQuery, response: { 200: page(ownFeedbackShape), ...problems } },
    handler: async (request) => {
      const { id, scope } = agentOf(request);
      const { cursor, limit } = request.query;
      return toPage(await listReleased(db, scope.workspaceId, id, { before: beforeOf(cursor), limit: limit + 1 }), limit, (row) => [row.id], toOwn);
    },
  });

  app.route({
    method: 'PUT', url: '/api/v1/me/staff-feedback/:id/statement', config: { access: 'agent' },
    schema: { operationId: 'writeFeedbackStatement', tags, summary: 'Say something to a complaint that was released to you', params: feedbackPath, body: noteBody, response: { 200: empty, ...problems } },
    handler: async (request) => {
      await db.transaction().execute((tx) => writeStatement(tx, agentOf(request), request.params.id, request.body.text, clock.now()));
      return null;
    },
  });

  app.route({
    method: 'GET', url: '/api/v1/staff-feedback-settings', config: { access: 'agent' },
    schema: { operationId: 'getStaffFeedbackSettings', tags, summary: 'Within how many working days complaints are acknowledged and answered', response: { 200: feedbackSettingsShape, ...problems } },
    handler: async (request) => {
      const { acknowledge: first, answer: last } = (await readDays(db, agentOf(request).scope.workspaceId)) ?? defaultDays;
      return { acknowledge_days: first, answer_days: last };
    },
  });

  app.route({
    method: 'PUT', url: '/api/v1/staff-feedback-settings', config: { access: 'admin' },
    schema: { operationId: 'replaceStaffFeedbackSettings', tags, summary: 'Set these days, for complaints filed from now on', body: feedbackSettingsBody, response: { 200: feedbackSettingsShape, ...problems } },
    handler: async (request) => {
      const { acknowledge_days: first, answer_days: last } = request.body;
      await db.transaction().execute((tx) => writeDays(tx, agentOf(request).scope.workspaceId, { acknowledge: first, answer: last }, clock.now()));
      return request.body;
    },
  });
}
