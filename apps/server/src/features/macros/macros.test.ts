import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aBrand, anAgent, anInbox, aTeam, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { aDeskRoom, type DeskRoom } from '../../../../../tests/support/desk-room.ts';
import { wholeFeed } from '../../../../../tests/support/feed.ts';

let desk: TestDesk;
let room: DeskRoom;
let workspace: TestWorkspace;
let lead: TestAgent;
let agent: TestAgent;

beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(async () => {
  room = await aDeskRoom(desk, { inbox: false });
  ({ workspace, lead, agent } = room);
});
afterAll(() => desk.stop());

const english = (html: string) => [{ language: 'en', html }];
const add = (body: object, asker = lead) => desk.ask(asker, 'POST', '/api/v1/macros', { name: 'Thanks', texts: english('<p>Thanks</p>'), ...body });
const shared = (body: object = {}, asker = lead) => add({ shared: true, ...body }, asker);
const change = (id: number, body: object, asker = lead) => desk.ask(asker, 'PATCH', `/api/v1/macros/${id}`, body);
const names = async (asker: TestAgent, query = '') => (await desk.ask(asker, 'GET', `/api/v1/macros${query}`)).body.items.map(({ name }: { name: string }) => name);
const aTicket = async (body: object = {}) => (await desk.ask(agent, 'POST', '/api/v1/tickets', { subject: 'The router', text: 'It is broken', requester: { email: 'maja@firm.example', name: 'Maja Nowak' }, ...body })).body;
const write = (number: number, body: object) => room.reply(number, { text: undefined, html: '<p>Restart it.</p>', ...body });
const used = async (id: number, asker = agent) => {
  const { used: all, used_by_me: own } = (await desk.ask(asker, 'GET', `/api/v1/macros/${id}`)).body;
  return [all.count, own.count];
};

describe('who has which macros', () => {
  test('a lead makes shared ones, an agent only own ones, which nobody else sees', async () => {
    expect(await shared({ name: 'For all' })).toMatchObject({ status: 201, body: { name: 'For all', shared: true, brand: null, archived: false, used: { count: 0, last_used_at: null } } });
    expect(await shared({}, agent)).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
    const own = await add({ name: 'My snippet' }, agent);
    expect(own).toMatchObject({ status: 201, body: { shared: false } });
    expect(await names(agent)).toEqual(['For all', 'My snippet']);
    expect(await names(lead)).toEqual(['For all']);
    expect((await desk.ask(lead, 'GET', `/api/v1/macros/${own.body.id}`)).status).toBe(404);
    expect((await change(own.body.id, { name: 'Mine now' })).status).toBe(404);
    expect(await change((await shared()).body.id, { name: 'Ours' }, agent)).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
  });

  test('one of a brand is not there for who does not see that brand', async () => {
    const other = await aBrand(desk.context.db, workspace.id);
    const narrow = await anAgent(desk.context.db, workspace.id, { role: 'lead', brands: [other] });
    const of = (await shared({ name: 'Of the first', brand: workspace.brandId })).body;
    await shared({ name: 'Of the other', brand: other });
    expect(await names(narrow)).toEqual(['Of the other']);
    expect((await desk.ask(narrow, 'GET', `/api/v1/macros/${of.id}`)).status).toBe(404);
    expect((await change(of.id, { archived: true }, narrow)).status).toBe(404);
    expect(await shared({ brand: workspace.brandId }, narrow)).toMatchObject({ status: 400, body: { errors: [{ field: 'brand', code: 'not_found' }] } });
    // What is for all brands is written by who sees all brands.
    expect((await shared({}, narrow)).status).toBe(403);
    expect((await shared({ brand: other }, narrow)).status).toBe(201);
  });

  test('an own one is given to everybody by a lead, and never taken back from them', async () => {
    const own = (await add({ name: 'Good one' })).body;
    expect(await names(agent)).toEqual([]);
    expect(await change(own.id, { shared: true })).toMatchObject({ status: 200, body: { shared: true } });
    expect(await names(agent)).toEqual(['Good one']);
    expect((await change(own.id, { shared: false })).status).toBe(400);
    const agents = (await add({}, agent)).body;
    expect((await change(agents.id, { shared: true }, agent)).status).toBe(403);
  });

  test('an archived one leaves the list and comes back', async () => {
    const { id } = (await shared({ name: 'Old' })).body;
    await change(id, { archived: true });
    expect([await names(agent), await names(agent, '?show=archived'), await names(agent, '?show=all')]).toEqual([[], ['Old'], ['Old']]);
    await change(id, { archived: false });
    expect(await names(agent)).toEqual(['Old']);
  });

  test('the list goes on page after page', async () => {
    for (const name of ['a', 'b', 'c']) await shared({ name });
    const first = (await desk.ask(agent, 'GET', '/api/v1/macros?limit=2')).body;
    const second = (await desk.ask(agent, 'GET', `/api/v1/macros?limit=2&cursor=${first.next_cursor}`)).body;
    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(second.next_cursor).toBe(null);
  });
});

