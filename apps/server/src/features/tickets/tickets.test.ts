import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aBrand, aCustomer, anAgent, anInbox, aTeam, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { closeDueTickets } from './close-due.command.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let agent: TestAgent;
let viewer: TestAgent;
let otherBrand: number;
let narrow: TestAgent;
let stranger: TestAgent;

beforeAll(async () => {
  desk = await openTestDesk();
  const { db } = desk.context;
  workspace = await aWorkspace(db);
  otherBrand = await aBrand(db, workspace.id);
  await anInbox(db, workspace.id, { brandId: workspace.brandId, address: 'help@fjord.example' });
  agent = await anAgent(db, workspace.id, { name: 'Astrid Lind' });
  viewer = await anAgent(db, workspace.id, { role: 'viewer' });
  narrow = await anAgent(db, workspace.id, { brands: [otherBrand] });
  stranger = await anAgent(db, (await aWorkspace(db)).id, { role: 'owner' });
});
afterAll(() => desk.stop());

const open = (body: object = {}, asker = agent) =>
  desk.ask(asker, 'POST', '/api/v1/tickets', { subject: 'Bredbandet ligger nere', text: 'Lampan är röd sedan i går kväll.', requester: { email: 'karin@lund.example', name: 'Karin' }, ...body });
const timelineOf = async (number: number, asker = agent) => (await desk.ask(asker, 'GET', `/api/v1/tickets/${number}/timeline`)).body.items;

describe('opening a ticket', () => {
  test('answers it whole, with a number, the default brand and the language of the text', async () => {
    const { status, body } = await open();
    expect(status).toBe(201);
    expect(body).toMatchObject({ subject: 'Bredbandet ligger nere', status: 'new', priority: 'normal', language: 'sv', requester: { name: 'Karin', email: 'karin@lund.example' }, brand: { id: workspace.brandId }, last_line: 'Lampan är röd sedan i går kväll.' });
    expect(body.number).toBeGreaterThan(0);
  });

  test('answers exactly what reading it gives, whatever was asked for', async () => {
    const { db } = desk.context;
    const [team, colleague] = [await aTeam(db, workspace.id), await anAgent(db, workspace.id)];
    const thirdBrand = await aBrand(db, workspace.id);
    const inbox = await anInbox(db, workspace.id, { brandId: thirdBrand, teamId: await aTeam(db, workspace.id) });
    const known = await aCustomer(db, workspace.id, { brands: [workspace.brandId], name: 'Ewa Nowak', email: 'ewa@lodz.example' });
    await db.insertInto('customer_addresses').values({ workspace_id: workspace.id, customer_id: known.id, kind: 'email', address: 'ewa.private@lodz.example' }).execute();
    const wishes = [
      {},
      { requester: { email: 'Ewa.Private@lodz.example', name: 'Somebody else' } },
      { requester: { email: 'nameless@lund.example' } },
      { brand: thirdBrand, inbox: inbox.id },
      { brand: thirdBrand, team: null },
      { team, assignee: colleague.id, priority: 'urgent', kind: 'problem', status: 'open', tags: ['a', 'b', 'a'], channel: 'phone', language: 'pl' },
      { status: 'solved', text: undefined, html: `<p>${'long '.repeat(80)}</p>` },
      { direction: 'out', cc: [{ email: 'copy@lund.example', name: 'Copy' }] },
    ];
    for (const wish of wishes) {
      const made = await open(wish);
      expect(made.status, JSON.stringify(made.body)).toBe(201);
      const { participants, links, merged_from, drafts, reply_from, allowed_statuses, ...read } = (await desk.ask(agent, 'GET', `/api/v1/tickets/${made.body.number}`)).body;
      expect(made.body).toEqual(read);
    }
  });

  test('is one event, which brings the first message', async () => {
    const { body } = await open();
    const entries = await timelineOf(body.number);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ type: 'message', direction: 'in', kind: 'public', author: { type: 'customer', name: 'Karin' }, text: 'Lampan är röd sedan i går kväll.' });
  });

  test('from the same address makes one customer', async () => {
    const [first, second] = await Promise.all([open({ requester: { email: 'same@lund.example' } }), open({ requester: { email: 'Same@Lund.example' } })]);
    expect(first.body.requester.id).toBe(second.body.requester.id);
    expect(first.body.number).not.toBe(second.body.number);
  });

  test.each([
    [{ requester: { email: 'not an address' } }, 'requester.email'],
    [{ workspace_id: 1 }, 'workspace_id'],
    [{ subject: 'x'.repeat(501) }, 'subject'],
    [{ subject: 'a\u0000b' }, 'subject'],
    [{ text: '  ' }, 'text'],
    [{ brand: 999_999 }, 'brand'],
    [{ team: 999_999 }, 'team'],
    [{ assignee: 999_999 }, 'assignee'],
    [{ attachments: [999_999] }, 'attachments'],
  ])('refuses %j and names the field', async (body, field) => {
    const answer = await open(body);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ code: 'invalid_input', errors: [{ field }] });
  });

  test('cleans what is not safe out of HTML', async () => {
    const { body } = await open({ text: undefined, html: '<p>Hej<script>alert(1)</script><img src=x onerror=alert(1)></p>' });
    const [message] = await timelineOf(body.number);
    expect(message.html).not.toMatch(/script|onerror/);
    expect(message.text).toBe('Hej');
  });

  test('the agent can write first: the customer is addressed, and the ticket waits for them', async () => {
    const { status, body } = await open({ direction: 'out', text: 'Your new router is on its way.' });
    expect(status).toBe(201);
    expect(body.status).toBe('pending');
    const [message] = await timelineOf(body.number);
    expect(message).toMatchObject({ direction: 'out', from: { address: 'help@fjord.example' }, to: [{ address: 'karin@lund.example' }], delivery: { status: 'queued' } });
    expect(message.message_id).toMatch(/^<.+@fjord\.example>$/);
  });
});

