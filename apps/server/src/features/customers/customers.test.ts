import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { aBrand, aCustomer, aWorkspace, anAgent, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let brandB: number;
let agent: TestAgent;
let onlyA: TestAgent;
let onlyB: TestAgent;
let viewer: TestAgent;

beforeAll(async () => {
  desk = await openTestDesk();
  const { db } = desk.context;
  workspace = await aWorkspace(db);
  brandB = await aBrand(db, workspace.id);
  agent = await anAgent(db, workspace.id);
  onlyA = await anAgent(db, workspace.id, { brands: [workspace.brandId] });
  onlyB = await anAgent(db, workspace.id, { brands: [brandB] });
  viewer = await anAgent(db, workspace.id, { role: 'viewer' });
});
afterAll(() => desk.stop());

test('a customer is added with addresses, known to the default brand', async () => {
  const { status, body } = await desk.ask(agent, 'POST', '/api/v1/customers', {
    name: 'Jakob Holm',
    language: 'da',
    addresses: [{ kind: 'email', address: 'Jakob@Holm.example' }, { kind: 'phone', address: '+45 (12) 34-56 78' }],
  });
  expect(status).toBe(201);
  expect(body).toMatchObject({ name: 'Jakob Holm', kind: 'external', email: 'jakob@holm.example', language: 'da', organization: null, brands: [{ id: workspace.brandId }] });
  expect(body.addresses).toMatchObject([
    { kind: 'email', address: 'jakob@holm.example', is_primary: true, bounced_at: null },
    { kind: 'phone', address: '+4512345678', is_primary: true },
  ]);
});

test('an address belongs to one customer, and a refused one leaves nothing behind', async () => {
  await aCustomer(desk.context.db, workspace.id, { email: 'taken@firm.example', brands: [workspace.brandId] });
  const body = { name: 'Left Behind', addresses: [{ kind: 'email', address: 'free@firm.example' }, { kind: 'email', address: 'taken@firm.example' }] };
  expect(await desk.ask(agent, 'POST', '/api/v1/customers', body)).toMatchObject({ status: 409, body: { code: 'already_exists', errors: [{ field: 'addresses.1.address' }] } });
  expect((await search(agent, 'Left')).length).toBe(0);
});

test('a customer is seen only through a brand that knows them', async () => {
  const { id } = await aCustomer(desk.context.db, workspace.id, { name: 'Hidden Person', brands: [workspace.brandId] });
  expect((await desk.ask(onlyA, 'GET', `/api/v1/customers/${id}`)).status).toBe(200);
  for (const [method, url, body] of [
    ['GET', `/api/v1/customers/${id}`, undefined],
    ['PATCH', `/api/v1/customers/${id}`, { name: 'X' }],
    ['POST', `/api/v1/customers/${id}/addresses`, { kind: 'email', address: 'x@x.example' }],
    ['DELETE', `/api/v1/customers/${id}/addresses/1`, undefined],
  ] as const)
    expect((await desk.ask(onlyB, method, url, body)).status).toBe(404);
  expect(await search(onlyB, 'hidden')).toEqual([]);
  expect(await search(onlyA, 'hidden')).toEqual(['Hidden Person']);
});

test('another workspace’s customer is not there', async () => {
  const elsewhere = await aWorkspace(desk.context.db);
  const stranger = await aCustomer(desk.context.db, elsewhere.id, { name: 'Stranger', email: 'stranger@else.example', brands: [elsewhere.brandId] });
  expect((await desk.ask(agent, 'GET', `/api/v1/customers/${stranger.id}`)).status).toBe(404);
  expect((await desk.ask(agent, 'PATCH', `/api/v1/customers/${stranger.id}`, { name: 'X' })).status).toBe(404);
  expect(await search(agent, 'stranger')).toEqual([]);
});

test('a viewer reads and does not change', async () => {
  const { id } = await aCustomer(desk.context.db, workspace.id, { brands: [workspace.brandId] });
  expect((await desk.ask(viewer, 'GET', `/api/v1/customers/${id}`)).status).toBe(200);
  expect((await desk.ask(viewer, 'PATCH', `/api/v1/customers/${id}`, { name: 'X' })).status).toBe(403);
  expect((await desk.ask(viewer, 'POST', '/api/v1/customers', { name: 'X' })).status).toBe(403);
});

test('an unknown field is named', async () => {
  const answer = await desk.ask(agent, 'POST', '/api/v1/customers', { name: 'X', workspace: 2 });
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: 'workspace', code: 'unknown_field' }] } });
});

