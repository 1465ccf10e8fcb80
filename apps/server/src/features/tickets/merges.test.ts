import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aBrand, aCustomer, anAgent, anInbox, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { storeFile, insertFile } from '../files/index.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let agent: TestAgent;
let otherBrand: number;
let otherInbox: { id: number };
let oldOnly: TestAgent;

beforeAll(async () => {
  desk = await openTestDesk();
  const { db } = desk.context;
  workspace = await aWorkspace(db);
  otherBrand = await aBrand(db, workspace.id);
  await anInbox(db, workspace.id, { brandId: workspace.brandId, address: 'help@fjord.example' });
  otherInbox = await anInbox(db, workspace.id, { brandId: otherBrand, address: 'help@other.example' });
  agent = await anAgent(db, workspace.id, { name: 'Astrid Lind' });
  oldOnly = await anAgent(db, workspace.id, { brands: [workspace.brandId] });
});
afterAll(() => desk.stop());

let count = 0;
async function open(body: object = {}): Promise<number> {
  count += 1;
  const made = await desk.ask(agent, 'POST', '/api/v1/tickets', { subject: `Case ${count}`, text: `Text of case ${count}`, requester: { email: `person${count}@lund.example`, name: `Person ${count}` }, ...body });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body.number as number;
}
const merge = (number: number, into: number, asker = agent) => desk.ask(asker, 'POST', `/api/v1/tickets/${number}/merge`, { into });
const read = async (number: number, asker = agent) => (await desk.ask(asker, 'GET', `/api/v1/tickets/${number}`)).body;
const timeline = async (number: number) => (await desk.ask(agent, 'GET', `/api/v1/tickets/${number}/timeline?limit=100`)).body.items as { type: string; ticket: number; text?: string; data?: object }[];
const texts = async (number: number) => (await timeline(number)).filter(({ type }) => type === 'message').map(({ text }) => text);
const addresses = async (number: number) => ((await read(number)).participants as { address: string }[]).map(({ address }) => address);

describe('merging', () => {
  test('closes the one, and the other has its entries, its people and its count', async () => {
    const [target, source] = [await open({ status: 'open' }), await open({ status: 'pending' })];
    expect((await merge(source, target)).body).toMatchObject({ number: source, status: 'closed', merged_into: target });
    expect(await texts(target)).toEqual([`Text of case ${count - 1}`, `Text of case ${count}`]);
    expect((await timeline(target)).map(({ type, ticket }) => [type, ticket])).toEqual([['message', target], ['message', source], ['ticket.merged', source]]);
    expect(await addresses(target)).toEqual([`person${count - 1}@lund.example`, `person${count}@lund.example`]);
    expect(await read(target)).toMatchObject({ message_count: 2, last_line: `Text of case ${count}`, status: 'open', merged_from: [{ number: source }] });
  });

  test('is taken back whole: status, people, count and newest line', async () => {
    const [target, source] = [await open(), await open({ status: 'on_hold' })];
    const before = await read(target);
    await merge(source, target);
    expect((await desk.ask(agent, 'POST', `/api/v1/tickets/${source}/unmerge`)).body).toMatchObject({ status: 'on_hold', merged_into: null });
    const { updated_at, ...after } = await read(target);
    expect(after).toEqual({ ...before, updated_at: undefined });
    expect(await texts(target)).toHaveLength(1);
    expect((await timeline(source)).map(({ type }) => type)).toEqual(['message', 'ticket.merged', 'ticket.unmerged']);
    expect((await desk.ask(agent, 'POST', `/api/v1/tickets/${source}/unmerge`)).status).toBe(404);
  });

  test('goes on over several tickets, and pages by cursor without a gap or a double', async () => {
    const [root, middle, leaf] = [await open(), await open(), await open()];
    await merge(leaf, middle);
    await merge(middle, root);
    expect(await texts(root)).toHaveLength(3);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: { id: number; type: string }[]; next_cursor: string | null } = (await desk.ask(agent, 'GET', `/api/v1/tickets/${root}/timeline?limit=2${cursor ? `&cursor=${cursor}` : ''}`)).body;
      seen.push(...page.items.map(({ type, id }) => `${type} ${id}`));
      cursor = page.next_cursor;
    } while (cursor);
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
  });

  test.each([
    ['itself', async (number: number) => number, 'same_ticket'],
    ['one that is not there', async () => 999_999, 'not_found'],
    ['one of another brand', async () => open({ brand: otherBrand }), 'other_brand'],
    ['one that is merged itself', async () => { const merged = await open(); await merge(merged, await open()); return merged; }, 'is_merged'],
  ])('into %s is refused, and nothing changes', async (_what, into, code) => {
    const number = await open();
    expect(await merge(number, await into(number))).toMatchObject({ status: 400, body: { errors: [{ field: 'into', code }] } });
    expect(await read(number)).toMatchObject({ status: 'new', merged_into: null });
  });

  test('of two at the same moment one wins', async () => {
    const [one, two] = [await open(), await open()];
    const answers = await Promise.all([merge(one, two), merge(two, one)]);
    expect(answers.map(({ status }) => status).toSorted()[0]).toBe(200);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});