describe('who sees a ticket', () => {
  test('another workspace’s agent gets a 404, on every route of it', async () => {
    const { body } = await open();
    const base = `/api/v1/tickets/${body.number + 1_000_000}`;
    for (const url of ['', '/timeline', '/participants']) expect((await desk.ask(stranger, 'GET', base + url)).status).toBe(404);
    expect((await desk.ask(stranger, 'GET', '/api/v1/tickets')).body.items).toEqual([]);
  });

  test('an agent of another brand finds no trace of it', async () => {
    const { body } = await open({ subject: 'Hidden from them' });
    expect((await desk.ask(narrow, 'GET', `/api/v1/tickets/${body.number}`)).status).toBe(404);
    expect((await desk.ask(narrow, 'PATCH', `/api/v1/tickets/${body.number}`, { priority: 'high' })).status).toBe(404);
    expect((await desk.ask(narrow, 'GET', '/api/v1/tickets?q=Hidden')).body.items).toEqual([]);
    expect((await desk.ask(narrow, 'GET', '/api/v1/views')).body.views.every((view: { count: number }) => view.count === 0)).toBe(true);
    expect((await open({ brand: workspace.brandId }, narrow)).status).toBe(400);
    const own = await open({ subject: 'Seen by them', brand: otherBrand }, narrow);
    expect((await desk.ask(narrow, 'GET', '/api/v1/tickets')).body.items.map((ticket: { number: number }) => ticket.number)).toEqual([own.body.number]);
  });

  test('a viewer reads and changes nothing', async () => {
    const { body } = await open();
    expect((await desk.ask(viewer, 'GET', `/api/v1/tickets/${body.number}`)).status).toBe(200);
    expect((await desk.ask(viewer, 'PATCH', `/api/v1/tickets/${body.number}`, { status: 'open' })).body.code).toBe('not_allowed');
    expect((await open({}, viewer)).status).toBe(403);
    expect((await desk.ask(null, 'GET', `/api/v1/tickets/${body.number}`)).status).toBe(401);
  });
});

