import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aBrand, anAgent, anInbox, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { wholeFeed } from '../../../../../tests/support/feed.ts';
import { systemActor } from '../../platform/auth/actor.ts';
import { findOrCreateCustomer } from './index.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let brandB: number;
let agent: TestAgent;
let onlyA: TestAgent;
let onlyB: TestAgent;

beforeAll(async () => {
  desk = await openTestDesk();
  const { db } = desk.context;
  workspace = await aWorkspace(db, { timeZone: 'Europe/Stockholm' });
  brandB = await aBrand(db, workspace.id);
  await anInbox(db, workspace.id, { brandId: workspace.brandId, address: 'help@a.example' });
  await anInbox(db, workspace.id, { brandId: brandB, address: 'help@b.example' });
  agent = await anAgent(db, workspace.id);
  onlyA = await anAgent(db, workspace.id, { brands: [workspace.brandId] });
  onlyB = await anAgent(db, workspace.id, { brands: [brandB] });
});
afterAll(() => desk.stop());

let count = 0;
type Made = { id: number; email: string };
async function someone(body: object = {}): Promise<Made> {
  count += 1;
  const email = `p${count}@lund${count}.example`;
  const made = await desk.ask(agent, 'POST', '/api/v1/customers', { name: `Person ${count}`, addresses: [{ kind: 'email', address: email }], ...body });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return { id: made.body.id, email };
}
async function writes(email: string, brand = workspace.brandId): Promise<number> {
  const made = await desk.ask(agent, 'POST', '/api/v1/tickets', { subject: `From ${email}`, text: 'Hello', requester: { email }, brand });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body.number;
}
const read = async (id: number, asker = agent) => (await desk.ask(asker, 'GET', `/api/v1/customers/${id}`)).body;
const merge = (id: number, into: number, asker = agent) => desk.ask(asker, 'POST', `/api/v1/customers/${id}/merge`, { into });
const unmerge = (id: number, asker = agent) => desk.ask(asker, 'POST', `/api/v1/customers/${id}/unmerge`);
const tickets = async (requester: number, asker = agent) => ((await desk.ask(asker, 'GET', `/api/v1/tickets?requester=${requester}&limit=100`)).body.items as { number: number; requester: { id: number; name: string } }[]);
const numbers = async (requester: number) => (await tickets(requester)).map(({ number }) => number).toSorted((a, b) => a - b);
const addresses = async (id: number) => ((await read(id)).addresses as { address: string }[]).map(({ address }) => address);

