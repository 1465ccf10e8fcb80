import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aBrand, anAgent, aWorkspace, type TestAgent } from '../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { wholeFeed } from '../../../../../tests/support/feed.ts';

/** What the feed of events tells an agent of one brand about people of another: nothing. */

let desk: TestDesk;
let brandA: number;
let brandB: number;
let owner: TestAgent;
let onlyA: TestAgent;
let onlyB: TestAgent;

beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(async () => {
  const { db } = desk.context;
  const workspace = await aWorkspace(db, { timeZone: 'Europe/Stockholm' });
  // Ids that no other number of the answers is by accident.
  await db.insertInto('brands').values({ workspace_id: workspace.id, id: 700_000_000 + workspace.id, slug: 'b', name: 'B' }).execute();
  brandA = workspace.brandId;
  brandB = 700_000_000 + workspace.id;
  owner = await anAgent(db, workspace.id, { role: 'owner' });
  onlyA = await anAgent(db, workspace.id, { brands: [brandA] });
  onlyB = await anAgent(db, workspace.id, { brands: [brandB] });
});
afterAll(() => desk.stop());

const feed = (asker: TestAgent) => wholeFeed(desk, asker);
const aCustomerOf = async (...brands: number[]) => (await desk.ask(owner, 'POST', '/api/v1/customers', { name: 'Maja', brands })).body as { id: number };

test('a customer of another brand is made and changed unheard', async () => {
  const { id } = await aCustomerOf(brandB);
  const url = `/api/v1/customers/${id}`;
  const changed = await desk.ask(owner, 'POST', `${url}/addresses`, { kind: 'phone', address: '070-123 45 67' });
  await desk.ask(owner, 'DELETE', `${url}/addresses/${changed.body.addresses[0].id}`);
  await desk.ask(owner, 'PATCH', url, { name: 'Nora', kind: 'employee' });
  expect(await feed(onlyA)).toEqual([]);
  expect((await feed(onlyB)).map(({ type }) => type)).toEqual(['customer.created', 'customer.updated', 'customer.updated', 'customer.updated']);
});

test('a brand that comes to know a customer, or no longer does, is told so alone', async () => {
  const { id } = await aCustomerOf(brandA);
  await desk.ask(owner, 'PATCH', `/api/v1/customers/${id}`, { brands: [brandA, brandB] });
  await desk.ask(owner, 'PATCH', `/api/v1/customers/${id}`, { brands: [brandA] });
  expect(await feed(onlyA)).toMatchObject([{ type: 'customer.created' }]);
  expect((await feed(onlyB)).map(({ data }) => data)).toEqual([
    { customer_id: id, changes: { brands: { added: [brandB] } } },
    { customer_id: id, changes: { brands: { removed: [brandB] } } },
  ]);
});

test('a customer made for two brands is told to both, and names neither to the other', async () => {
  const { id } = await aCustomerOf(brandA, brandB);
  const [a, b] = [await feed(onlyA), await feed(onlyB)];
  expect(a).toMatchObject([{ type: 'customer.created', brand: brandA, data: { customer_id: id } }]);
  expect(b).toMatchObject([{ type: 'customer.updated', brand: brandB, data: { customer_id: id } }]);
  expect(JSON.stringify(a)).not.toContain(String(brandB));
});

test('an organization is changed unheard by those who know none of its customers', async () => {
  const { body: organization } = await desk.ask(owner, 'POST', '/api/v1/organizations', { name: 'Grid AB' });
  const { id } = await aCustomerOf(brandB);
  await desk.ask(owner, 'PATCH', `/api/v1/customers/${id}`, { organization: organization.id });
  await desk.ask(owner, 'PATCH', `/api/v1/organizations/${organization.id}`, { note: 'x' });
  expect((await feed(onlyA)).map(({ type }) => type)).toEqual(['organization.created']);
  expect((await feed(onlyB)).at(-1)).toMatchObject({ type: 'organization.updated', data: { organization_id: organization.id, changes: { note: true } } });
});

test('which brands a colleague sees is nobody’s to learn from the feed, nor from the list beyond the own brands', async () => {
  const made = await desk.ask(owner, 'POST', '/api/v1/agents', { name: 'Nils', email: `nils-${brandB}@desk.example`, brands: [brandA] });
  await desk.ask(owner, 'PATCH', `/api/v1/agents/${made.body.id}`, { brands: [brandA, brandB] });
  expect((await feed(onlyA)).at(-1)).toMatchObject({ type: 'agent.updated', data: { changes: { brands: true } } });
  await desk.ask(owner, 'PATCH', `/api/v1/agents/${onlyA.id}`, { role: 'admin' });
  const list = await desk.ask(onlyA, 'GET', '/api/v1/agents');
  expect(list.body.items.find((each: { id: number }) => each.id === made.body.id)).toMatchObject({ brands: [brandA] });
  expect(JSON.stringify([await feed(onlyA), list.body.items.map(({ brands }: { brands: number[] }) => brands)])).not.toContain(String(brandB));
});

test('nothing of another workspace is heard', async () => {
  const stranger = await anAgent(desk.context.db, (await aWorkspace(desk.context.db)).id, { role: 'owner' });
  await aCustomerOf(brandA, await aBrand(desk.context.db, (await desk.ask(owner, 'GET', '/api/v1/workspace')).body.id));
  expect(await feed(stranger)).toEqual([]);
});