describe('changing a ticket', () => {
  test('several fields at once are one event that says from what to what', async () => {
    const { body } = await open();
    const team = await aTeam(desk.context.db, workspace.id);
    const changed = await desk.ask(agent, 'PATCH', `/api/v1/tickets/${body.number}`, { status: 'open', priority: 'urgent', team, assignee: agent.id });
    expect(changed.body).toMatchObject({ status: 'open', priority: 'urgent', team: { id: team }, assignee: { id: agent.id, name: 'Astrid Lind' } });
    const entries = await timelineOf(body.number);
    expect(entries).toHaveLength(2);
    expect(entries[1]).toMatchObject({ type: 'ticket.updated', data: { changes: { status: { from: 'new', to: 'open' }, priority: { from: 'normal', to: 'urgent' }, team: { from: null, to: team } } } });
  });

  test('what is so already is no event, and a subject’s words stay out of the event', async () => {
    const { body } = await open();
    await desk.ask(agent, 'PATCH', `/api/v1/tickets/${body.number}`, { status: 'new', subject: body.subject });
    expect(await timelineOf(body.number)).toHaveLength(1);
    await desk.ask(agent, 'PATCH', `/api/v1/tickets/${body.number}`, { subject: 'Something else' });
    expect((await timelineOf(body.number))[1].data).toEqual({ changes: { subject: {} } });
  });

  test('two agents who add tags at once lose none', async () => {
    const { body } = await open();
    const url = `/api/v1/tickets/${body.number}`;
    await Promise.all(['fibre', 'vip', 'lund'].map((tag) => desk.ask(agent, 'PATCH', url, { add_tags: [tag] })));
    expect((await desk.ask(agent, 'GET', url)).body.tags.toSorted()).toEqual(['fibre', 'lund', 'vip']);
  });

  test('a status that cannot follow is refused, and nothing of the request is done', async () => {
    const { body } = await open();
    const url = `/api/v1/tickets/${body.number}`;
    const refused = await desk.ask(agent, 'PATCH', url, { status: 'closed', priority: 'high' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'status_not_possible' } });
    expect((await desk.ask(agent, 'GET', url)).body).toMatchObject({ status: 'new', priority: 'normal' });
  });

  test('spam and trash leave the list and come back', async () => {
    const { body } = await open({ subject: 'Buy cheap watches' });
    const url = `/api/v1/tickets/${body.number}`;
    const listed = async (query: string) => (await desk.ask(agent, 'GET', `/api/v1/tickets?${query}`)).body.items.some((ticket: { number: number }) => ticket.number === body.number);
    await desk.ask(agent, 'PATCH', url, { folder: 'spam' });
    expect([await listed(''), await listed('folder=spam')]).toEqual([false, true]);
    await desk.ask(agent, 'PATCH', url, { folder: 'inbox' });
    expect([await listed(''), await listed('folder=spam')]).toEqual([true, false]);
  });

  test('a solved ticket closes after its time, and then takes notes but no reply', async () => {
    const { body } = await open();
    const url = `/api/v1/tickets/${body.number}`;
    await desk.ask(agent, 'PATCH', url, { status: 'solved' });
    const solved = (await desk.ask(agent, 'GET', url)).body;
    expect(Date.parse(solved.close_at) - Date.parse(solved.solved_at)).toBe(168 * 3_600_000);
    const late = { now: () => new Date(Date.parse(solved.close_at) + 1_000) };
    expect(await closeDueTickets({ ...desk.context, clock: late })).toBeGreaterThan(0);
    expect((await desk.ask(agent, 'GET', url)).body.status).toBe('closed');
    expect((await desk.ask(agent, 'POST', `${url}/messages`, { kind: 'public', text: 'One more thing' })).body.code).toBe('ticket_closed');
    expect((await desk.ask(agent, 'POST', `${url}/messages`, { kind: 'note', text: 'For the file' })).status).toBe(201);
  });
});

describe('answering', () => {
  test('a reply goes to the requester, opens a new ticket and carries a Message-ID in its answer', async () => {
    const { body } = await open();
    const reply = await desk.ask(agent, 'POST', `/api/v1/tickets/${body.number}/messages`, { kind: 'public', text: 'Vi skickar en tekniker.', undo_seconds: 10 });
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({ type: 'message', kind: 'public', direction: 'out', ticket: body.number, to: [{ address: 'karin@lund.example' }], delivery: { status: 'queued' } });
    expect(Date.parse(reply.body.delivery.undo_until)).toBeGreaterThan(Date.now());
    expect(reply.body.message_id).toMatch(/^<.+>$/);
    expect((await desk.ask(agent, 'GET', `/api/v1/tickets/${body.number}`)).body.status).toBe('open');
  });

  test('a note stays inside and leaves the status', async () => {
    const { body } = await open();
    const note = await desk.ask(agent, 'POST', `/api/v1/tickets/${body.number}/messages`, { kind: 'note', text: 'Same batch as in May' });
    expect(note.body).toMatchObject({ kind: 'note', to: [], delivery: null, message_id: null });
    expect((await desk.ask(agent, 'GET', `/api/v1/tickets/${body.number}`)).body.status).toBe('new');
  });

  test('who has not seen the newest message is told before it is sent', async () => {
    const { body } = await open();
    const url = `/api/v1/tickets/${body.number}/messages`;
    const first = await desk.ask(agent, 'POST', url, { kind: 'public', text: 'First' });
    const seen = (await timelineOf(body.number))[0].id;
    expect((await desk.ask(agent, 'POST', url, { kind: 'public', text: 'Second', seen })).body.code).toBe('conflict');
    expect((await desk.ask(agent, 'POST', url, { kind: 'public', text: 'Second', seen: first.body.id })).status).toBe(201);
  });

  test('copied people take part from then on', async () => {
    const { body } = await open();
    await desk.ask(agent, 'POST', `/api/v1/tickets/${body.number}/messages`, { kind: 'public', text: 'With your landlord in copy', cc: [{ email: 'owner@house.example', name: 'Owner' }] });
    const detail = (await desk.ask(agent, 'GET', `/api/v1/tickets/${body.number}`)).body;
    expect(detail.participants.map((person: { address: string; role: string }) => [person.address, person.role])).toEqual([['karin@lund.example', 'requester'], ['owner@house.example', 'cc']]);
    const last = (await timelineOf(body.number)).at(-1);
    expect(last.cc).toEqual([{ name: 'Owner', address: 'owner@house.example' }]);
  });

  test('a draft is kept per agent and kind, and gone once it is sent', async () => {
    const { body } = await open();
    const url = `/api/v1/tickets/${body.number}`;
    await desk.ask(agent, 'PUT', `${url}/draft`, { kind: 'public', html: '<p>Hej Ka</p>' });
    await desk.ask(agent, 'PUT', `${url}/draft`, { kind: 'public', html: '<p>Hej Karin</p>' });
    expect((await desk.ask(agent, 'GET', url)).body.drafts).toMatchObject([{ kind: 'public', html: '<p>Hej Karin</p>' }]);
    expect((await desk.ask(viewer, 'GET', url)).body.drafts).toEqual([]);
    await desk.ask(agent, 'POST', `${url}/messages`, { kind: 'public', html: '<p>Hej Karin</p>' });
    expect((await desk.ask(agent, 'GET', url)).body.drafts).toEqual([]);
  });
});