describe('what a macro says', () => {
  test('texts are cleaned, blank ones left out, and each language stands once', async () => {
    const texts = [{ language: 'sv', html: '<p>Hej <b onclick="x()">{{customer.first_name}}</b><script>alert(1)</script></p>' }, { language: 'en', html: '<p> </p>' }];
    const made = await shared({ texts });
    expect(made.body.texts).toEqual([{ language: 'sv', html: '<p>Hej <b>{{customer.first_name}}</b></p>', text: 'Hej {{customer.first_name}}' }]);
    expect(await shared({ texts: [...english('<p>a</p>'), ...english('<p>b</p>')] })).toMatchObject({ status: 400, body: { errors: [{ field: 'texts.1.language', code: 'duplicate' }] } });
    expect(await shared({ texts: [] })).toMatchObject({ status: 400, body: { errors: [{ field: 'texts', code: 'says_nothing' }] } });
    expect(await change(made.body.id, { texts: [] })).toMatchObject({ status: 400, body: { errors: [{ field: 'texts', code: 'says_nothing' }] } });
  });

  test.each([
    '<p>{{customer.password}}</p>',
    '<p>{{constructor}}</p>',
    '<p>{{customer.name</p>',
    '<p>{{#each customer.name}}</p>',
    '<p><a href="https://x.example/?q={{customer.name}}">here</a></p>',
    '<p>{<b>{customer.name}</b>}</p>',
    '<p>{<b>{customer.password}</b>}</p>',
  ])('%s is refused when it is saved, with its field', async (html) => {
    expect(await shared({ texts: [...english('<p>Fine {{ticket.number}}</p>'), { language: 'sv', html }] })).toMatchObject({ status: 400, body: { code: 'invalid_input', errors: [{ field: 'texts.1.html', code: 'unknown_placeholder' }] } });
  });

  test('what an editor puts between the braces of a placeholder is taken out', async () => {
    const made = await shared({ texts: english('<p>Dear {{<a href="https://customer.name">customer.name</a>}}, {{ <b>ticket.number</b> }}</p>') });
    expect(made.body.texts[0].html).toBe('<p>Dear {{customer.name}}, {{ticket.number}}</p>');
  });

  test('what placeholders stand for on a ticket, and what will stand below a reply', async () => {
    await anInbox(desk.context.db, workspace.id);
    await desk.context.db.updateTable('brands').set({ from_name: 'Lumen' }).where('workspace_id', '=', workspace.id).execute();
    await desk.context.db.insertInto('calendars').values({ workspace_id: workspace.id, is_default: true, week: JSON.stringify([[{ from: '08:00', to: '17:00' }], [], [], [], [], [], []]) }).execute();
    await desk.context.db.insertInto('brand_texts').values({ workspace_id: workspace.id, brand_id: workspace.brandId, kind: 'signature', language: 'sv', body: '{{brand.name}}, {{desk.hours}}' }).execute();
    expect((await desk.ask(agent, 'PATCH', '/api/v1/me', { signature: 'Best, {{agent.first_name}} (case {{ticket.number}})' })).status).toBe(200);
    const ticket = await aTicket({ language: 'sv', subject: '{{agent.name}} & <b>' });
    const { body } = await desk.ask(agent, 'GET', `/api/v1/tickets/${ticket.number}/placeholders`);
    const values = Object.fromEntries(body.values.map(({ name, value }: { name: string; value: string }) => [name, value]));
    expect(values).toEqual({
      'customer.name': 'Maja Nowak', 'customer.first_name': 'Maja', 'ticket.number': String(ticket.number), 'ticket.subject': '{{agent.name}} & <b>',
      'agent.name': 'Nora Ask', 'agent.first_name': 'Nora', 'brand.name': 'Lumen', 'desk.hours': 'måndag 08:00–17:00',
    });
    expect(body.languages).toEqual(['sv', 'en']);
    expect(body.hours).toContainEqual({ language: 'en', value: 'Monday 08:00–17:00' });
    expect(body.signature).toBe(`Best, Nora (case ${ticket.number})\n\nLumen, måndag 08:00–17:00`);
    // And that is what stands below it.
    await write(ticket.number, { undo_seconds: 60 });
    const mail = await desk.context.db.selectFrom('outbox').select('mail').where('workspace_id', '=', workspace.id).executeTakeFirstOrThrow();
    expect(mail.mail).toMatchObject({ signature: body.signature });
  });

  test('a signature of one’s own names only placeholders of the closed list', async () => {
    expect(await desk.ask(agent, 'PATCH', '/api/v1/me', { signature: '{{agent.salary}}' })).toMatchObject({ status: 400, body: { errors: [{ field: 'signature', code: 'unknown_placeholder' }] } });
  });
});

