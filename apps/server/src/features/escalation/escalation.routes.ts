import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Context } from '../../context.ts';
import { hasRole, type AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, onlyId, toPage } from '../../platform/http/cursors.ts';
import type { ApprovalGate } from '../approval-rules/index.ts';
import { findTicketState, numberInPath, problems } from '../tickets/index.ts';
import { escalateTicket } from './escalate.command.ts';
import { findEscalation, listEscalations, listOwn } from './escalations.queries.ts';
import { endBody, escalateBody, escalationList, escalationPage, escalationPath, escalationShape, expertsShape, handBackBody, handOverShape, ownEscalationsQuery, withdrawBody } from './escalation.schemas.ts';
import { toEscalation, toExperts, toOwnEscalation } from './escalation.views.ts';
import { findExperts } from './experts.ts';
import { handOverFacts } from './facts.ts';
import { handBack, settleEscalation, withdrawEscalation } from './hand-back.commands.ts';
import { noticeFor } from './tell-customer.ts';

const tags = ['Escalation'];
const answers = { 200: escalationShape, ...problems };

/** Who gets a ticket that somebody cannot solve alone. */
export function escalationRoutes(server: FastifyInstance, context: Context): void {
  const { db, clock } = context;
  const app = server.withTypeProvider<ZodTypeProvider>();
  const url = '/api/v1/tickets/:number/escalations';

  async function find({ scope }: AgentActor, number: number) {
    const ticket = await findTicketState(db, scope, { number });
    if (!ticket) throw notFound('ticket');
    return ticket;
  }

  async function shown(actor: AgentActor, number: number, id: number) {
    const row = await findEscalation(db, actor.scope.workspaceId, (await find(actor, number)).id, id);
    if (!row) throw notFound('escalation');
    return toEscalation(row);
  }

  async function change(actor: AgentActor, { number, escalation }: { number: number; escalation: number }, work: (tx: Tx, approvals: ApprovalGate) => Promise<void>) {
    const approvals = { rules: await context.approvalRules.of(actor.scope.workspaceId) };
    await db.transaction().execute((tx) => work(tx, approvals));
    context.wake.say('events');
    return shown(actor, number, escalation);
  }

  app.route({
    method: 'GET',
    url: '/api/v1/escalations',
    config: { access: 'viewer' },
    schema: { operationId: 'listOwnEscalations', tags, summary: 'Open escalations, yours unless you ask for others, with those that wait for any lead if you lead; the oldest first', querystring: ownEscalationsQuery, response: { 200: escalationPage, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const { owner, cursor, limit } = request.query;
      const [after] = cursor === undefined ? [0] : decodeCursor(cursor, onlyId);
      const whose = owner === 'any' ? undefined : owner === 'none' ? null : owner === 'me' ? { id: actor.id, leads: hasRole(actor.role, 'lead') } : { id: owner, leads: false };
      const rows = await listOwn(db, actor.scope, whose, { after, limit: limit + 1 });
      return toPage(rows, limit, (row) => [row.id], toOwnEscalation);
    },
  });

  app.route({
    method: 'GET',
    url,
    config: { access: 'viewer' },
    schema: { operationId: 'listEscalations', tags, summary: 'Escalations of a ticket: what is open first, then the newest', params: numberInPath, response: { 200: escalationList, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const ticket = await find(actor, request.params.number);
      return { items: (await listEscalations(db, actor.scope.workspaceId, ticket.id)).map(toEscalation) };
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/tickets/:number/hand-over',
    config: { access: 'agent' },
    schema: { operationId: 'draftHandOver', tags, summary: 'What a hand-over would say: what is known, tried and promised, put together from the ticket', params: numberInPath, response: { 200: handOverShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const ticket = await find(actor, request.params.number);
      const [{ known, tried, promised }, notice] = await Promise.all([handOverFacts(db, actor, ticket, clock.now()), noticeFor(db, actor.scope.workspaceId, ticket, clock.now())]);
      return { known, tried, promised, customer: notice && { text: notice.text, language: notice.language } };
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/tickets/:number/experts',
    config: { access: 'agent' },
    schema: {
      operationId: 'listExperts', tags, summary: 'Colleagues who know more about a ticket, and who decides on it', params: numberInPath, response: { 200: expertsShape, ...problems },
      description: 'By solved tickets like this one, of those with a wrap-up; by the skills that the ticket asks for; and by tier. Who asks is left out.',
    },
    handler: async (request) => {
      const actor = agentOf(request);
      return toExperts(await findExperts(db, actor.scope.workspaceId, await find(actor, request.params.number), { asker: actor.id, now: clock.now() }));
    },
  });

  app.route({
    method: 'POST',
    url,
    config: { access: 'agent' },
    schema: {
      operationId: 'escalateTicket', tags, summary: 'Escalate a ticket to a tier, a colleague, a team or a lead', params: numberInPath, body: escalateBody, response: { 201: escalationShape, ...problems },
      description: 'A functional escalation gives the ticket away; with a tier only people of that tier or above are handed it. A hierarchical one leaves it where it is and becomes a lead’s. What was escalated before in the same way is passed on.',
    },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const { number } = request.params;
      const { tell_customer: tellCustomer, ...body } = request.body;
      const approvals = { rules: await context.approvalRules.of(actor.scope.workspaceId) };
      const made = await db.transaction().execute((tx) => escalateTicket(tx, context, actor, number, { ...body, tellCustomer }, clock.now(), { approvals }));
      context.wake.say('events');
      if (made.told) context.wake.say('outbox');
      return reply.code(201).send(await shown(actor, number, made.id));
    },
  });

  app.route({
    method: 'POST',
    url: `${url}/:escalation/hand-back`,
    config: { access: 'agent' },
    schema: { operationId: 'handBackEscalation', tags, summary: 'Hand an escalation back to whoever made it, with an explanation', params: escalationPath, body: handBackBody, response: answers },
    handler: async (request) => {
      const actor = agentOf(request);
      const { number, escalation } = request.params;
      return change(actor, request.params, (tx, approvals) => handBack(tx, actor, number, escalation, request.body.explanation.trim(), clock.now(), approvals));
    },
  });

  app.route({
    method: 'POST',
    url: `${url}/:escalation/withdraw`,
    config: { access: 'agent' },
    schema: { operationId: 'withdrawEscalation', tags, summary: 'Take back an escalation of yours: the ticket is where it was', params: escalationPath, body: withdrawBody, response: answers },
    handler: async (request) => {
      const actor = agentOf(request);
      return change(actor, request.params, (tx, approvals) => withdrawEscalation(tx, actor, request.params.number, request.params.escalation, clock.now(), approvals));
    },
  });

  app.route({
    method: 'POST',
    url: `${url}/:escalation/end`,
    config: { access: 'agent' },
    schema: { operationId: 'endEscalation', tags, summary: 'Say that an escalation is over: the ticket stays where it is', params: escalationPath, body: endBody, response: answers },
    handler: async (request) => {
      const actor = agentOf(request);
      const { number, escalation } = request.params;
      return change(actor, request.params, (tx) => settleEscalation(tx, actor, number, escalation, request.body.explanation, clock.now()));
    },
  });
}