describe('the list', () => {
  test('pages by cursor without a gap or a double, in both directions', async () => {
    const brand = await aBrand(desk.context.db, workspace.id);
    const reader = await anAgent(desk.context.db, workspace.id, { brands: [brand, otherBrand] });
    const numbers: number[] = [];
    for (let made = 0; made < 7; made += 1) numbers.push((await open({ brand, status: made % 2 ? 'open' : 'new' })).body.number);
    for (const [sort, expected] of [['-created_at', numbers.toReversed()], ['created_at', numbers], ['-updated_at', numbers.toReversed()]] as const) {
      const seen: number[] = [];
      let cursor: string | null = '';
      for (let pages = 0; cursor !== null && pages < 10; pages += 1) {
        const { body } = await desk.ask(reader, 'GET', `/api/v1/tickets?brand=${brand}&sort=${sort}&limit=3${cursor && `&cursor=${cursor}`}`);
        seen.push(...body.items.map((ticket: { number: number }) => ticket.number));
        cursor = body.next_cursor;
      }
      expect(seen).toEqual(expected);
    }
  });

  test('filters by status, assignee, tag, words of the subject, number and address', async () => {
    const busy = await anAgent(desk.context.db, workspace.id);
    const { body } = await open({ subject: 'Kaffemaskinen läcker', tags: ['kaffe'], assignee: busy.id, requester: { email: 'zofia@kawa.example' } });
    const hits = async (query: string) => (await desk.ask(agent, 'GET', `/api/v1/tickets?${query}`)).body.items.map((ticket: { number: number }) => ticket.number);
    for (const query of ['tag=kaffe', 'q=kaffem', `q=%23${body.number}`, 'q=zofia@', 'q=läcker kaffe'])
      expect(await hits(query), query).toEqual([body.number]);
    for (const query of ['tag=kaffe&status=solved', 'q=zzz', 'assignee=none&tag=kaffe', "q='); drop table tickets;--"]) expect(await hits(query), query).toEqual([]);
    expect((await desk.ask(busy, 'GET', '/api/v1/tickets?assignee=me&status=new,open')).body.items).toHaveLength(1);
  });

  test.each(['cursor=abc', 'cursor=%00', 'limit=0', 'limit=101', 'status=nope', 'sort=subject', 'nope=1'])('refuses %s', async (query) => {
    expect((await desk.ask(agent, 'GET', `/api/v1/tickets?${query}`)).status).toBe(400);
  });
});

describe('links', () => {
  test('are seen from both sides and can be taken away', async () => {
    const [one, two] = [(await open()).body, (await open()).body];
    const url = `/api/v1/tickets/${one.number}/links`;
    expect((await desk.ask(agent, 'POST', url, { number: two.number })).body.items).toMatchObject([{ number: two.number, kind: 'related' }]);
    expect((await desk.ask(agent, 'POST', `/api/v1/tickets/${two.number}/links`, { number: one.number })).body.code).toBe('already_exists');
    expect((await desk.ask(agent, 'GET', `/api/v1/tickets/${two.number}`)).body.links).toMatchObject([{ number: one.number }]);
    expect((await desk.ask(agent, 'POST', url, { number: one.number })).status).toBe(400);
    expect((await desk.ask(agent, 'DELETE', `${url}/${two.number}`)).status).toBe(200);
    expect((await desk.ask(agent, 'DELETE', `${url}/${two.number}`)).status).toBe(404);
  });
});