describe('merging', () => {
  test('one page stays, with the addresses, brands, notes and tickets of both, and the other id leads there', async () => {
    const [maja, other] = [await someone({ name: 'Maja Nowak', note: 'Calls at noon' }), await someone({ name: 'M. Nowak', note: 'Has two dogs', language: 'pl', brands: [brandB], addresses: [{ kind: 'phone', address: '0701-23 45 01' }] })];
    const [hers, others] = [await writes(maja.email), await writes(`also-${maja.email}`, brandB)];
    const also = (await desk.ask(agent, 'GET', `/api/v1/tickets/${others}`)).body.requester.id as number;
    expect((await merge(also, other.id)).status).toBe(200);
    const answer = await merge(other.id, maja.id);
    expect(answer).toMatchObject({ status: 200, body: { id: maja.id, name: 'Maja Nowak', note: 'Calls at noon', language: 'pl', email: maja.email } });
    expect(answer.body.addresses).toMatchObject([
      { address: maja.email, is_primary: true, merged_from: null },
      { address: `also-${maja.email}`, is_primary: false, merged_from: also },
      { address: '+46701234501', shown: '070-123 45 01', is_primary: true, merged_from: other.id },
    ]);
    expect(answer.body.merged.map(({ id, name, note }: { id: number; name: string; note: string }) => [id, name, note]).toSorted()).toEqual([[other.id, 'M. Nowak', 'Has two dogs'], [also, '', '']].toSorted());
    expect(answer.body.brands.map(({ id }: { id: number }) => id).toSorted()).toEqual([workspace.brandId, brandB].toSorted());
    for (const id of [other.id, also]) expect((await read(id)).id).toBe(maja.id);
    for (const id of [maja.id, other.id, also]) expect(await tickets(id)).toMatchObject([{ number: others, requester: { id: maja.id, name: 'Maja Nowak' } }, { number: hers, requester: { id: maja.id } }]);
    expect((await desk.ask(agent, 'GET', `/api/v1/tickets/${others}`)).body.participants).toMatchObject([{ customer: { id: maja.id, name: 'Maja Nowak' }, address: `also-${maja.email}` }]);
  });

  test('who is merged is in no list, and is found by their own name and address', async () => {
    const [stays, goes] = [await someone({ name: 'Zofia Kowalska' }), await someone({ name: 'Sophia Schmidt' })];
    await merge(goes.id, stays.id);
    const found = async (q: string) => ((await desk.ask(agent, 'GET', `/api/v1/customers?q=${encodeURIComponent(q)}`)).body.items as { id: number }[]).map(({ id }) => id);
    expect(await found('kowalska')).toEqual([stays.id]);
    expect(await found('schmidt')).toEqual([stays.id]);
    expect(await found(goes.email)).toEqual([stays.id]);
    const all = ((await desk.ask(agent, 'GET', '/api/v1/customers?limit=100')).body.items as { id: number }[]).map(({ id }) => id);
    expect(all).toContain(stays.id);
    expect(all).not.toContain(goes.id);
  });

  test('the list of tickets finds all of the person’s by any of their addresses, and only theirs', async () => {
    const [stays, goes, other] = [await someone(), await someone(), await someone()];
    await merge(goes.id, stays.id);
    const theirs = [await writes(stays.email), await writes(goes.email)];
    const others = await writes(other.email);
    const found = async (query: string) => ((await desk.ask(agent, 'GET', `/api/v1/tickets?${query}`)).body.items as { number: number }[]).map(({ number }) => number).toSorted((a, b) => a - b);
    for (const { email } of [stays, goes]) expect(await found(`q=${email}`)).toEqual(theirs);
    expect(await found(`q=${goes.email}&requester=${stays.id}`)).toEqual(theirs);
    expect(await found(`q=${goes.email}&requester=${other.id}`)).toEqual([]);
    expect(await found(`q=${other.email}`)).toEqual([others]);
  });

  test('mail from either address goes to the survivor, also of a brand that did not know them', async () => {
    const [stays, goes] = [await someone(), await someone()];
    await merge(goes.id, stays.id);
    expect((await read(stays.id, onlyB)).code).toBe('not_found');
    const known = await desk.context.db.transaction().execute((tx) => findOrCreateCustomer(tx, systemActor(workspace.id), { address: goes.email, brandId: brandB }));
    expect(known).toMatchObject({ personId: stays.id, name: `Person ${count - 1}`, created: false });
    expect((await read(stays.id, onlyB)).id).toBe(stays.id);
    const made = await desk.ask(agent, 'POST', '/api/v1/tickets', { subject: 'x', text: 'y', requester: { email: goes.email } });
    expect(made.body.requester).toMatchObject({ id: stays.id, name: `Person ${count - 1}` });
  });

  test('a name of the survivor is the name of all, and what is changed by the old id changes the survivor', async () => {
    const [stays, goes] = [await someone(), await someone()];
    const number = await writes(goes.email);
    await merge(goes.id, stays.id);
    expect((await desk.ask(agent, 'PATCH', `/api/v1/customers/${goes.id}`, { name: 'Married Name' })).body).toMatchObject({ id: stays.id, name: 'Married Name' });
    expect((await desk.ask(agent, 'GET', `/api/v1/tickets/${number}`)).body.requester).toMatchObject({ id: stays.id, name: 'Married Name' });
    expect((await unmerge(goes.id)).body).toMatchObject({ id: goes.id, name: `Person ${count}` });
  });

  test.each([
    ['itself', async (made: Made) => made.id, 'same_customer'],
    ['one that is merged into it', async (made: Made) => { const other = await someone(); await merge(other.id, made.id); return other.id; }, 'same_customer'],
    ['one that is not there', async () => 999_999_999, 'not_found'],
  ])('into %s is refused, and nothing changes', async (_what, into, code) => {
    const made = await someone();
    const id = await into(made);
    const before = await read(made.id);
    expect(await merge(made.id, id)).toMatchObject({ status: 400, body: { errors: [{ field: 'into', code }] } });
    expect(await read(made.id)).toEqual(before);
  });

  test('goes no further than a page can show', async () => {
    const { db } = desk.context;
    const [stays, goes] = [await someone(), await someone()];
    for (let index = 0; index < 48; index += 1) await db.insertInto('customers').values({ workspace_id: workspace.id, name: 'x', own_name: 'x', merged_into: stays.id, person_id: stays.id }).execute();
    expect((await merge(goes.id, stays.id)).status).toBe(200);
    expect(await merge((await someone()).id, stays.id)).toMatchObject({ status: 400, body: { errors: [{ code: 'too_many' }] } });
  });
});

