import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { aBrand, aCustomer, aWorkspace, anAgent, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { readStoredNumbers } from './index.ts';

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
  workspace = await aWorkspace(db, { timeZone: 'Europe/Stockholm' });
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
  ['soderstrom', ['Elsa Söderström']],
  ['SÖDERSTRÖM', ['Elsa Söderström']],
  ['So\u0308derstr', ['Elsa Söderström']],
  ['lukasz zolc', ['Łukasz Żółć']],
  ['Łukasz', ['Łukasz Żółć']],
  ['soren aebelo', ['Søren Æbelø Weiß']],
  ['ÆBELØ WEISS', ['Søren Æbelø Weiß']],
  ["o'br", ['Liam O’Brien', "Sean O'Brien"]],
  ['nnabel', []],
  ['ab.ek@', ['Annabel Ek']],
  ['AB.EK@SEARCH', ['Annabel Ek']],
  ['070 123', ['Liam O’Brien']],
  ['+46 (0)70 123', ['Liam O’Brien']],
  ['0046701234567', ['Liam O’Brien']],
  ['701234', ['Liam O’Brien']],
  ['0701234568', []],
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
    { name: 'Elsa Söderström', addresses: [{ kind: 'email', address: 'fifth@search.example' }] },
    { name: 'Łukasz Żółć', addresses: [{ kind: 'email', address: 'sixth@search.example' }] },
    { name: 'Søren Æbelø Weiß', addresses: [{ kind: 'email', address: 'seventh@search.example' }] },
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

describe('a telephone number', () => {
  const number = (id: number, address: string, asker = agent) => desk.ask(asker, 'POST', `/api/v1/customers/${id}/addresses`, { kind: 'phone', address });

  test('is typed in local form, kept in E.164 and shown as people there write it', async () => {
    const { id } = await aCustomer(desk.context.db, workspace.id, { brands: [workspace.brandId] });
    expect((await number(id, '0708-12 34 56')).body.addresses.at(-1)).toMatchObject({ address: '+46708123456', shown: '070-812 34 56', doubtful: false });
    expect((await number(id, '+45 20 12 34 56')).body.addresses.at(-1)).toMatchObject({ address: '+4520123456', shown: '+45 20 12 34 56' });
  });

  test.each([['070 123', 'not_a_number'], ['call me', 'not_a_number'], ['08-12 34 56 ext. 7', 'not_a_number'], ['+999 1234567', 'not_a_number']])('%s is refused with %s', async (text, code) => {
    const { id } = await aCustomer(desk.context.db, workspace.id, { brands: [workspace.brandId] });
    expect(await number(id, text)).toMatchObject({ status: 400, body: { errors: [{ field: 'address', code }] } });
  });

  test('needs its country code where nothing tells the country, until somebody says it', async () => {
    const { db } = desk.context;
    const nowhere = await aWorkspace(db);
    const admin = await anAgent(db, nowhere.id, { role: 'admin' });
    const { id } = await aCustomer(db, nowhere.id, { brands: [nowhere.brandId] });
    expect(await number(id, '20 12 34 56', admin)).toMatchObject({ status: 400, body: { errors: [{ code: 'country_missing' }] } });
    expect((await desk.ask(admin, 'PATCH', '/api/v1/workspace', { country: 'DK' })).body).toMatchObject({ country: 'DK', phone_country: 'DK' });
    expect((await number(id, '20 12 34 56', admin)).body.addresses.at(-1)).toMatchObject({ address: '+4520123456', shown: '20 12 34 56' });
  });

  test('of somebody else names them, to who may see them only', async () => {
    const { db } = desk.context;
    const [owner, other] = [await aCustomer(db, workspace.id, { name: 'Has It', brands: [workspace.brandId] }), await aCustomer(db, workspace.id, { brands: [workspace.brandId, brandB] })];
    await number(owner.id, '070-555 01 01');
    expect(await number(other.id, '+46 70 555 01 01')).toMatchObject({ status: 409, body: { code: 'already_exists', errors: [{ field: 'address', code: 'already_exists', customer: { id: owner.id, name: 'Has It' } }] } });
    const unseen = await number(other.id, '0705550101', onlyB);
    expect(unseen).toMatchObject({ status: 409, body: { errors: [{ code: 'already_exists' }] } });
    expect(JSON.stringify(unseen.body)).not.toMatch(/Has It|"customer"/);
    expect(await number(owner.id, '0705550101')).toMatchObject({ status: 409, body: { errors: [{ code: 'already_here' }] } });
  });

  test('from before is shown as it is, is found, and is read when there is time', async () => {
    const { db } = desk.context;
    const [old, twin, odd] = [await aCustomer(db, workspace.id, { brands: [workspace.brandId] }), await aCustomer(db, workspace.id, { brands: [workspace.brandId] }), await aCustomer(db, workspace.id, { brands: [workspace.brandId] })];
    const stored = (customer: { id: number }, address: string) => db.insertInto('customer_addresses').values({ workspace_id: workspace.id, customer_id: customer.id, kind: 'phone', address, is_primary: true }).execute();
    await stored(old, '0705550202');
    await stored(twin, '46705550202'); // one number once it is read: it stays with who was first
    await stored(odd, '12');
    const phone = async ({ id }: { id: number }) => (await desk.ask(agent, 'GET', `/api/v1/customers/${id}`)).body.addresses.at(-1);
    expect(await phone(old)).toMatchObject({ address: '0705550202', shown: '0705550202', doubtful: true });
    const { body } = await desk.ask(agent, 'GET', '/api/v1/customers?q=070-555%2002');
    expect(body.items.map(({ id }: { id: number }) => id)).toEqual([old.id]);
    await readStoredNumbers(desk.context, workspace.id);
    await readStoredNumbers(desk.context, workspace.id);
    expect(await phone(old)).toMatchObject({ address: '+46705550202', shown: '070-555 02 02' });
    expect(await phone(twin)).toMatchObject({ address: '46705550202' });
    expect(await phone(odd)).toMatchObject({ address: '12' });
  });
});