test('merging and taking back at the same moment, over and over, never block each other', async () => {
  const [one, two] = [await open(), await open()];
  const undo = (number: number) => desk.ask(agent, 'POST', `/api/v1/tickets/${number}/unmerge`);
  for (let round = 0; round < 15; round += 1) {
    const answers = await Promise.all([merge(one, two), merge(two, one), undo(one), undo(two)]);
    expect(answers.map(({ status }) => status).filter((status) => status >= 500)).toEqual([]);
  }
});

describe('splitting', () => {
  test('opens a ticket with the message and its files, linked both ways; the old one keeps them', async () => {
    const { context } = desk;
    const stored = await storeFile(context, { content: Buffer.from('a photo'), name: 'lamp.txt', type: 'text/plain' });
    const file = await context.db.transaction().execute((tx) => insertFile(tx, { type: 'agent', id: agent.id, scope: { workspaceId: workspace.id, brands: 'all' } } as never, stored)); // an agent's own upload
    const number = await open({ attachments: [file.id] });
    const [message] = (await timeline(number)) as unknown as { id: number }[];
    const split = await desk.ask(agent, 'POST', `/api/v1/tickets/${number}/split`, { message: message!.id, subject: 'The other matter' });
    expect(split).toMatchObject({ status: 201, body: { subject: 'The other matter', status: 'new', requester: { email: `person${count}@lund.example` } } });
    const [copy] = (await timeline(split.body.number)) as unknown as { text: string; attachments: { name: string }[] }[];
    expect(copy).toMatchObject({ text: `Text of case ${count}`, attachments: [{ name: 'lamp.txt' }] });
    expect((await read(number)).links).toMatchObject([{ number: split.body.number, kind: 'related' }]);
    expect((await read(split.body.number)).links).toMatchObject([{ number, kind: 'related' }]);
    expect(await texts(number)).toHaveLength(1);
  });

  test('a caller’s ticket can be split, and who wrote it has the new one, by the address that they wrote from', async () => {
    const caller = await desk.ask(agent, 'POST', '/api/v1/tickets', { subject: 'No light', text: 'It went out.', channel: 'phone', requester: { phone: '+46701740688', name: 'Stig' } });
    const [call] = (await timeline(caller.body.number)) as unknown as { id: number }[];
    const own = await desk.ask(agent, 'POST', `/api/v1/tickets/${caller.body.number}/split`, { message: call!.id });
    expect(own).toMatchObject({ status: 201, body: { requester: { id: caller.body.requester.id, name: 'Stig', email: null } } });
    expect(await addresses(own.body.number)).toEqual([]);

    // Somebody else has written on it and takes no part any more.
    const stranger = await aCustomer(desk.context.db, workspace.id, { name: 'Eva Holm', email: 'eva@holm.example', brands: [workspace.brandId] });
    const { id } = await desk.context.db
      .insertInto('messages')
      .values({ workspace_id: workspace.id, ticket_id: caller.body.id, kind: 'public', direction: 'in', channel: 'email', author_type: 'customer', author_id: stranger.id, from_name: 'Eva Holm', from_address: 'eva@holm.example', subject: 'My oven', text: 'It smokes.', reply_text: 'It smokes.' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const theirs = await desk.ask(agent, 'POST', `/api/v1/tickets/${caller.body.number}/split`, { message: id });
    expect(theirs).toMatchObject({ status: 201, body: { subject: 'My oven', requester: { id: stranger.id, email: 'eva@holm.example' } } });
    expect(await addresses(theirs.body.number)).toEqual(['eva@holm.example']);
  });

  test('takes only a customer’s message of this very ticket', async () => {
    const [number, other] = [await open(), await open()];
    const [foreign] = (await timeline(other)) as unknown as { id: number }[];
    const note = await desk.ask(agent, 'POST', `/api/v1/tickets/${number}/messages`, { kind: 'note', text: 'for us' });
    for (const message of [foreign!.id, note.body.id, 999_999]) expect(await desk.ask(agent, 'POST', `/api/v1/tickets/${number}/split`, { message })).toMatchObject({ status: 400, body: { errors: [{ field: 'message' }] } });
  });
});

describe('moving to another brand', () => {
  test('takes the inbox, the people and what was merged along; who sees the old brand only finds it no more', async () => {
    const [number, merged] = [await open({ assignee: oldOnly.id }), await open()];
    await merge(merged, number);
    const moved = await desk.ask(agent, 'PATCH', `/api/v1/tickets/${number}`, { brand: otherBrand });
    expect(moved.body).toMatchObject({ brand: { id: otherBrand }, inbox: { id: otherInbox.id }, assignee: null });
    expect((await read(merged)).brand.id).toBe(otherBrand);
    for (const gone of [number, merged]) expect((await desk.ask(oldOnly, 'GET', `/api/v1/tickets/${gone}`)).status).toBe(404);
    const newOnly = await anAgent(desk.context.db, workspace.id, { brands: [otherBrand] });
    const customers = (await desk.ask(newOnly, 'GET', '/api/v1/customers?limit=100')).body.items as { email: string }[];
    expect(customers.map(({ email }) => email)).toContain(`person${count}@lund.example`);
    expect((await desk.ask(agent, 'PATCH', `/api/v1/tickets/${number}`, { brand: workspace.brandId })).body.brand.id).toBe(workspace.brandId);
  });

  test('to another inbox of its brand it is one event, and answers come from there', async () => {
    const number = await open();
    const second = await anInbox(desk.context.db, workspace.id, { brandId: workspace.brandId });
    expect((await desk.ask(oldOnly, 'PATCH', `/api/v1/tickets/${number}`, { inbox: second.id })).body).toMatchObject({ brand: { id: workspace.brandId }, inbox: { id: second.id } });
    await desk.ask(agent, 'POST', `/api/v1/tickets/${number}/messages`, { kind: 'public', text: 'Here we are.' });
    const row = await desk.context.db.selectFrom('outbox').select('inbox_id').where('workspace_id', '=', workspace.id).orderBy('id', 'desc').executeTakeFirstOrThrow();
    expect(row.inbox_id).toBe(second.id);
  });

  test('an agent who sees both only moves it; to a brand out of sight it is refused', async () => {
    const number = await open();
    expect(await desk.ask(oldOnly, 'PATCH', `/api/v1/tickets/${number}`, { brand: otherBrand })).toMatchObject({ status: 400, body: { errors: [{ field: 'brand' }] } });
    expect(await desk.ask(agent, 'PATCH', `/api/v1/tickets/${number}`, { inbox: otherInbox.id })).toMatchObject({ status: 400, body: { errors: [{ field: 'inbox' }] } });
  });
});