describe('what a macro does', () => {
  test('only what is possible for its brand is saved, and what is not is named', async () => {
    const elsewhere = await aWorkspace(desk.context.db);
    const stranger = await anAgent(desk.context.db, elsewhere.id);
    const viewer = await anAgent(desk.context.db, workspace.id, { role: 'viewer' });
    const admin = await anAgent(desk.context.db, workspace.id, { role: 'admin' });
    await desk.ask(admin, 'POST', '/api/v1/fields', { label: 'Cause', type: 'choice', options: [{ label: 'Dust' }] });
    await desk.ask(admin, 'POST', '/api/v1/fields', { label: 'Serial', type: 'text', brand: workspace.brandId });
    const refused: [object, string][] = [
      [{ team: await aTeam(desk.context.db, elsewhere.id) }, 'actions.team'],
      [{ assignee: stranger.id }, 'actions.assignee'],
      [{ assignee: viewer.id }, 'actions.assignee'],
      [{ fields: { cause: 'rust' } }, 'actions.fields.cause'],
      [{ fields: { no_such: 1 } }, 'actions.fields.no_such'],
      [{ fields: { serial: 'X1' } }, 'actions.fields.serial'],
      [{ status: 'new' }, 'actions.status'],
      [{ brand: workspace.brandId }, 'actions.brand'],
      [{ add_tags: ['two words'] }, 'actions.add_tags.0'],
    ];
    for (const [actions, field] of refused) expect(await shared({ actions }), field).toMatchObject({ status: 400, body: { code: 'invalid_input', errors: [{ field }] } });
    expect((await shared({ brand: workspace.brandId, actions: { fields: { serial: 'X1' } } })).status).toBe(201);
    const made = await shared({ texts: [], actions: { status: 'pending', assignee: 'me', team: null, add_tags: ['Router', 'router'], remove_tags: ['router', 'old'], fields: { cause: 'dust' } } });
    expect(made.body.actions).toEqual({ status: 'pending', assignee: 'me', team: null, add_tags: ['router'], remove_tags: ['old'], fields: { cause: 'dust' } });
  });

  test('its changes are made with the message, in one transaction', async () => {
    await anInbox(desk.context.db, workspace.id);
    const team = await aTeam(desk.context.db, workspace.id, { name: 'Second line' });
    const { id } = (await shared()).body;
    const { number } = await aTicket({ tags: ['old'] });
    const sent = await write(number, { status: 'pending', changes: { priority: 'high', team, assignee: agent.id, add_tags: ['router'], remove_tags: ['old'] }, macros: [id] });
    expect(sent.status).toBe(201);
    expect(await room.ticketNow(number)).toMatchObject({ status: 'pending', priority: 'high', team: { name: 'Second line' }, assignee: { id: agent.id }, tags: ['router'] });
    const { items } = (await desk.ask(agent, 'GET', `/api/v1/tickets/${number}/timeline`)).body;
    expect(items.map(({ type }: { type: string }) => type)).toEqual(expect.arrayContaining(['message', 'ticket.updated', 'message']));
    expect(await used(id)).toEqual([1, 1]);
    expect(await used(id, lead)).toEqual([1, 0]);
  });

  test('a change that is refused holds the message back, and nothing of it is done', async () => {
    await anInbox(desk.context.db, workspace.id);
    const { id } = (await shared()).body;
    const { number } = await aTicket();
    const before = (await desk.ask(agent, 'GET', `/api/v1/tickets/${number}/timeline`)).body.items.length;
    await desk.ask(agent, 'PUT', `/api/v1/tickets/${number}/draft`, { kind: 'public', html: '<p>Restart it.</p>', changes: { priority: 'high', team: 999_999 }, macros: [id] });
    expect(await write(number, { changes: { priority: 'high', team: 999_999 }, macros: [id] })).toMatchObject({ status: 400, body: { code: 'invalid_input', errors: [{ field: 'changes.team', code: 'not_found' }] } });
    expect(await write(number, { changes: { fields: { gone: 'x' } } })).toMatchObject({ status: 400, body: { errors: [{ field: 'changes.fields.gone', code: 'unknown_field' }] } });
    const now = await room.ticketNow(number);
    expect(now).toMatchObject({ priority: 'normal', status: 'new', drafts: [{ html: '<p>Restart it.</p>', changes: { priority: 'high', team: 999_999 }, macros: [id] }] });
    expect((await desk.ask(agent, 'GET', `/api/v1/tickets/${number}/timeline`)).body.items).toHaveLength(before);
    expect(await used(id)).toEqual([0, 0]);
  });

  test('what solving needs is filled in by the same macro', async () => {
    await anInbox(desk.context.db, workspace.id);
    const admin = await anAgent(desk.context.db, workspace.id, { role: 'admin' });
    await desk.ask(admin, 'POST', '/api/v1/fields', { label: 'Cause', type: 'choice', required: 'solve', options: [{ label: 'Dust' }] });
    const { number } = await aTicket();
    expect(await write(number, { status: 'solved' })).toMatchObject({ status: 409, body: { code: 'fields_missing' } });
    expect((await write(number, { status: 'solved', changes: { fields: { cause: 'dust' } } })).status).toBe(201);
    expect(await room.ticketNow(number)).toMatchObject({ status: 'solved', fields: { cause: 'dust' } });
  });

  test('one without a text is done at once and counted, each agent for themselves', async () => {
    const { id } = (await shared({ texts: [], actions: { priority: 'urgent' } })).body;
    const first = await aTicket();
    const second = await aTicket();
    expect((await desk.ask(agent, 'PATCH', `/api/v1/tickets/${first.number}`, { priority: 'urgent', macros: [id] })).body.priority).toBe('urgent');
    await Promise.all([desk.ask(lead, 'PATCH', `/api/v1/tickets/${second.number}`, { priority: 'urgent', macros: [id] }), desk.ask(agent, 'PATCH', `/api/v1/tickets/${second.number}`, { kind: 'incident', macros: [id] })]);
    expect((await used(id, agent))[0]).toBeGreaterThanOrEqual(2);
    expect((await used(id, lead))[0]).toBe((await used(id, agent))[0]);
  });

  test('a macro that one does not have, or of another brand, is not counted, and the message goes all the same', async () => {
    await anInbox(desk.context.db, workspace.id);
    const other = await aBrand(desk.context.db, workspace.id);
    const ofOther = (await shared({ brand: other })).body.id;
    const leads = (await add({})).body.id;
    const foreign = await aWorkspace(desk.context.db);
    const stranger = await anAgent(desk.context.db, foreign.id, { role: 'lead' });
    const strangers = (await shared({}, stranger)).body.id;
    const { number } = await aTicket({ brand: workspace.brandId });
    expect((await write(number, { macros: [ofOther, leads, strangers, 999_999] })).status).toBe(201);
    expect(await desk.context.db.selectFrom('macro_uses').selectAll().where('workspace_id', 'in', [workspace.id, foreign.id]).execute()).toEqual([]);
  });

  test('events name the macro and what changed, and hold none of its words', async () => {
    const { id } = (await shared({ name: 'Secret name', texts: english('<p>Secret words</p>') })).body;
    await change(id, { name: 'Another secret', keywords: ['secret'], actions: { status: 'pending' } });
    await change(id, { name: 'Another secret' });
    const feed = await wholeFeed(desk, agent);
    expect(feed.filter(({ type }: { type: string }) => type.startsWith('macro.')).map(({ type, data }: { type: string; data: object }) => [type, data])).toEqual([
      ['macro.created', { macro_id: id }],
      ['macro.updated', { macro_id: id, changes: { name: true, keywords: true, actions: true } }],
    ]);
    expect(JSON.stringify(feed)).not.toMatch(/secret/i);
  });
});
