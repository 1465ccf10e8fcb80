import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, onlyId, toPage, twoIds } from '../../platform/http/cursors.ts';
import { idInPath, page, problemShape } from '../../platform/http/shapes.ts';
import { findTicketState } from '../tickets/index.ts';
import { createAutomation, moveAutomation, updateAutomation } from './automations.commands.ts';
import { findAutomation, listAutomations } from './automations.queries.ts';
import { automationListQuery, automationShape, createAutomationBody, moveBody, runListQuery, runShape, testBody, testResult, updateAutomationBody } from './automations.schemas.ts';
import { toAutomation, toRun } from './automations.views.ts';
import { listRuns } from './runs.queries.ts';
import { testOnTickets } from './test-on-tickets.ts';

const tags = ['Automations'];
const params = z.strictObject({ id: idInPath });
const problems = { '4xx': problemShape };

/** What the desk does by itself: leads write it, everybody who sees the brand reads it and its log. */
export function automationRoutes(server: FastifyInstance, context: Context): void {
  const { db, clock } = context;
  const app = server.withTypeProvider<ZodTypeProvider>();

  async function shown(actor: AgentActor, id: number) {
    const row = await findAutomation(db, actor.scope, id);
    if (!row) throw notFound('automation');
    return toAutomation(row, actor);
  }

  async function write<Done>(work: (tx: Tx) => Promise<Done>): Promise<Done> {
    const done = await db.transaction().execute(work);
    context.wake.say('events');
    return done;
  }

  app.route({
    method: 'GET',
    url: '/api/v1/automations',
    config: { access: 'viewer' },
    schema: { operationId: 'listAutomations', tags, summary: 'Automations of the brands that you see, in the order in which they run', querystring: automationListQuery, response: { 200: page(automationShape), ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const { show, cursor, limit } = request.query;
      const after = cursor === undefined ? ([0, 0] as const) : decodeCursor(cursor, twoIds);
      const rows = await listAutomations(db, actor.scope, { show, after, limit: limit + 1 });
      return toPage(rows, limit, (row) => [row.position, row.id], (row) => toAutomation(row, actor));
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/automations',
    config: { access: 'lead', area: 'settings' },
    schema: { operationId: 'createAutomation', tags, summary: 'Write an automation; it is off until it is switched on', body: createAutomationBody, response: { 201: automationShape, ...problems } },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const id = await write((tx) => createAutomation(tx, actor, request.body, clock.now()));
      return reply.code(201).send(await shown(actor, id));
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/automations/test',
    config: { access: 'lead', area: 'settings' },
    schema: { operationId: 'testAutomation', tags, summary: 'Which of the newest 10,000 tickets that you see an automation fits; nothing is changed', body: testBody, response: { 200: testResult, ...problems } },
    handler: (request) => testOnTickets(context, agentOf(request), request.body),
  });

  app.route({
    method: 'GET',
    url: '/api/v1/automations/:id',
    config: { access: 'viewer' },
    schema: { operationId: 'getAutomation', tags, summary: 'One automation', params, response: { 200: automationShape, ...problems } },
    handler: (request) => shown(agentOf(request), request.params.id),
  });

  app.route({
    method: 'PATCH',
    url: '/api/v1/automations/:id',
    config: { access: 'lead', area: 'settings' },
    schema: { operationId: 'updateAutomation', tags, summary: 'Change, switch on or off, archive or restore an automation', params, body: updateAutomationBody, response: { 200: automationShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      await write((tx) => updateAutomation(tx, actor, request.params.id, request.body, clock.now()));
      return shown(actor, request.params.id);
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/automations/:id/move',
    config: { access: 'lead', area: 'settings' },
    schema: { operationId: 'moveAutomation', tags, summary: 'Let it run earlier or later than the one next to it', params, body: moveBody, response: { 200: automationShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      await write((tx) => moveAutomation(tx, actor, request.params.id, request.body.to));
      return shown(actor, request.params.id);
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/automations/:id/runs',
    config: { access: 'viewer' },
    schema: { operationId: 'listAutomationRuns', tags, summary: 'What an automation did, the newest first', params, querystring: runListQuery, response: { 200: page(runShape), ...problems } },
    handler: async (request) => {
      const { scope } = agentOf(request);
      if (!(await findAutomation(db, scope, request.params.id))) throw notFound('automation');
      return runs(scope, { automationId: request.params.id }, request.query);
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/tickets/:number/automation-runs',
    config: { access: 'viewer' },
    schema: { operationId: 'listTicketAutomationRuns', tags, summary: 'What automations did on a ticket, the newest first', params: z.strictObject({ number: idInPath }), querystring: runListQuery, response: { 200: page(runShape), ...problems } },
    handler: async (request) => {
      const { scope } = agentOf(request);
      const ticket = await findTicketState(db, scope, { number: request.params.number });
      if (!ticket) throw notFound('ticket');
      return runs(scope, { ticketId: ticket.id }, request.query);
    },
  });

  async function runs(scope: AgentActor['scope'], of: Parameters<typeof listRuns>[2], { cursor, limit }: z.output<typeof runListQuery>) {
    const [before] = cursor === undefined ? [null] : decodeCursor(cursor, onlyId);
    return toPage(await listRuns(db, scope, of, { before, limit: limit + 1 }), limit, (row) => [row.id], toRun);
  }
}
