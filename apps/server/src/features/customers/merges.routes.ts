import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, encodeCursor, twoIds } from '../../platform/http/cursors.ts';
import { idInPath, page, pageQuery, problemShape } from '../../platform/http/shapes.ts';
import { findPhoneCountry } from '../workspaces/index.ts';
import { findCustomer } from './customers.queries.ts';
import { customerShape, dismissBody, duplicatePairShape, duplicateShape, mergeCustomerBody } from './customers.schemas.ts';
import { showCustomer, toCustomer } from './customers.views.ts';
import { keepApart, suggestAgain } from './duplicates.commands.ts';
import { listPairsOf } from './duplicates.queries.ts';
import { checkNow } from './find-duplicates.ts';
import { mergeCustomers, unmergeCustomer } from './merge-customers.commands.ts';
import { findPairPage, readPairs } from './read-pairs.ts';

const tags = ['Customers'];
const params = z.strictObject({ id: idInPath });
const problems = { '4xx': problemShape };
const mostShown = 20;

/** Customers who turn out to be one person, or two. */
export function customerMergeRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  async function change<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const done = await context.db.transaction().execute(work);
    context.wake.say('events');
    return done;
  }

  app.route({
    method: 'POST',
    url: '/api/v1/customers/:id/merge',
    config: { access: 'agent' },
    schema: {
      operationId: 'mergeCustomer', tags, summary: 'Say that this customer and another one are one person', params, body: mergeCustomerBody, response: { 200: customerShape, ...problems },
      description: 'The other one’s page stays, with the addresses, tickets and brands of both; this id leads there from now on. For agents who see all brands. Answers whose page stayed.',
    },
    handler: async (request) => {
      const actor = agentOf(request);
      const personId = await change((tx) => mergeCustomers(tx, actor, request.params.id, request.body.into));
      await checkNow(context, actor.scope.workspaceId, [personId, request.params.id]);
      return showCustomer(context, actor, personId);
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/customers/:id/unmerge',
    config: { access: 'agent' },
    schema: {
      operationId: 'unmergeCustomer', tags, summary: 'Take the merge of this customer back', params, response: { 200: customerShape, ...problems },
      description: 'Each has again what was theirs, with what came since to an address of theirs; the two are not suggested as duplicates again. For agents who see all brands.',
    },
    handler: async (request) => {
      const actor = agentOf(request);
      const { personId } = await change((tx) => unmergeCustomer(tx, actor, request.params.id));
      await checkNow(context, actor.scope.workspaceId, [personId, request.params.id]);
      return showCustomer(context, actor, request.params.id);
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/customers/:id/duplicates',
    config: { access: 'viewer' },
    schema: { operationId: 'listDuplicatesOfCustomer', tags, summary: 'Who may be the same person, and why', params, response: { 200: z.object({ items: z.array(duplicateShape) }), ...problems } },
    handler: async (request) => {
      const { scope } = agentOf(request);
      const customer = await findCustomer(context.db, scope, request.params.id);
      if (!customer) throw notFound('customer');
      const country = await findPhoneCountry(context.db, scope.workspaceId);
      const pairs = await readPairs(context.db, scope, await listPairsOf(context.db, scope, customer.id, mostShown));
      return { items: pairs.map(({ customers, reasons }) => ({ customer: toCustomer(customers[0].id === customer.id ? customers[1] : customers[0], country), reasons })) };
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/duplicates',
    config: { access: 'viewer' },
    schema: {
      operationId: 'listDuplicates', tags, summary: 'Pairs of customers who may be one person, the newest customers first', querystring: z.strictObject(pageQuery), response: { 200: page(duplicatePairShape), ...problems },
      description: 'A page may hold fewer than asked for, even none, and still have a next one. New customers are looked at within a minute.',
    },
    handler: async (request) => {
      const { scope } = agentOf(request);
      const { cursor, limit } = request.query;
      const after = cursor === undefined ? null : decodeCursor(cursor, twoIds);
      const found = await findPairPage(context.db, scope, after && { other: after[0], one: after[1] }, limit);
      const country = await findPhoneCountry(context.db, scope.workspaceId);
      const pairs = await readPairs(context.db, scope, found.pairs);
      return { items: pairs.map(({ customers, reasons }) => ({ customers: customers.map((each) => toCustomer(each, country)), reasons })), next_cursor: found.next === null ? null : encodeCursor([found.next.other, found.next.one]) };
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/customers/:id/keep-apart',
    config: { access: 'agent' },
    schema: { operationId: 'keepCustomersApart', tags, summary: 'Say that this customer and another one are two people', description: 'They are not suggested as duplicates again.', params, body: dismissBody, response: { 200: customerShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      await change((tx) => keepApart(tx, actor, request.params.id, request.body.other));
      return showCustomer(context, actor, request.params.id);
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/customers/:id/suggest-again',
    config: { access: 'agent' },
    schema: { operationId: 'suggestCustomersAgain', tags, summary: 'Take back that this customer and another one are two people', params, body: dismissBody, response: { 200: customerShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      await change((tx) => suggestAgain(tx, actor, request.params.id, request.body.other));
      await checkNow(context, actor.scope.workspaceId, [request.params.id, request.body.other]);
      return showCustomer(context, actor, request.params.id);
    },
  });
}
