import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, momentAndId, toPage } from '../../platform/http/cursors.ts';
import { findRowsOfPerson } from '../customers/index.ts';
import { findTicketState, listMerged, numberInPath, problems } from '../tickets/index.ts';
import { addCommitment, keepCommitment, lockWhole, reopenCommitment, updateCommitment, withdrawCommitment, type Whole } from './commitments.commands.ts';
import { findCommitment, listCommitments, listMoves, listUnkept } from './commitments.queries.ts';
import {
  addCommitmentBody, answerProposalBody, commitmentList, commitmentPage, commitmentPath, commitmentShape, moveCommitmentBody, moveTextQuery, moveTextShape, ownCommitmentsQuery,
  updateCommitmentBody, withdrawCommitmentBody,
} from './commitments.schemas.ts';
import { toCommitment, toOwnCommitment } from './commitments.views.ts';
import { answerProposal, moveCommitment, textOfMove } from './move-commitment.commands.ts';
import { canBeMailed } from './can-be-mailed.ts';
import { readDue } from './read-due.ts';

const tags = ['Promises'];
const answers = { 200: commitmentShape, ...problems };

/** What customers were promised: what, by when, by whom. */
export function commitmentRoutes(server: FastifyInstance, context: Context): void {
  const { db, clock } = context;
  const app = server.withTypeProvider<ZodTypeProvider>();
  const url = '/api/v1/tickets/:number/commitments';

  async function shown(on: Queryable, { scope }: AgentActor, ids: readonly number[], id: number) {
    const row = await findCommitment(on, scope.workspaceId, ids, id);
    if (!row) throw notFound('commitment');
    return toCommitment(row, (await listMoves(on, scope.workspaceId, [id])).get(id));
  }

  const known = async ({ scope }: AgentActor) => ({ approvals: { rules: await context.approvalRules.of(scope.workspaceId) } });

  /** A change of one promise in one transaction, and what it is after it. */
  async function change(actor: AgentActor, number: number, id: number | null, work: (tx: Tx, whole: Whole) => Promise<number | void>) {
    const done = await db.transaction().execute(async (tx) => {
      const whole = await lockWhole(tx, actor, number);
      const made = await work(tx, whole);
      return shown(tx, actor, whole.ids, id ?? made ?? 0);
    });
    for (const topic of ['events', 'timers'] as const) context.wake.say(topic);
    return done;
  }

  async function findWhole(actor: AgentActor, number: number): Promise<Whole> {
    const ticket = await findTicketState(db, actor.scope, { number });
    if (!ticket) throw notFound('ticket');
    return { ticket, ids: (await listMerged(db, actor.scope.workspaceId, ticket.id)).map(({ id }) => id) };
  }

  app.route({
    method: 'GET',
    url: '/api/v1/commitments',
    config: { access: 'viewer' },
    schema: { operationId: 'listOwnCommitments', tags, summary: 'Promises that are not kept yet, yours unless you ask for others; the longest overdue first', querystring: ownCommitmentsQuery, response: { 200: commitmentPage, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const { cursor, limit, owner, team, brand, customer, before } = request.query;
      const after = cursor === undefined ? undefined : decodeCursor(cursor, momentAndId);
      const ownerId = owner === 'any' ? undefined : owner === 'none' ? null : owner === 'me' ? actor.id : owner;
      const requesterIds = customer === undefined ? undefined : await findRowsOfPerson(db, actor.scope.workspaceId, customer);
      const wanted = { ownerId, teamId: team, brandId: brand, requesterIds, before: before === undefined ? undefined : new Date(before) };
      const rows = await listUnkept(db, actor.scope, wanted, { after: after && { moment: after[0], id: after[1] }, limit: limit + 1 });
      return toPage(rows, limit, (row) => [row.cursor_moment, row.id], toOwnCommitment);
    },
  });

  app.route({
    method: 'GET',
    url,
    config: { access: 'viewer' },
    schema: { operationId: 'listCommitments', tags, summary: 'What was promised on a ticket: what is open first, then the newest', params: numberInPath, response: { 200: commitmentList, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const { ids } = await findWhole(actor, request.params.number);
      const rows = await listCommitments(db, actor.scope.workspaceId, ids);
      const moves = await listMoves(db, actor.scope.workspaceId, rows.map(({ id }) => id));
      return { items: rows.map((row) => toCommitment(row, moves.get(row.id))) };
    },
  });

  app.route({
    method: 'POST',
    url,
    config: { access: 'agent' },
    schema: {
      operationId: 'addCommitment', tags, summary: 'Promise something to the customer', params: numberInPath, body: addCommitmentBody, response: { 201: commitmentShape, ...problems },
      description: 'The customer’s link to it goes out with `message` while that waits to be sent, else with the next reply on the ticket.',
    },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const doing = await known(actor);
      const made = await change(actor, request.params.number, null, (tx, whole) => addCommitment(tx, context, actor, whole, request.body, clock.now(), doing));
      return reply.code(201).send(made);
    },
  });

  app.route({
    method: 'PATCH',
    url: `${url}/:commitment`,
    config: { access: 'agent' },
    schema: { operationId: 'updateCommitment', tags, summary: 'Change what is promised, or who keeps it', params: commitmentPath, body: updateCommitmentBody, response: answers },
    handler: async (request) => {
      const { number, commitment } = request.params;
      return change(agentOf(request), number, commitment, (tx, whole) => updateCommitment(tx, agentOf(request), whole, commitment, request.body));
    },
  });

  app.route({
    method: 'GET',
    url: `${url}/:commitment/move-text`,
    config: { access: 'agent' },
    schema: { operationId: 'readMoveText', tags, summary: 'What the customer would be told of another time, in their language', params: commitmentPath, querystring: moveTextQuery, response: { 200: moveTextShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const { ticket, ids } = await findWhole(actor, request.params.number);
      const before = await findCommitment(db, actor.scope.workspaceId, ids, request.params.commitment);
      if (!before) throw notFound('commitment');
      const { due, from } = request.query;
      const to = due === undefined ? before : await readDue(db, actor.timeZone, { due, from });
      return { ...(await textOfMove(db, actor, ticket, before, to)), mailable: await canBeMailed(db, actor.scope, ticket) };
    },
  });

  app.route({
    method: 'POST',
    url: `${url}/:commitment/move`,
    config: { access: 'agent' },
    schema: { operationId: 'moveCommitment', tags, summary: 'Move a promise, with a reason, and tell the customer', params: commitmentPath, body: moveCommitmentBody, response: answers },
    handler: async (request) => {
      const { number, commitment } = request.params;
      const actor = agentOf(request);
      const doing = await known(actor);
      const moved = await change(actor, number, commitment, (tx, whole) => moveCommitment(tx, context, actor, whole, commitment, request.body, clock.now(), doing));
      context.wake.say('outbox');
      return moved;
    },
  });

  app.route({
    method: 'POST',
    url: `${url}/:commitment/proposal`,
    config: { access: 'agent' },
    schema: { operationId: 'answerProposal', tags, summary: 'Take the time that the customer asks for, or leave it', params: commitmentPath, body: answerProposalBody, response: answers },
    handler: async (request) => {
      const { number, commitment } = request.params;
      const answered = await change(agentOf(request), number, commitment, (tx, whole) => answerProposal(tx, context, agentOf(request), whole, commitment, request.body, clock.now()));
      context.wake.say('outbox');
      return answered;
    },
  });

  app.route({
    method: 'POST',
    url: `${url}/:commitment/keep`,
    config: { access: 'agent' },
    schema: { operationId: 'keepCommitment', tags, summary: 'Say that a promise is kept', params: commitmentPath, response: answers },
    handler: async (request) => {
      const { number, commitment } = request.params;
      return change(agentOf(request), number, commitment, (tx, whole) => keepCommitment(tx, agentOf(request), whole, commitment, clock.now()));
    },
  });

  app.route({
    method: 'POST',
    url: `${url}/:commitment/withdraw`,
    config: { access: 'agent' },
    schema: { operationId: 'withdrawCommitment', tags, summary: 'Take a promise back: it counts neither as kept nor as broken', params: commitmentPath, body: withdrawCommitmentBody, response: answers },
    handler: async (request) => {
      const { number, commitment } = request.params;
      const actor = agentOf(request);
      const doing = await known(actor);
      return change(actor, number, commitment, (tx, whole) => withdrawCommitment(tx, actor, whole, commitment, request.body.reason, clock.now(), doing));
    },
  });

  app.route({
    method: 'POST',
    url: `${url}/:commitment/reopen`,
    config: { access: 'agent' },
    schema: { operationId: 'reopenCommitment', tags, summary: 'It was not kept, or is not taken back after all', params: commitmentPath, response: answers },
    handler: async (request) => {
      const { number, commitment } = request.params;
      return change(agentOf(request), number, commitment, (tx, whole) => reopenCommitment(tx, agentOf(request), whole, commitment, clock.now()));
    },
  });
}