describe('taking a merge back', () => {
  test('gives each what was theirs, and what came since to an address that was theirs', async () => {
    const [stays, goes] = [await someone({ name: 'Stays', language: null }), await someone({ name: 'Goes', language: 'da', brands: [brandB], note: 'Own note' })];
    const before = { stays: await read(stays.id), goes: await read(goes.id) };
    const [first, second] = [await writes(stays.email), await writes(goes.email, brandB)];
    await merge(goes.id, stays.id);
    expect((await read(stays.id)).language).toBe('da');
    const [third, fourth] = [await writes(stays.email), await writes(goes.email, brandB)];
    expect(await numbers(stays.id)).toEqual([first, second, third, fourth]);
    const { updated_at: _ours, ...given } = (await unmerge(goes.id)).body;
    expect(given).toEqual({ ...before.goes, updated_at: undefined });
    const { updated_at: _theirs, ...left } = await read(stays.id);
    expect(left).toEqual({ ...before.stays, updated_at: undefined });
    expect(await numbers(stays.id)).toEqual([first, third]);
    expect(await numbers(goes.id)).toEqual([second, fourth]);
    expect((await read(stays.id, onlyB)).code).toBe('not_found');
    expect((await unmerge(goes.id)).status).toBe(404);
  });

  test('an address of the merged can be taken away and given back meanwhile', async () => {
    const [stays, goes] = [await someone(), await someone()];
    await merge(goes.id, stays.id);
    const [, theirs] = (await read(stays.id)).addresses as { id: number }[];
    expect((await desk.ask(agent, 'DELETE', `/api/v1/customers/${stays.id}/addresses/${theirs!.id}`)).body.addresses).toHaveLength(1);
    expect((await desk.ask(agent, 'POST', `/api/v1/customers/${goes.id}/addresses`, { kind: 'email', address: goes.email })).body).toMatchObject({ id: stays.id, addresses: [{ address: stays.email }, { address: goes.email, merged_from: goes.id }] });
    await unmerge(goes.id);
    expect(await addresses(goes.id)).toEqual([goes.email]);
  });

  test('a fact that somebody has changed since stays, and so does a brand in which the survivor has a ticket', async () => {
    const [stays, goes] = [await someone(), await someone({ language: 'da', brands: [brandB] })];
    await merge(goes.id, stays.id);
    await desk.ask(agent, 'PATCH', `/api/v1/customers/${stays.id}`, { language: 'es' });
    await writes(stays.email, brandB);
    await unmerge(goes.id);
    expect(await read(stays.id, onlyB)).toMatchObject({ id: stays.id, language: 'es' });
  });

  test('of one in the middle takes along who was merged into it before, and of the innermost only that one', async () => {
    const [root, middle, leaf] = [await someone(), await someone({ brands: [brandB] }), await someone()];
    await merge(leaf.id, middle.id);
    await merge(middle.id, root.id);
    expect((await read(leaf.id)).id).toBe(root.id);
    await unmerge(middle.id);
    expect((await read(leaf.id)).id).toBe(middle.id);
    expect(await addresses(middle.id)).toEqual([middle.email, leaf.email]);
    await merge(middle.id, root.id);
    await unmerge(leaf.id);
    expect((await read(leaf.id)).id).toBe(leaf.id);
    expect(await addresses(root.id)).toEqual([root.email, middle.email]);
    expect((await read(root.id)).brands.map(({ id }: { id: number }) => id).toSorted()).toEqual([workspace.brandId, brandB].toSorted());
  });

  test('a name that the survivor had not goes back', async () => {
    const { db } = desk.context;
    const known = await db.transaction().execute((tx) => findOrCreateCustomer(tx, systemActor(workspace.id), { address: `nameless${count}@x.example`, brandId: workspace.brandId }));
    const goes = await someone({ name: 'Has Name' });
    await merge(goes.id, known.customerId);
    expect((await read(known.customerId)).name).toBe('Has Name');
    await unmerge(goes.id);
    expect((await read(known.customerId)).name).toBe('');
    expect((await read(goes.id)).name).toBe('Has Name');
  });
});

