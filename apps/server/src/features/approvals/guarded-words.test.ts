import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { aBrand, anAgent, anInbox, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { removeUnattachedFiles } from '../files/index.ts';
import { approvalQueue } from './due-requests.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let admin: TestAgent;
let lena: TestAgent;
let agent: TestAgent;

beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(async () => {
  const { db } = desk.context;
  workspace = await aWorkspace(db);
  await anInbox(db, workspace.id, { brandId: workspace.brandId });
  admin = await anAgent(db, workspace.id, { role: 'admin', name: 'Ada Berg' });
  lena = await anAgent(db, workspace.id, { role: 'lead', name: 'Lena Ek' });
  agent = await anAgent(db, workspace.id, { name: 'Nora Ask' });
});
afterAll(() => desk.stop());

const rule = async (body: object = {}) => {
  const made = await desk.ask(admin, 'POST', '/api/v1/approval-rules', { name: 'Read first', guard: 'action', actions: ['reply'], approver: 'lead', ...body });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body;
};
const aTicket = async (body: object = {}): Promise<number> => {
  const made = await desk.ask(agent, 'POST', '/api/v1/tickets', { subject: 'The lamp', text: 'It is broken', requester: { email: 'maja@firm.example', name: 'Maja' }, ...body });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body.number;
};
const reply = (number: number, body: object = {}, by: TestAgent = agent) => desk.ask(by, 'POST', `/api/v1/tickets/${number}/messages`, { kind: 'public', text: 'We are sorry.', undo_seconds: 10, ...body });
const forward = { kind: 'forward', subject: 'Fwd: The lamp', to: [{ email: 'repair@works.example', name: 'Repair' }], text: 'Can you mend it?' };
const ask = (number: number, change: object, by: TestAgent = agent) => desk.ask(by, 'POST', `/api/v1/tickets/${number}/approvals`, { change, reason: 'A complaint' });
const asked = async (number: number, change: object): Promise<number> => {
  const made = await ask(number, change);
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body.id;
};
const answer = (request: number, approved: boolean, by = lena) => desk.ask(by, 'POST', `/api/v1/approvals/${request}/answer`, { approved });
const shown = async (request: number, by = lena) => (await desk.ask(by, 'GET', `/api/v1/approvals/${request}`)).body;
const ticketNow = async (number: number) => (await desk.ask(agent, 'GET', `/api/v1/tickets/${number}`)).body;
const messages = async (number: number) => (await desk.ask(agent, 'GET', `/api/v1/tickets/${number}/timeline`)).body.items.filter(({ type }: { type: string }) => type === 'message');
const draftsOn = async (number: number) => (await ticketNow(number)).drafts;
const customerWrites = (number: number) => sql`
  insert into messages (workspace_id, ticket_id, kind, direction, channel, author_type, from_name, from_address, recipients_to, recipients_cc, subject, text, reply_text, created_at)
  select workspace_id, id, 'public', 'in', 'email', 'customer', 'Maja', 'maja@firm.example', '[]', '[]', '', 'It works again', 'It works again', now() from tickets where workspace_id = ${workspace.id} and number = ${number}`.execute(desk.context.db);
const anUpload = async (name: string): Promise<number> => (await sql<{ id: number }>`insert into files (workspace_id, sha256, size, type, name, uploaded_by, created_at) values (${workspace.id}, ${'a'.repeat(64)}, 3, 'text/plain', ${name}, ${agent.id}, now() - interval '9 days') returning id`.execute(desk.context.db)).rows[0]!.id;
const needed = { status: 409, body: { code: 'approval_needed', errors: [{ code: 'required', message: 'Read first', approval: { words: true } }] } };
const done = { status: 200, body: { state: 'approved', problem: null } };

describe('a reply', () => {
  test('is held back, and goes out as it was asked for, with its files and its status, in the name of who asked', async () => {
    await rule();
    const number = await aTicket();
    const file = await anUpload('offer.txt');
    const words = { html: '<p>We are <b>sorry</b>.</p>', attachments: [file], cc: [{ email: 'boss@firm.example' }], bcc: [{ email: 'file@firm.example' }], status: 'solved', changes: { add_tags: ['told'] } };
    expect(await reply(number, { ...words, text: undefined })).toMatchObject(needed);
    expect([await messages(number), (await ticketNow(number)).tags]).toMatchObject([[{ kind: 'public' }], []]);
    const request = await asked(number, { reply: words });
    expect(await shown(request)).toMatchObject({
      may_answer: true,
      change: { reply: { status: 'solved', changes: { add_tags: ['told'] } } },
      message: { kind: 'reply', to: [{ address: 'maja@firm.example' }], cc: [{ address: 'boss@firm.example' }], bcc: [{ address: 'file@firm.example' }], text: 'We are sorry.', html: '<p>We are <b>sorry</b>.</p>', attachments: [{ id: file, name: 'offer.txt', url: expect.stringContaining('offer.txt') }] },
    });
    expect((await removeUnattachedFiles(desk.context.db, workspace.id, new Date())) + (await messages(number)).length).toBe(1);
    expect(await answer(request, true)).toMatchObject(done);
    const [, sent] = await messages(number);
    expect(sent).toMatchObject({ author: { name: 'Nora Ask' }, to: [{ address: 'maja@firm.example' }], cc: [{ address: 'boss@firm.example' }], bcc: [{ address: 'file@firm.example' }], text: 'We are sorry.', attachments: [{ id: file }], status_change: { to: 'solved' } });
    expect(await ticketNow(number)).toMatchObject({ status: 'solved', tags: ['told'] });
    expect(new Date(sent.delivery.undo_until ?? sent.created_at).getTime()).toBeLessThanOrEqual(new Date(sent.created_at).getTime() + 1_000);
    const { rows } = await sql<{ data: object }>`select data from events where workspace_id = ${workspace.id} and (type = 'message.added' or type like 'approval.%') order by id`.execute(desk.context.db);
    expect(rows.find(({ data }) => 'approved_by' in data)).toMatchObject({ data: { approval: request, approved_by: [lena.id] } });
    expect(JSON.stringify(rows)).not.toContain('sorry');
  });

  test('takes its draft along, and gives the words back when they are refused, withdrawn or run out', async () => {
    await rule();
    const number = await aTicket();
    const file = await anUpload('offer.txt');
    const words = { html: '<p>We are sorry.</p>', attachments: [file], status: 'pending', changes: { add_tags: ['told'] } };
    const draft = { kind: 'public', html: words.html, attachments: [{ id: file }], changes: { status: 'pending', add_tags: ['told'] }, to: [{ address: 'maja@firm.example' }] };
    const expire = async (request: number) => {
      await sql`update approval_requests set due_at = now() - interval '1 minute', expires_at = now() - interval '1 minute' where workspace_id = ${workspace.id} and id = ${request}`.execute(desk.context.db);
      await desk.context.db.transaction().execute((tx) => approvalQueue.fire(tx, workspace.id, new Date(), 10));
    };
    for (const end of [(request: number) => answer(request, false), (request: number) => desk.ask(agent, 'POST', `/api/v1/approvals/${request}/withdraw`), expire]) {
      await desk.ask(agent, 'PUT', `/api/v1/tickets/${number}/draft`, { kind: 'public', html: words.html, attachments: [file] });
      const request = await asked(number, { reply: words });
      expect(await draftsOn(number)).toEqual([]);
      await end(request);
      expect(await draftsOn(number)).toMatchObject([draft]);
      expect((await messages(number)).length).toBe(1);
    }
    // What was begun meanwhile stays, and what comes back stands beside it.
    const request = await asked(number, { reply: words });
    await desk.ask(agent, 'PUT', `/api/v1/tickets/${number}/draft`, { kind: 'public', html: '<p>Something else</p>' });
    await answer(request, false);
    expect(await draftsOn(number)).toMatchObject([{ html: '<p>Something else</p>', replaced: { html: words.html, attachments: [{ id: file }] } }]);
  });

  test('does not go out when the customer wrote meanwhile, and nor does it to others than were shown', async () => {
    await rule();
    const number = await aTicket();
    const request = await asked(number, { reply: { text: 'We are sorry.' } });
    await customerWrites(number);
    expect(await answer(request, true)).toMatchObject({ body: { state: 'approved', problem: 'wrote_meanwhile' } });
    expect((await messages(number)).filter(({ direction }: { direction: string }) => direction === 'out')).toEqual([]);
    expect(await shown(request, agent)).toMatchObject({ may_ask_anew: false, message: { text: 'We are sorry.' } });
    expect(await draftsOn(number)).toMatchObject([{ html: '<p>We are sorry.</p>' }]);
    const again = await asked(number, { reply: { text: 'Fine.' } });
    expect((await desk.ask(agent, 'POST', `/api/v1/tickets/${number}/participants`, { email: 'late@firm.example' })).status).toBeLessThan(300);
    expect(await answer(again, true)).toMatchObject(done);
    expect((await messages(number)).at(-1)).toMatchObject({ to: [{ address: 'maja@firm.example' }], cc: [] });
  });

  test('does not go out over what somebody else has changed since', async () => {
    await rule();
    const change = { reply: { text: 'We are sorry.', status: 'pending', changes: { priority: 'high' } } };
    const [number, other] = [await aTicket(), await aTicket()];
    const [first, second] = [await asked(number, change), await asked(other, change)];
    for (const [ticket, body] of [[number, { priority: 'low' }], [other, { status: 'on_hold' }]] as const) expect((await desk.ask(admin, 'PATCH', `/api/v1/tickets/${ticket}`, body)).status).toBe(200);
    for (const request of [first, second]) expect(await answer(request, true)).toMatchObject({ body: { state: 'approved', problem: 'conflict' } });
    expect([await ticketNow(number), await ticketNow(other)]).toMatchObject([{ priority: 'low', message_count: 1 }, { status: 'on_hold', priority: 'normal', message_count: 1 }]);
  });

  test('takes two pairs of eyes, and nobody approves their own', async () => {
    await rule({ approvals: 2 });
    const number = await aTicket();
    const request = await asked(number, { reply: { text: 'We are sorry.' } });
    expect((await answer(request, true, agent)).status).toBe(403);
    expect(await answer(request, true)).toMatchObject({ body: { state: 'waiting' } });
    expect(await messages(number)).toHaveLength(1);
    expect(await answer(request, true, admin)).toMatchObject(done);
    expect(await messages(number)).toHaveLength(2);
    expect(await reply(number, {}, lena)).toMatchObject(needed);
  });

  test('that is sent later goes out at its time, and at once where it was approved after it', async () => {
    await rule();
    const number = await aTicket();
    const at = new Date(Date.now() + 3_600_000).toISOString();
    expect(await reply(number, { send_at: at, undo_seconds: undefined })).toMatchObject(needed);
    expect(await answer(await asked(number, { reply: { text: 'Tomorrow', send_at: at } }), true)).toMatchObject(done);
    expect((await messages(number)).at(-1)).toMatchObject({ text: 'Tomorrow', delivery: { scheduled_for: at } });
    const late = await asked(number, { reply: { text: 'Yesterday', send_at: at } });
    await sql`update approval_requests set change = jsonb_set(change, '{reply,send_at}', '"2026-01-01T00:00:00.000Z"') where workspace_id = ${workspace.id} and id = ${late}`.execute(desk.context.db);
    expect(await answer(late, true)).toMatchObject(done);
    expect((await messages(number)).at(-1)).toMatchObject({ text: 'Yesterday', delivery: { scheduled_for: null } });
  });

  test('meets each of several rules, and a change along with it does not take it out of one', async () => {
    const complaints = await rule({ conditions: { kind: ['complaint'] } });
    await rule({ name: 'Solved', guard: 'status', actions: undefined, statuses: ['solved'], approver: 'admin' });
    const number = await aTicket({ kind: 'complaint' });
    expect(await reply(number, { changes: { kind: 'question' } })).toMatchObject(needed);
    expect((await reply(await aTicket(), {})).status).toBe(201);
    expect(await reply(await aTicket(), { changes: { kind: 'complaint' } })).toMatchObject(needed);
    const request = await asked(number, { reply: { text: 'Done.', status: 'solved' } });
    expect(await answer(request, true)).toMatchObject({ body: { state: 'waiting', rule: { name: 'Solved' } } });
    expect(await answer(request, true, admin)).toMatchObject(done);
    expect(await ticketNow(number)).toMatchObject({ status: 'solved' });
    expect(complaints.actions).toEqual(['reply']);
  });

  test('has to be possible but for the approval, and is asked for once', async () => {
    await rule();
    const number = await aTicket();
    expect(await ask(number, { reply: { text: 'Hi', attachments: [999_999] } })).toMatchObject({ status: 400, body: { errors: [{ field: 'attachments' }] } });
    expect(await ask(number, { reply: { text: 'Hi' }, status: 'pending' })).toMatchObject({ status: 400, body: { errors: [{ field: 'change.reply', code: 'does_not_belong' }] } });
    await asked(number, { reply: { text: 'Hi' } });
    expect(await ask(number, { reply: { text: 'Hi' } })).toMatchObject({ status: 409, body: { code: 'already_exists' } });
    expect((await ask(number, { reply: { text: 'Hello' } })).status).toBe(201);
    expect((await ask(number, { reply: { text: 'Hi' } }, lena)).status).toBe(201);
    const listed = (await desk.ask(admin, 'GET', '/api/v1/approvals?show=to_answer')).body.items;
    expect(listed.map(({ message }: { message: { text: string; html: null } }) => [message.text, message.html])).toEqual([['Hi', null], ['Hello', null], ['Hi', null]]);
  });
});

test('a note stays free, and so does what the program says', async () => {
  await rule({ actions: ['reply', 'forward'] });
  const number = await aTicket();
  expect((await reply(number, { kind: 'note', undo_seconds: undefined })).status).toBe(201);
  expect(await desk.ask(agent, 'POST', '/api/v1/tickets', { subject: 'Hello', text: 'We write first', direction: 'out', requester: { email: 'ola@firm.example' } })).toMatchObject(needed);
  const promise = (await desk.ask(agent, 'POST', `/api/v1/tickets/${number}/commitments`, { text: 'A new lamp', due: new Date(Date.now() + 3_600_000).toISOString() })).body.id;
  const move = (hours: number, message?: string) => desk.ask(agent, 'POST', `/api/v1/tickets/${number}/commitments/${promise}/move`, { due: new Date(Date.now() + hours * 3_600_000).toISOString(), reason: 'The van', ...(message && { message }) });
  expect((await move(2)).status).toBe(200);
  expect(await move(3, 'My own words')).toMatchObject(needed);
});

test('a forward and what is written in a side conversation are held back by their own action', async () => {
  const number = await aTicket();
  const open = await desk.ask(agent, 'POST', `/api/v1/tickets/${number}/side-conversations`, forward);
  await rule({ actions: ['forward'] });
  expect((await reply(number)).status).toBe(201);
  const quote = [(await messages(number))[0].id];
  expect(await desk.ask(agent, 'POST', `/api/v1/tickets/${number}/side-conversations`, { ...forward, quote })).toMatchObject(needed);
  const before = (await messages(number)).length;
  const request = await asked(number, { forward: { ...forward, quote } });
  expect(await shown(request)).toMatchObject({ message: { kind: 'forward', to: [{ address: 'repair@works.example' }], subject: 'Fwd: The lamp', text: 'Can you mend it?', quoted: quote } });
  expect(await answer(request, true)).toMatchObject(done);
  const sent = (await messages(number)).slice(before);
  expect(sent).toMatchObject([{ kind: 'side', author: { name: 'Nora Ask' }, to: [{ address: 'repair@works.example' }] }]);
  expect(sent[0].text).toContain('It is broken');

  const side = open.body.id;
  expect(await desk.ask(agent, 'POST', `/api/v1/side-conversations/${side}/messages`, { text: 'And when?' })).toMatchObject(needed);
  expect(await ask(await aTicket(), { write_aside: { side, text: 'And when?' } })).toMatchObject({ status: 400 });
  const aside = await asked(number, { write_aside: { side, text: 'And when?' } });
  expect(await shown(aside)).toMatchObject({ message: { kind: 'write_aside', to: [{ address: 'repair@works.example' }], text: 'And when?' } });
  expect(await answer(aside, false)).toMatchObject({ body: { state: 'refused' } });
  expect(await draftsOn(number)).toMatchObject([{ kind: 'side', side, html: '<p>And when?</p>' }]);
  expect(await answer(await asked(number, { write_aside: { side, text: 'And when?' } }), true)).toMatchObject(done);
  expect((await messages(number)).at(-1)).toMatchObject({ kind: 'side', side, text: 'And when?' });
});

test('what is written aside does not go to somebody whom nobody had seen when it was asked for', async () => {
  const number = await aTicket();
  const { body: side } = await desk.ask(agent, 'POST', `/api/v1/tickets/${number}/side-conversations`, forward);
  // The works passed our address on: whoever has it takes part once an agent says so.
  const { rows } = await sql<{ id: number }>`
    insert into side_people (workspace_id, side_id, name, address, role, confirmed) values (${workspace.id}, ${side.id}, 'Paul', 'paul@works.example', 'cc', false) returning id`.execute(desk.context.db);
  await rule({ actions: ['forward'] });
  const request = await asked(number, { write_aside: { side: side.id, text: 'And when?' } });
  expect((await desk.ask(agent, 'POST', `/api/v1/side-conversations/${side.id}/people/${rows[0]!.id}/confirm`)).status).toBe(200);
  expect(await answer(request, true)).toMatchObject({ body: { state: 'approved', problem: 'others_take_part' } });
  expect((await messages(number)).at(-1)).toMatchObject({ kind: 'side', text: expect.stringContaining('Can you mend it?') });
  expect(await draftsOn(number)).toMatchObject([{ kind: 'side', side: side.id, html: '<p>And when?</p>' }]);
  expect(await answer(await asked(number, { write_aside: { side: side.id, text: 'And when?' } }), true)).toMatchObject(done);
  expect((await messages(number)).at(-1)).toMatchObject({ text: 'And when?', cc: [{ address: 'paul@works.example' }] });
});

test('a rule of another brand holds nothing back, and its request is seen by who sees the brand', async () => {
  const other = await aBrand(desk.context.db, workspace.id);
  await anInbox(desk.context.db, workspace.id, { brandId: other });
  await rule({ brand: other });
  const [here, there] = [await aTicket({ brand: workspace.brandId }), await aTicket({ brand: other })];
  expect((await reply(here)).status).toBe(201);
  expect(await reply(there)).toMatchObject(needed);
  const request = await asked(there, { reply: { text: 'Hi' } });
  const stranger = await anAgent(desk.context.db, workspace.id, { role: 'lead', name: 'Bo Ek', brands: [workspace.brandId] });
  expect((await desk.ask(stranger, 'GET', `/api/v1/approvals/${request}`)).status).toBe(404);
  expect((await answer(request, true, stranger)).status).toBe(404);
  expect((await desk.ask(agent, 'PATCH', `/api/v1/tickets/${there}`, { brand: workspace.brandId })).status).toBe(200);
  expect(await answer(request, true)).toMatchObject({ body: { state: 'approved', problem: 'conflict' } });
  expect(await messages(there)).toHaveLength(1);
});

test('a token asks and answers as its agent does, where its scopes let it', async () => {
  await rule();
  const number = await aTicket();
  const tokenOf = async (by: TestAgent, scopes: string[]) => ({ headers: { authorization: `Bearer ${(await desk.ask(by, 'POST', '/api/v1/tokens', { name: 'Bot', scopes })).body.token}` } });
  const [bot, reader] = [await tokenOf(agent, ['tickets:write']), await tokenOf(agent, ['tickets:read'])];
  const words = { kind: 'public', text: 'We are sorry.' };
  expect(await desk.ask(bot, 'POST', `/api/v1/tickets/${number}/messages`, words)).toMatchObject(needed);
  const asking = { change: { reply: { text: words.text } }, reason: 'A complaint' };
  expect((await desk.ask(reader, 'POST', `/api/v1/tickets/${number}/approvals`, asking)).status).toBe(403);
  const made = await desk.ask(bot, 'POST', `/api/v1/tickets/${number}/approvals`, asking);
  expect(made).toMatchObject({ status: 201, body: { requester: { name: 'Nora Ask' }, may_answer: false } });
  expect((await desk.ask(bot, 'POST', `/api/v1/approvals/${made.body.id}/answer`, { approved: true })).status).toBe(403);
  expect(await desk.ask(await tokenOf(lena, ['tickets:write']), 'POST', `/api/v1/approvals/${made.body.id}/answer`, { approved: true })).toMatchObject(done);
  expect((await messages(number)).at(-1)).toMatchObject({ author: { name: 'Nora Ask' }, text: 'We are sorry.' });
});

test('the words of a waiting request do not stand in what is listed beyond their beginning', async () => {
  await rule();
  const number = await aTicket();
  const text = `Dear Maja,\n\n${'We are sorry. '.repeat(100)}`.trim();
  const request = await asked(number, { reply: { html: `<p>${text}</p>`, text } });
  const [listed] = (await desk.ask(lena, 'GET', '/api/v1/approvals?show=to_answer')).body.items;
  expect([listed.message.text.length, listed.message.text.endsWith('…'), listed.message.html]).toEqual([300, true, null]);
  expect(JSON.stringify(listed.change)).not.toContain('sorry');
  expect((await shown(request)).message.text).toBe(text);
});