test.each([
  ['anna', ['Anna-Karin Åberg', 'Annabel Ek']],
  ['karin', ['Anna-Karin Åberg']],
  ['ÅBERG', ['Anna-Karin Åberg']],
  ['ann åb', ['Anna-Karin Åberg']],
  ['anna-karin', ['Anna-Karin Åberg']],
  ["o'br", ['Liam O’Brien', "Sean O'Brien"]],
  ['nnabel', []],
  ['ab.ek@', ['Annabel Ek']],
  ['AB.EK@SEARCH', ['Annabel Ek']],
  ['070 123', ['Liam O’Brien']],
  ['%', []],
  ['_b.ek@', []],
  ["'", []],
  ["x':* | '", []],
  ['\\', []],
  ['!!! & |', []],
])('searching for %s finds %j', async (q, found) => {
  await searchable();
  expect((await search(agent, q)).toSorted()).toEqual(found.toSorted());
});

test('the newest customers come first, page by page without a gap, also for who sees one brand', async () => {
  const { db } = desk.context;
  const place = await aWorkspace(db);
  const [first, second] = [place.brandId, await aBrand(db, place.id)];
  const sees = await anAgent(db, place.id, { brands: [first, second] });
  const made = [];
  for (let index = 0; index < 7; index += 1) made.push((await aCustomer(db, place.id, { brands: index % 3 === 0 ? [first, second] : index % 3 === 1 ? [first] : [second] })).id);
  const seen: number[] = [];
  let cursor = '';
  do {
    const { body } = await desk.ask(sees, 'GET', `/api/v1/customers?limit=2${cursor && `&cursor=${cursor}`}`);
    seen.push(...body.items.map((each: { id: number }) => each.id));
    cursor = body.next_cursor ?? '';
  } while (cursor);
  expect(seen).toEqual(made.toReversed());
});

test('when the primary address goes, the next one takes its place', async () => {
  const { body: customer } = await desk.ask(agent, 'POST', '/api/v1/customers', { name: 'Two Homes', addresses: [{ kind: 'email', address: 'old@home.example' }] });
  const added = await desk.ask(agent, 'POST', `/api/v1/customers/${customer.id}/addresses`, { kind: 'email', address: 'new@home.example' });
  expect(added).toMatchObject({ status: 201, body: { email: 'old@home.example' } });
  const removed = await desk.ask(agent, 'DELETE', `/api/v1/customers/${customer.id}/addresses/${customer.addresses[0].id}`);
  expect(removed.body).toMatchObject({ email: 'new@home.example', addresses: [{ address: 'new@home.example', is_primary: true }] });
  expect((await desk.ask(agent, 'DELETE', `/api/v1/customers/${customer.id}/addresses/${customer.addresses[0].id}`)).status).toBe(404);
});

test('an address that is made primary replaces the one before', async () => {
  const { body: customer } = await desk.ask(agent, 'POST', '/api/v1/customers', { name: 'Moved', addresses: [{ kind: 'email', address: 'a@moved.example' }] });
  const { body } = await desk.ask(agent, 'POST', `/api/v1/customers/${customer.id}/addresses`, { kind: 'email', address: 'b@moved.example', is_primary: true });
  expect(body.addresses.map((each: { address: string; is_primary: boolean }) => [each.address, each.is_primary])).toEqual([['b@moved.example', true], ['a@moved.example', false]]);
});

test('who sees one brand changes only that brand’s link', async () => {
  const { id } = await aCustomer(desk.context.db, workspace.id, { brands: [workspace.brandId] });
  expect((await desk.ask(onlyA, 'PATCH', `/api/v1/customers/${id}`, { brands: [brandB] })).body.errors[0]).toMatchObject({ field: 'brands', code: 'not_found' });
  const both = await desk.ask(agent, 'PATCH', `/api/v1/customers/${id}`, { brands: [workspace.brandId, brandB] });
  expect(both.body.brands).toHaveLength(2);
  await desk.ask(onlyA, 'PATCH', `/api/v1/customers/${id}`, { brands: [workspace.brandId], name: 'Kept' });
  expect((await desk.ask(onlyB, 'GET', `/api/v1/customers/${id}`)).body).toMatchObject({ name: 'Kept', brands: [{ id: brandB }] });
});

test('a brand in which the customer has tickets cannot be left out', async () => {
  const { id, email } = await aCustomer(desk.context.db, workspace.id, { brands: [workspace.brandId, brandB] });
  expect((await desk.ask(agent, 'POST', '/api/v1/tickets', { subject: 'S', text: 'T', brand: brandB, requester: { email } })).status).toBe(201);
  expect(await desk.ask(agent, 'PATCH', `/api/v1/customers/${id}`, { brands: [workspace.brandId] })).toMatchObject({ status: 409, body: { code: 'still_in_use' } });
  expect((await desk.ask(agent, 'PATCH', `/api/v1/customers/${id}`, { brands: [brandB] })).status).toBe(200);
});