describe('who may', () => {
  test('only who sees every brand; whom an agent does not see is not there', async () => {
    const [mine, hidden, both] = [await someone(), await someone({ brands: [brandB] }), await someone({ brands: [workspace.brandId, brandB] })];
    expect((await merge(hidden.id, mine.id, onlyA)).status).toBe(404);
    // The same answer for who is known to another brand as well and for who is not: nothing is learnt by trying.
    const answers = [await merge(mine.id, both.id, onlyA), await merge(both.id, mine.id, onlyA), await merge(mine.id, (await someone()).id, onlyA), await merge(mine.id, hidden.id, onlyA)];
    for (const { status, body } of answers) expect({ status, body: { ...body, instance: '' } }).toEqual({ status: 403, body: { ...answers[0]!.body, instance: '' } });
    await merge(mine.id, both.id);
    expect((await unmerge(mine.id, onlyA)).status).toBe(403);
    const viewer = await anAgent(desk.context.db, workspace.id, { role: 'viewer' });
    expect((await merge(mine.id, both.id, viewer)).status).toBe(403);
  });

  test('another workspace’s customer is not there', async () => {
    const elsewhere = await aWorkspace(desk.context.db);
    const stranger = await anAgent(desk.context.db, elsewhere.id);
    const [one, other] = [await someone(), await someone()];
    expect((await merge(one.id, other.id, stranger)).status).toBe(404);
    await merge(one.id, other.id);
    expect((await unmerge(one.id, stranger)).status).toBe(404);
    expect((await read(one.id, stranger)).code).toBe('not_found');
  });

  test('the events hold ids, and each brand hears them once', async () => {
    const [stays, goes] = [await someone({ name: 'Secret One' }), await someone({ name: 'Secret Two', brands: [brandB] })];
    await merge(goes.id, stays.id);
    await unmerge(goes.id);
    const ours = async (asker: TestAgent) => (await wholeFeed(desk, asker)).filter(({ type, data }) => ['customer.merged', 'customer.unmerged'].includes(type) && (data as { customer_id: number }).customer_id === stays.id);
    for (const asker of [onlyA, onlyB]) expect(await ours(asker)).toMatchObject([{ type: 'customer.merged', data: { customer_id: stays.id, merged_customer_id: goes.id } }, { type: 'customer.unmerged' }]);
    expect(JSON.stringify(await wholeFeed(desk, agent))).not.toContain('Secret');
  });
});

describe('at the same moment', () => {
  test('of two merges of the same pair one wins', async () => {
    const [one, two] = [await someone(), await someone()];
    const answers = await Promise.all([merge(one.id, two.id), merge(two.id, one.id)]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.every(({ status }) => status < 500)).toBe(true);
  });

  test('merging, taking back, renaming and mail, over and over, never block each other and lose nothing', async () => {
    const people = [await someone(), await someone(), await someone()];
    const [one, two, three] = people.map(({ id }) => id) as [number, number, number];
    const mail = (made: Made) => desk.ask(agent, 'POST', '/api/v1/tickets', { subject: 'x', text: 'y', requester: { email: made.email }, brand: brandB });
    for (let round = 0; round < 12; round += 1) {
      const answers = await Promise.all([merge(one, two), merge(two, three), merge(three, one), unmerge(one), unmerge(two), unmerge(three), ...people.map(mail), desk.ask(agent, 'PATCH', `/api/v1/customers/${two}`, { name: `Round ${round}` })]);
      expect(answers.map(({ status }) => status).filter((status) => status >= 500)).toEqual([]);
    }
    for (const id of [one, two, three]) await unmerge(id);
    for (const made of people) {
      expect(await addresses(made.id)).toEqual([made.email]);
      expect(await numbers(made.id)).toHaveLength(12);
    }
  });
});
