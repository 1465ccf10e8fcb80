import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { hasRole, type AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, onlyId, toPage } from '../../platform/http/cursors.ts';
import { idInPath, page } from '../../platform/http/shapes.ts';
import { numberInPath, problems } from '../tickets/index.ts';
import { answerRequest, withdrawRequest } from './answer.command.ts';
import { answerBody, approvalListQuery, approvalShape, askBody, type ApprovalChange } from './approvals.schemas.ts';
import { askForApproval } from './ask.command.ts';
import type { Known } from './do-change.command.ts';
import { heldMessages, wordless, type HeldMessages } from './held-messages.views.ts';
import { findRequest, listRequests, type RequestRow } from './requests.queries.ts';
import { forgetDraft } from './send-held.command.ts';

const tags = ['Approvals'];
const params = z.strictObject({ id: idInPath });
const answers = { 200: approvalShape, ...problems };

/** Requests on tickets: asked by who may not do it alone, answered by who may. */
export function approvalRoutes(server: FastifyInstance, context: Context): void {
  const { db, clock } = context;
  const app = server.withTypeProvider<ZodTypeProvider>();

  async function shown(actor: AgentActor, requestId: number) {
    const row = await findRequest(db, actor.scope, actor.id, requestId);
    if (!row) throw notFound('approval');
    return toApproval(row, actor, await heldMessages(context, actor, [row], { whole: true }), clock.now());
  }

  async function write<Done>(actor: AgentActor, change: ApprovalChange | undefined, work: (tx: Tx, known: Known) => Promise<Done>): Promise<Done> {
    const { workspaceId } = actor.scope;
    const newNumber = change?.split && (await context.ticketNumbers.next(workspaceId));
    const [playbooks, rules] = await Promise.all([context.playbooks.of(workspaceId), context.approvalRules.of(workspaceId)]);
    const done = await db.transaction().execute((tx) => work(tx, { playbooks, rules, tools: context, newNumber, now: clock.now() }));
    for (const topic of ['events', 'timers', 'outbox'] as const) context.wake.say(topic);
    return done;
  }

  app.route({
    method: 'GET',
    url: '/api/v1/approvals',
    config: { access: 'viewer' },
    schema: { operationId: 'listApprovals', tags, summary: 'Approvals that were asked for on tickets that you see', querystring: approvalListQuery, response: { 200: page(approvalShape), ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const { show, ticket, cursor, limit } = request.query;
      const now = clock.now();
      const after = cursor === undefined ? undefined : decodeCursor(cursor, onlyId)[0];
      const rows = await listRequests(db, actor.scope, actor.id, { show, ticket, now }, { after, limit: limit + 1 });
      const messages = await heldMessages(context, actor, rows);
      return toPage(rows, limit, (row) => [row.id], (row) => toApproval(row, actor, messages, now));
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/approvals/:id',
    config: { access: 'viewer' },
    schema: { operationId: 'getApproval', tags, summary: 'One approval', params, response: answers },
    handler: (request) => shown(agentOf(request), request.params.id),
  });

  app.route({
    method: 'POST',
    url: '/api/v1/tickets/:number/approvals',
    config: { access: 'agent' },
    schema: { operationId: 'askForApproval', tags, summary: 'Ask for the approval that a change takes', description: 'What was refused with `approval_needed`. It is done in your name as soon as it is approved. A message takes the draft with it that it was written as, and gives it back when nothing comes of it.', params: numberInPath, body: askBody, response: { 201: approvalShape, ...problems } },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const requestId = await write(actor, request.body.change, async (tx, known) => {
        const asked = await askForApproval(tx, actor, request.params.number, request.body, known);
        await forgetDraft(tx, actor, request.params.number, request.body.change);
        return asked;
      });
      return reply.code(201).send(await shown(actor, requestId));
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/approvals/:id/answer',
    config: { access: 'agent' },
    schema: { operationId: 'answerApproval', tags, summary: 'Approve or refuse', params, body: answerBody, response: answers },
    handler: async (request) => {
      const actor = agentOf(request);
      // What a split opens takes its number before the transaction.
      const asked = request.body.approved ? await findRequest(db, actor.scope, actor.id, request.params.id) : null;
      await write(actor, asked?.state === 'waiting' ? asked.change : undefined, (tx, known) => answerRequest(tx, actor, request.params.id, request.body, known));
      return shown(actor, request.params.id);
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/approvals/:id/withdraw',
    config: { access: 'agent' },
    schema: { operationId: 'withdrawApproval', tags, summary: 'Ask no more', params, response: answers },
    handler: async (request) => {
      const actor = agentOf(request);
      await write(actor, undefined, (tx, { now }) => withdrawRequest(tx, actor, request.params.id, now));
      return shown(actor, request.params.id);
    },
  });
}

function toApproval(row: RequestRow, actor: AgentActor, messages: HeldMessages, now: Date): z.input<typeof approvalShape> {
  const waits = row.state === 'waiting' && row.expires_at > now;
  const own = row.requester.id === actor.id;
  const works = hasRole(actor.role, 'agent');
  return {
    id: row.id,
    ticket: { number: row.ticket_number, subject: row.ticket_subject, brand: row.brand_id },
    rule: { id: row.rule_id, name: row.rule_name },
    approver: row.approver,
    people: row.people,
    approvals: row.approvals,
    requester: row.requester,
    change: wordless(row.change),
    message: messages.get(row.id) ?? null,
    reason: row.reason,
    state: row.state,
    problem: row.problem,
    answers: row.answers.map((answer) => ({ ...answer, answered_at: new Date(answer.answered_at).toISOString() })),
    may_answer: works && waits && row.entitled && !row.answered,
    may_withdraw: works && waits && own,
    may_ask_anew: works && row.state === 'approved' && row.problem !== null && own && !messages.has(row.id),
    created_at: row.created_at.toISOString(),
    expires_at: row.expires_at.toISOString(),
    ended_at: row.ended_at?.toISOString() ?? null,
  };
}