test('a change is one event, a change of nothing is none', async () => {
  const { id } = await aCustomer(desk.context.db, workspace.id, { brands: [workspace.brandId] });
  await desk.ask(agent, 'PATCH', `/api/v1/customers/${id}`, { name: 'Private Name', note: 'private', kind: 'employee' });
  await desk.ask(agent, 'PATCH', `/api/v1/customers/${id}`, { name: 'Private Name', kind: 'employee' });
  const events = await desk.context.db.selectFrom('events').select(['type', 'data', 'brand_id']).where('workspace_id', '=', workspace.id).execute();
  expect(events.filter(({ data }) => (data as { customer_id?: number }).customer_id === id)).toEqual([
    { type: 'customer.updated', brand_id: workspace.brandId, data: { customer_id: id, changes: { name: true, note: true, kind: { from: 'external', to: 'employee' } } } },
  ]);
});

test('an organization is seen through its customers, or by all while it has none', async () => {
  const { body: organization } = await desk.ask(agent, 'POST', '/api/v1/organizations', { name: 'Kraft & Ljus AB', domains: ['Kraft.example'] });
  expect(organization).toMatchObject({ name: 'Kraft & Ljus AB', domains: ['kraft.example'] });
  const url = `/api/v1/organizations/${organization.id}`;
  expect((await desk.ask(onlyB, 'GET', url)).status).toBe(200);
  await aCustomer(desk.context.db, workspace.id, { brands: [workspace.brandId], organizationId: organization.id });
  expect((await desk.ask(onlyB, 'GET', url)).status).toBe(404);
  expect((await desk.ask(onlyB, 'PATCH', url, { note: 'X' })).status).toBe(404);
  expect((await desk.ask(onlyB, 'GET', '/api/v1/organizations?q=lju')).body.items).toEqual([]);
  expect((await desk.ask(onlyA, 'GET', '/api/v1/organizations?q=lju')).body.items).toMatchObject([{ id: organization.id }]);
  expect((await desk.ask(agent, 'GET', `/api/v1/customers?organization=${organization.id}`)).body.items).toHaveLength(1);
  const hidden = await aCustomer(desk.context.db, workspace.id, { brands: [brandB] });
  expect((await desk.ask(onlyB, 'PATCH', `/api/v1/customers/${hidden.id}`, { organization: organization.id })).status).toBe(400);
});

test('organizations have their own names, and another workspace’s are not there', async () => {
  const { body: first } = await desk.ask(agent, 'POST', '/api/v1/organizations', { name: 'Solo AB' });
  expect(await desk.ask(agent, 'POST', '/api/v1/organizations', { name: 'Solo AB' })).toMatchObject({ status: 409, body: { errors: [{ field: 'name' }] } });
  const elsewhere = await aWorkspace(desk.context.db);
  const stranger = await anAgent(desk.context.db, elsewhere.id);
  expect((await desk.ask(stranger, 'GET', `/api/v1/organizations/${first.id}`)).status).toBe(404);
  expect((await desk.ask(stranger, 'PATCH', `/api/v1/organizations/${first.id}`, { name: 'X' })).status).toBe(404);
  expect((await desk.ask(viewer, 'PATCH', `/api/v1/organizations/${first.id}`, { name: 'X' })).status).toBe(403);
});

let made: Promise<unknown> | undefined;
function searchable(): Promise<unknown> {
  const people = [
    { name: 'Anna-Karin Åberg', addresses: [{ kind: 'email', address: 'first@search.example' }] },
    { name: 'Annabel Ek', addresses: [{ kind: 'email', address: 'ab.ek@search.example' }] },
    { name: "Sean O'Brien", addresses: [{ kind: 'email', address: 'third@search.example' }] },
    { name: 'Liam O’Brien', addresses: [{ kind: 'phone', address: '070-123 45 67' }] },
  ];
  made ??= Promise.all(people.map((person) => desk.ask(agent, 'POST', '/api/v1/customers', person)));
  return made;
}

async function search(asker: TestAgent, q: string): Promise<string[]> {
  const { status, body } = await desk.ask(asker, 'GET', `/api/v1/customers?q=${encodeURIComponent(q)}`);
  expect(status).toBe(200);
  return body.items.map((each: { name: string }) => each.name) as string[];
}
