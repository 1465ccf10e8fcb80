import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBrand, anAgent, aWorkspace, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { createTestDatabase, type TestDatabase } from '../../../../../tests/support/database.ts';
import { systemActor, type Actor } from '../../platform/auth/actor.ts';
import { createDatabase, createPool, type Database } from '../../platform/db/db.ts';
import { findOrCreateCustomer, findOrCreateCustomers, type Person } from './index.ts';

let database: TestDatabase;
let db: Database;
let workspace: TestWorkspace;
let actor: Actor;

beforeAll(async () => {
  database = await createTestDatabase();
  db = createDatabase(createPool(database.ownerUrl, { max: 12 }));
  workspace = await aWorkspace(db);
  actor = systemActor(workspace.id);
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

test('a stranger becomes a customer of the brand they wrote to, with one event', async () => {
  const customer = await meet({ address: 'Anna.Berg@Firm.Example', name: 'Anna  Berg\r\n', language: 'sv' });
  expect(customer).toMatchObject({ address: 'anna.berg@firm.example', name: 'Anna Berg', language: 'sv', created: true });
  expect(await rowsOf(customer.customerId)).toMatchObject({
    customer: { name: 'Anna Berg', kind: 'external', language: 'sv', organization_id: null },
    addresses: [{ kind: 'email', address: 'anna.berg@firm.example', is_primary: true }],
    brands: [workspace.brandId],
    events: ['customer.created'],
  });
});

test('who wrote before is the same customer, and nothing is noted', async () => {
  const first = await meet({ address: 'again@firm.example', name: 'Erik' });
  const second = await meet({ address: 'AGAIN@firm.example', name: 'Somebody Else', language: 'pl' });
  expect(second).toEqual({ ...first, created: false });
  expect((await rowsOf(first.customerId)).events).toEqual(['customer.created']);
});

test('a customer known by address only takes the name they first give', async () => {
  const first = await meet({ address: 'nameless@firm.example' });
  expect(await meet({ address: 'nameless@firm.example', name: 'Nora' })).toMatchObject({ customerId: first.customerId, name: 'Nora' });
  expect((await rowsOf(first.customerId)).events).toEqual(['customer.created', 'customer.updated']);
});

test('writing to a second brand makes the same customer known there', async () => {
  const other = await aBrand(db, workspace.id);
  const first = await meet({ address: 'both@firm.example' });
  const second = await meet({ address: 'both@firm.example' }, other);
  expect(second.customerId).toBe(first.customerId);
  const { brands, events } = await rowsOf(first.customerId);
  expect(brands).toEqual([workspace.brandId, other]);
  expect(events).toEqual(['customer.created', 'customer.updated']);
});

test('the organization is the one of the address’s domain, and a colleague is an employee', async () => {
  const organization = await db.insertInto('organizations').values({ workspace_id: workspace.id, name: 'Grid AB', domains: ['grid.example'] }).returning('id').executeTakeFirstOrThrow();
  const agent = await anAgent(db, workspace.id, { email: 'colleague@desk.example' });
  const customer = await meet({ address: 'someone@grid.example' });
  const colleague = await meet({ address: agent.email });
  expect((await rowsOf(customer.customerId)).customer.organization_id).toBe(organization.id);
  expect((await rowsOf(colleague.customerId)).customer.kind).toBe('employee');
});

test('the same address in another workspace is another customer', async () => {
  const elsewhere = await aWorkspace(db);
  const here = await meet({ address: 'shared@firm.example' });
  const there = await db.transaction().execute((tx) => findOrCreateCustomer(tx, systemActor(elsewhere.id), { address: 'shared@firm.example', brandId: elsewhere.brandId }));
  expect(there.customerId).not.toBe(here.customerId);
});

test('twelve first mails of one sender at the same moment make one customer and no error', async () => {
  for (let round = 0; round < 5; round += 1) {
    const address = `rush-${round}@firm.example`;
    const customers = await Promise.all(Array.from({ length: 12 }, () => meet({ address, name: 'Rush' })));
    expect(new Set(customers.map(({ customerId }) => customerId)).size).toBe(1);
    expect(customers.filter(({ created }) => created)).toHaveLength(1);
    const { events, addresses } = await rowsOf(customers[0]!.customerId);
    expect(events).toEqual(['customer.created']);
    expect(addresses).toHaveLength(1);
  }
  const orphans = await db.selectFrom('customers as c').select('c.id').where('c.workspace_id', '=', workspace.id).where('c.name', '=', 'Rush').execute();
  expect(orphans).toHaveLength(5);
});

test('mails at the same moment that name the same new people in any order do not block each other', async () => {
  const people = ['one', 'two', 'three', 'four'].map((name) => ({ address: `${name}@crowd.example` }));
  const orders = Array.from({ length: 12 }, (_, turn) => [...people.slice(turn % 4), ...people.slice(0, turn % 4)]);
  const all = await Promise.all(orders.map((order) => db.transaction().execute((tx) => findOrCreateCustomers(tx, actor, workspace.brandId, order))));
  expect(new Set(all.flat().map(({ customerId }) => customerId)).size).toBe(4);
  expect(all[1]!.map(({ address }) => address)).toEqual(orders[1]!.map(({ address }) => address));
});

test('mails at the same moment that name the same nameless people in opposite orders do not block each other', async () => {
  for (let round = 0; round < 10; round += 1) {
    const people = ['a', 'b', 'c', 'd'].map((name) => ({ address: `${name}${round}@nameless.example` }));
    await db.transaction().execute((tx) => findOrCreateCustomers(tx, actor, workspace.brandId, people));
    const named = people.map((person, index) => ({ ...person, name: `Name ${index}` }));
    const orders = Array.from({ length: 8 }, (_, turn) => (turn % 2 === 0 ? named : named.toReversed()));
    const all = await Promise.all(orders.map((order) => db.transaction().execute((tx) => findOrCreateCustomers(tx, actor, workspace.brandId, order))));
    expect(all.map((found) => found.map(({ address }) => address))).toEqual(orders.map((order) => order.map(({ address }) => address)));
  }
});

test('when the first mail’s transaction fails, the second makes the customer', async () => {
  const second = Promise.withResolvers<{ customerId: number; created: boolean }>();
  const first = db.transaction().execute(async (tx) => {
    await findOrCreateCustomer(tx, actor, { address: 'rollback@firm.example', brandId: workspace.brandId });
    meet({ address: 'rollback@firm.example' }).then(second.resolve, second.reject);
    await new Promise((resolve) => setTimeout(resolve, 100));
    throw new Error('the mail could not be kept');
  });
  await expect(first).rejects.toThrow('could not be kept');
  expect(await second.promise).toMatchObject({ created: true });
});

test('an agent who does not see the brand cannot bring a customer to it', async () => {
  const limited: Actor = { type: 'customer', id: 1, scope: { workspaceId: workspace.id, brands: [workspace.brandId + 1000] } };
  await expect(db.transaction().execute((tx) => findOrCreateCustomer(tx, limited, { address: 'x@firm.example', brandId: workspace.brandId }))).rejects.toMatchObject({ code: 'not_found' });
});

function meet(person: Person, brandId = workspace.brandId) {
  return db.transaction().execute((tx) => findOrCreateCustomer(tx, actor, { ...person, brandId }));
}

async function rowsOf(customerId: number) {
  const of = { workspace_id: workspace.id, customer_id: customerId };
  const customer = await db.selectFrom('customers').selectAll().where('workspace_id', '=', workspace.id).where('id', '=', customerId).executeTakeFirstOrThrow();
  const addresses = await db.selectFrom('customer_addresses').selectAll().where((eb) => eb.and(of)).execute();
  const brands = await db.selectFrom('customer_brands').select('brand_id').where((eb) => eb.and(of)).orderBy('brand_id').execute();
  const events = await db.selectFrom('events').select(['type', 'data']).where('workspace_id', '=', workspace.id).orderBy('id').execute();
  return {
    customer,
    addresses,
    brands: brands.map((row) => row.brand_id),
    events: events.filter(({ data }) => (data as { customer_id?: number }).customer_id === customerId).map(({ type }) => type),
  };
}
