import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, onlyId, toPage } from '../../platform/http/cursors.ts';
import { idInPath, page, problemShape } from '../../platform/http/shapes.ts';
import { addAddress, createCustomer, removeAddress, updateCustomer } from './customers.commands.ts';
import { findCustomer, listCustomers, type CustomerRow } from './customers.queries.ts';
import { addressInput, createCustomerBody, customerListQuery, customerShape, updateCustomerBody } from './customers.schemas.ts';

const tags = ['Customers'];
const params = z.strictObject({ id: idInPath });
const problems = { '4xx': problemShape };

export function customerRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  async function change(actor: AgentActor, customerId: number, work: (tx: Tx) => Promise<void>) {
    await context.db.transaction().execute(work);
    context.wake.say('events');
    return shown(actor, customerId);
  }

  async function shown(actor: AgentActor, customerId: number) {
    const row = await findCustomer(context.db, actor.scope, customerId);
    if (!row) throw notFound('customer');
    return toCustomer(row);
  }

  app.route({
    method: 'GET',
    url: '/api/v1/customers',
    config: { access: 'viewer' },
    schema: { operationId: 'listCustomers', tags, summary: 'Customers, newest first', querystring: customerListQuery, response: { 200: page(customerShape), ...problems } },
    handler: async (request) => {
      const { q, organization, cursor, limit } = request.query;
      const [before] = cursor === undefined ? [Number.MAX_SAFE_INTEGER] : decodeCursor(cursor, onlyId);
      const rows = await listCustomers(context.db, agentOf(request).scope, { q, organization }, { before, limit: limit + 1 });
      return toPage(rows, limit, (row) => [row.id], toCustomer);
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/customers',
    config: { access: 'agent' },
    schema: { operationId: 'createCustomer', tags, summary: 'Add a customer', body: createCustomerBody, response: { 201: customerShape, ...problems } },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const { customerId } = await context.db.transaction().execute((tx) => createCustomer(tx, actor, request.body));
      context.wake.say('events');
      return reply.code(201).send(await shown(actor, customerId));
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/customers/:id',
    config: { access: 'viewer' },
    schema: { operationId: 'getCustomer', tags, summary: 'One customer', params, response: { 200: customerShape, ...problems } },
    handler: (request) => shown(agentOf(request), request.params.id),
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
      return reply.code(201).send(await change(actor, request.params.id, (tx) => addAddress(tx, actor, request.params.id, request.body)));
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

function toCustomer(row: CustomerRow): z.input<typeof customerShape> {
  const primary = row.addresses.find(({ kind }) => kind === 'email');
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    email: primary?.address ?? null,
    language: row.language,
    organization: row.organization_id === null ? null : { id: row.organization_id, name: row.organization_name ?? '' },
    note: row.note,
    addresses: row.addresses.map((address) => ({ ...address, bounced_at: address.bounced_at && new Date(address.bounced_at).toISOString() })),
    brands: row.brands,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  };
}
