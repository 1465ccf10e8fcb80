import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aBrand, anAgent, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { systemActor } from '../../platform/auth/actor.ts';
import { findDuplicates, findOrCreateCustomer } from './index.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let brandB: number;
let agent: TestAgent;
let onlyA: TestAgent;
let firm: number;

beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(async () => {
  const { db } = desk.context;
  workspace = await aWorkspace(db, { timeZone: 'Europe/Stockholm' });
  brandB = await aBrand(db, workspace.id);
  agent = await anAgent(db, workspace.id);
  onlyA = await anAgent(db, workspace.id, { brands: [workspace.brandId] });
  firm = (await desk.ask(agent, 'POST', '/api/v1/organizations', { name: 'Grid AB', domains: ['grid.example'] })).body.id;
});
afterAll(() => desk.stop());

async function someone(body: object): Promise<number> {
  const made = await desk.ask(agent, 'POST', '/api/v1/customers', { name: 'Maja Nowak', ...body });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body.id;
}
const mail = (address: string) => ({ addresses: [{ kind: 'email', address }] });
type Suggested = { customer: { id: number }; reasons: string[] };
const of = async (id: number, asker = agent) => ((await desk.ask(asker, 'GET', `/api/v1/customers/${id}/duplicates`)).body.items as Suggested[]).map(({ customer, reasons }) => [customer.id, reasons]);
type Listed = { customers: { id: number }[]; reasons: string[] };
async function all(asker = agent, limit = 50): Promise<number[][]> {
  const pairs: number[][] = [];
  let cursor: string | null = null;
  do {
    const page: { items: Listed[]; next_cursor: string | null } = (await desk.ask(asker, 'GET', `/api/v1/duplicates?limit=${limit}${cursor ? `&cursor=${cursor}` : ''}`)).body;
    pairs.push(...page.items.map(({ customers }) => customers.map(({ id }) => id)));
    cursor = page.next_cursor;
  } while (cursor);
  return pairs;
}
const apart = (id: number, other: number, asker = agent) => desk.ask(asker, 'POST', `/api/v1/customers/${id}/keep-apart`, { other });

test('who looks like one is suggested at once on both pages and in the list, with the reasons', async () => {
  const [one, other, alike] = [await someone({ organization: firm, ...mail('maja@firm.example') }), await someone({ name: 'NOWAK Maja', organization: firm, ...mail('maja+shop@firm.example') }), await someone({ name: 'Maia Novak', organization: firm })];
  expect(await of(one)).toEqual([[alike, ['similar_name']], [other, ['mail', 'name']]]);
  expect(await of(other)).toEqual([[alike, ['similar_name']], [one, ['mail', 'name']]]);
  expect(await all()).toEqual([[other, alike], [one, alike], [one, other]]);
});

test('what no longer holds is suggested no more', async () => {
  const [one, other] = [await someone({ organization: firm }), await someone({ organization: firm })];
  expect(await of(one)).toEqual([[other, ['name']]]);
  await desk.ask(agent, 'PATCH', `/api/v1/customers/${other}`, { name: 'Somebody Else' });
  expect(await of(one)).toEqual([]);
  expect(await all()).toEqual([]);
});

test('two people are kept apart for good, and that is taken back', async () => {
  const [one, other] = [await someone({ organization: firm }), await someone({ organization: firm })];
  expect((await apart(other, one)).status).toBe(200);
  expect(await of(one)).toEqual([]);
  await desk.ask(agent, 'PATCH', `/api/v1/customers/${other}`, { note: 'changed' });
  expect([await of(one), await all()]).toEqual([[], []]);
  expect((await desk.ask(agent, 'POST', `/api/v1/customers/${one}/suggest-again`, { other })).status).toBe(200);
  expect(await of(one)).toEqual([[other, ['name']]]);
  expect((await desk.ask(agent, 'POST', `/api/v1/customers/${one}/suggest-again`, { other })).status).toBe(404);
});

test('a merge ends the suggestion, and taking it back says that they are two', async () => {
  const [one, other, third] = [await someone({ organization: firm }), await someone({ organization: firm }), await someone({ organization: firm })];
  await desk.ask(agent, 'POST', `/api/v1/customers/${other}/merge`, { into: one });
  expect(await all()).toEqual([[one, third]]);
  await desk.ask(agent, 'POST', `/api/v1/customers/${other}/unmerge`);
  expect(await all()).toEqual([[other, third], [one, third]]);
});

test('the job finds who wrote a mail, who was there before, and whose number is kept in another spelling', async () => {
  const { db } = desk.context;
  const known = await someone({ ...mail('maja.nowak@gmail.com') });
  const made = await db.transaction().execute((tx) => findOrCreateCustomer(tx, systemActor(workspace.id), { address: 'majanowak@gmail.com', name: 'Maja', brandId: workspace.brandId }));
  await findDuplicates(desk.context, workspace.id);
  expect(await of(known)).toEqual([[made.customerId, ['mail']]]);
  const numbered = await someone({ name: 'Karl', addresses: [{ kind: 'phone', address: '070-123 45 67' }] });
  const { id: old } = await db.insertInto('customers').values({ workspace_id: workspace.id, name: 'Carl' }).returning('id').executeTakeFirstOrThrow();
  await db.insertInto('customer_addresses').values({ workspace_id: workspace.id, customer_id: old, kind: 'phone', address: '0701234567' }).execute();
  await db.insertInto('customer_brands').values({ workspace_id: workspace.id, customer_id: old, brand_id: workspace.brandId }).execute();
  await db.deleteFrom('customer_checks').where('workspace_id', '=', workspace.id).execute();
  await Promise.all([findDuplicates(desk.context, workspace.id), findDuplicates(desk.context, workspace.id)]);
  await findDuplicates(desk.context, workspace.id);
  expect(await of(numbered)).toEqual([[old, ['number']]]);
});

test('whom an agent does not see is not suggested to them, nor kept apart by them', async () => {
  const [one, other] = [await someone({ organization: firm }), await someone({ organization: firm, brands: [brandB] })];
  expect(await of(one, onlyA)).toEqual([]);
  expect(await all(onlyA)).toEqual([]);
  expect(await apart(one, other, onlyA)).toMatchObject({ status: 400, body: { errors: [{ field: 'other', code: 'not_found' }] } });
  expect((await apart(other, one, onlyA)).status).toBe(404);
  expect(await of(one)).toEqual([[other, ['name']]]);
});

test('the list goes page by page without a gap or a double, also for who sees few of it', async () => {
  const people: number[] = [];
  for (let index = 0; index < 7; index += 1) people.push(await someone({ organization: firm, brands: index % 2 ? [brandB] : [workspace.brandId] }));
  const pairs = await all(agent, 4);
  expect(pairs).toHaveLength(21);
  expect(new Set(pairs.map(String)).size).toBe(21);
  expect(await all(onlyA, 2)).toHaveLength(6);
});

test('a name that very many have costs no more than a few pairs', async () => {
  const { db } = desk.context;
  const rows = await db.insertInto('customers').values(Array.from({ length: 120 }, () => ({ workspace_id: workspace.id, name: 'Front Desk', organization_id: firm }))).returning('id').execute();
  await findDuplicates(desk.context, workspace.id);
  const pairs = await db.selectFrom('customer_pairs').select(['one_id', 'other_id']).where('workspace_id', '=', workspace.id).execute();
  expect(pairs.length).toBeGreaterThan(0);
  expect(pairs.length).toBeLessThan(120 * 25);
  expect(rows).toHaveLength(120);
});
