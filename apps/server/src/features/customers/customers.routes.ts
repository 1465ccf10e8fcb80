import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, onlyId, toPage } from '../../platform/http/cursors.ts';
import { idInPath, page, problemShape } from '../../platform/http/shapes.ts';
import { findPhoneCountry } from '../workspaces/index.ts';
import { addAddress, removeAddress } from './addresses.commands.ts';
import { createCustomer, updateCustomer } from './customers.commands.ts';
import { listCustomers } from './customers.queries.ts';
import { addressInput, createCustomerBody, customerListQuery, customerShape, updateCustomerBody } from './customers.schemas.ts';
import { showCustomer, toCustomer } from './customers.views.ts';
import { checkNow } from './find-duplicates.ts';
import { phoneBeginning } from './phone-numbers.ts';

const tags = ['Customers'];
const params = z.strictObject({ id: idInPath });
const problems = { '4xx': problemShape };

export function customerRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  async function change(actor: AgentActor, customerId: number, work: (tx: Tx) => Promise<void>) {
    await context.db.transaction().execute(work);
    context.wake.say('events');
    const customer = await showCustomer(context, actor, customerId);
    await checkNow(context, actor.scope.workspaceId, [customer.id]);
    return customer;
  }

  app.route({
    method: 'GET',
    url: '/api/v1/customers',
    config: { access: 'viewer' },
    schema: { operationId: 'listCustomers', tags, summary: 'Customers, newest first', querystring: customerListQuery, response: { 200: page(customerShape), ...problems } },
    handler: async (request) => {
      const { q, organization, cursor, limit } = request.query;
      const [before] = cursor === undefined ? [Number.MAX_SAFE_INTEGER] : decodeCursor(cursor, onlyId);
      const { scope } = agentOf(request);
      const country = await findPhoneCountry(context.db, scope.workspaceId);
      const rows = await listCustomers(context.db, scope, { q, phone: q === undefined ? null : phoneBeginning(q, country), organization }, { before, limit: limit + 1 });
      return toPage(rows, limit, (row) => [row.id], (row) => toCustomer(row, country));
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/customers',
    config: { access: 'agent' },
    schema: { operationId: 'createCustomer', tags, summary: 'Add a customer', body: createCustomerBody, response: { 201: customerShape, ...problems } },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const country = await findPhoneCountry(context.db, actor.scope.workspaceId);
      const { customerId } = await context.db.transaction().execute((tx) => createCustomer(tx, actor, request.body, country));
      context.wake.say('events');
      await checkNow(context, actor.scope.workspaceId, [customerId]);
      return reply.code(201).send(await showCustomer(context, actor, customerId));
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/customers/:id',
    config: { access: 'viewer' },
    schema: { operationId: 'getCustomer', tags, summary: 'One customer', description: 'The id of a merged customer leads to the one whose page stayed: the answer has another id.', params, response: { 200: customerShape, ...problems } },
    handler: (request) => showCustomer(context, agentOf(request), request.params.id),
  });

  app.route({
    method: 'PATCH',
    url: '/api/v1/customers/:id',
    config: { access: 'agent' },
    schema: { operationId: 'updateCustomer', tags, summary: 'Change a customer', params, body: updateCustomerBody, response: { 200: customerShape, ...problems } },
    handler: (request) => {
      const actor = agentOf(request);
      return change(actor, request.params.id, (tx) => updateCustomer(tx, actor, request.params.id, request.body));
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/customers/:id/addresses',
    config: { access: 'agent' },
    schema: { operationId: 'addCustomerAddress', tags, summary: 'Add an address or a number', params, body: addressInput, response: { 201: customerShape, ...problems } },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const country = await findPhoneCountry(context.db, actor.scope.workspaceId);
      return reply.code(201).send(await change(actor, request.params.id, (tx) => addAddress(tx, actor, request.params.id, request.body, country)));
    },
  });

  app.route({
    method: 'DELETE',
    url: '/api/v1/customers/:id/addresses/:addressId',
    config: { access: 'agent' },
    schema: {
      operationId: 'removeCustomerAddress', tags, summary: 'Take an address or a number away',
      params: z.strictObject({ id: idInPath, addressId: idInPath }), response: { 200: customerShape, ...problems },
    },
    handler: (request) => {
      const actor = agentOf(request);
      return change(actor, request.params.id, (tx) => removeAddress(tx, actor, request.params.id, request.params.addressId));
    },
  });
}
