import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { anAgent, anInbox, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { wholeFeed } from '../../../../../tests/support/feed.ts';
import { openSink } from '../../../../../tests/support/mail-desk.ts';
import { startMailboxReader } from './index.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let admin: TestAgent;
let inbox: { id: number; address: string };

beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(async () => {
  workspace = await aWorkspace(desk.context.db);
  admin = await anAgent(desk.context.db, workspace.id, { role: 'admin' });
  inbox = await anInbox(desk.context.db, workspace.id);
});
afterAll(() => desk.stop());

const good = { host: 'imap.firm.example', port: 993, security: 'tls', username: 'desk', password: 'canary-4712', folders: ['INBOX'], import_from: '2026-01-01T00:00:00Z', mark_seen: false, active: true };
const set = (body: object) => desk.ask(admin, 'PUT', `/api/v1/inboxes/${inbox.id}/mailbox`, body);
const { password: _password, ...withoutPassword } = good;

test('a mailbox is set, shown without its password, changed and removed, and each is told in the feed without a word of it', async () => {
  expect((await desk.ask(admin, 'GET', `/api/v1/inboxes/${inbox.id}/mailbox`)).status).toBe(404);
  const made = await set(good);
  expect(made).toMatchObject({ status: 200, body: { inbox: inbox.id, host: 'imap.firm.example', state: 'new', trouble: null, folders: [{ path: 'INBOX', missing: false }] } });
  expect(await set({ ...withoutPassword, folders: ['INBOX', 'Support', 'Support'], mark_seen: true })).toMatchObject({ status: 200, body: { mark_seen: true, folders: [{ path: 'INBOX' }, { path: 'Support' }] } });
  expect((await desk.ask(admin, 'GET', `/api/v1/inboxes/${inbox.id}`)).body.mailbox).toEqual({ state: 'new', trouble: null });
  const stored = await desk.context.db.selectFrom('mailboxes').select('password_sealed').where('workspace_id', '=', workspace.id).executeTakeFirstOrThrow();
  expect(desk.context.sealer.open(stored.password_sealed ?? '')).toBe('canary-4712');
  expect(await desk.ask(admin, 'DELETE', `/api/v1/inboxes/${inbox.id}/mailbox`)).toMatchObject({ status: 200 });
  expect((await desk.ask(admin, 'GET', `/api/v1/inboxes/${inbox.id}/mailbox`)).status).toBe(404);
  const feed = await wholeFeed(desk, admin);
  expect(feed.filter(({ type }) => type === 'inbox.updated')).toHaveLength(3);
  for (const told of [made.body, feed]) expect(JSON.stringify(told)).not.toContain('canary');
  expect(JSON.stringify(feed)).not.toContain('imap.firm.example');
});

test('a stored password goes nowhere but to the server and account that it was given for', async () => {
  expect(await set(withoutPassword)).toMatchObject({ status: 400, body: { errors: [{ field: 'password' }] } });
  expect((await set(good)).status).toBe(200);
  for (const other of [{ host: 'evil.example' }, { port: 143, security: 'starttls' }, { username: 'other' }]) {
    expect(await set({ ...withoutPassword, ...other }), JSON.stringify(other)).toMatchObject({ status: 400, body: { errors: [{ field: 'password' }] } });
    const { import_from, mark_seen, active, ...door } = withoutPassword;
    expect(await desk.ask(admin, 'POST', `/api/v1/inboxes/${inbox.id}/mailbox/check`, { ...door, ...other }), JSON.stringify(other)).toMatchObject({ status: 400, body: { errors: [{ field: 'password' }] } });
  }
});

test.each([
  ['security', { security: 'none' }],
  ['security', { security: 'none', host: '10.0.0.1' }],
  ['host', { host: 'imap.firm.example/x' }],
  ['host', { host: 'imap firm' }],
  ['port', { port: 0 }],
  ['folders', { folders: [] }],
  ['folders.0', { folders: ['a\r\nb'] }],
  ['username', { username: 'a\r\nb' }],
  ['password', { password: 'a\nb' }],
  ['import_from', { import_from: 'yesterday' }],
])('%s is refused as %j', async (field, wrong) => {
  expect(await set({ ...good, ...wrong })).toMatchObject({ status: 400, body: { errors: [{ field }] } });
});

test('an inbox that nothing used goes with its mailbox', async () => {
  await set(good);
  expect(await desk.ask(admin, 'DELETE', `/api/v1/inboxes/${inbox.id}`)).toMatchObject({ status: 200, body: { outcome: 'removed' } });
  expect(await desk.context.db.selectFrom('mailboxes').selectAll().where('workspace_id', '=', workspace.id).execute()).toEqual([]);
});

test('mailboxes are the administrators’ alone', async () => {
  const lead = await anAgent(desk.context.db, workspace.id, { role: 'lead' });
  expect((await desk.ask(lead, 'GET', `/api/v1/inboxes/${inbox.id}/mailbox`)).status).toBe(403);
  expect((await desk.ask(lead, 'GET', `/api/v1/inboxes/${inbox.id}/health`)).status).toBe(403);
});

test('an inbox tells what it had last, and what stands in its outbox and why', async () => {
  const health = async () => (await desk.ask(admin, 'GET', `/api/v1/inboxes/${inbox.id}/health`)).body;
  expect(await health()).toEqual({ last_message_at: null, way: 'none', held: false, waiting: 0, failed: 0, oldest_waiting_at: null, next_attempt_at: null, last_error: null });
  const at = new Date('2026-03-01T10:00:00Z');
  const mail = (more: object) => ({ workspace_id: workspace.id, brand_id: workspace.brandId, inbox_id: inbox.id, kind: 'reply' as const, mail_message_id: '<x@desk.example>', envelope_to: ['a@firm.example'], created_at: at, ...more });
  await desk.context.db.insertInto('outbox').values([
    mail({ status: 'queued', next_attempt_at: at, last_error: '451 4.3.0 later' }),
    mail({ status: 'failed', last_error: null }),
    mail({ status: 'sent' }),
    mail({ status: 'cancelled' }),
  ].map((row) => ({ next_attempt_at: null, last_error: null, ...row }) as never)).execute(); // each has all columns that it needs
  await desk.context.db.insertInto('intake').values({ workspace_id: workspace.id, inbox_id: inbox.id, source: 'imap', raw_sha256: 'a', raw_size: 1, envelope_to: inbox.address, status: 'done', next_attempt_at: null, arrived_at: at }).execute();
  expect(await health()).toEqual({
    last_message_at: at.toISOString(), way: 'none', held: false, waiting: 1, failed: 1,
    oldest_waiting_at: at.toISOString(), next_attempt_at: at.toISOString(), last_error: '451 4.3.0 later',
  });
});

test('the test of the way out signs in and sends nothing, and says in words what is wrong', async () => {
  const check = async (body: object) => (await desk.ask(admin, 'POST', `/api/v1/inboxes/${inbox.id}/smtp/check`, body)).body;
  const sink = await openSink({ disabledCommands: ['STARTTLS'], authOptional: false, allowInsecureAuth: true, onAuth: ({ password }, _session, done) => (password === 'right' ? done(null, { user: 'desk' }) : done(new Error('Wrong password'))) });
  const at = sink.url.replace('smtp://', '');
  expect(await check({})).toEqual({ ok: false, way: 'none', trouble: null, detail: null });
  expect(await check({ smtp_url: `smtp://desk:right@${at}` })).toEqual({ ok: true, way: 'given', trouble: null, detail: null });
  expect(await check({ smtp_url: `smtp://desk:wrong@${at}` })).toMatchObject({ ok: false, trouble: 'login_refused' });
  expect(await check({ smtp_url: 'smtp://desk:right@127.0.0.1:9' })).toMatchObject({ ok: false, trouble: 'refused' });
  expect(await check({ smtp_url: 'smtp://desk:right@no-such-host.invalid' })).toMatchObject({ ok: false, trouble: 'name_not_found' });
  await desk.ask(admin, 'PATCH', `/api/v1/inboxes/${inbox.id}`, { smtp_url: `smtp://desk:right@${at}` });
  expect(await check({})).toEqual({ ok: true, way: 'own', trouble: null, detail: null });
  expect(sink.caught).toEqual([]);
  await sink.close();
});

/** A server that greets and lets in, and then does as it is told here. */
async function aServer(answer: (line: string, socket: Socket) => void, greeting = '* OK [CAPABILITY IMAP4rev1] ready\r\n'): Promise<{ port: number; server: Server }> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.write(greeting);
    let text = '';
    socket.on('data', (bytes) => {
      text += bytes.toString();
      for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
        answer(text.slice(0, end), socket);
        text = text.slice(end + 2);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, server };
}

test('servers that flood, talk nonsense or hang up are told apart, held to limits, and tried again later', async () => {
  const lets = (then: (tag: string, command: string, socket: Socket) => void) => (line: string, socket: Socket) => {
    const [tag = '', command = ''] = line.split(' ');
    if (/^(LOGIN|CAPABILITY|ID|NAMESPACE|ENABLE|NOOP)$/i.test(command)) socket.write(`${tag} OK done\r\n`);
    else then(tag, command, socket);
  };
  const flood = await aServer(lets((_tag, _command, socket) => {
    socket.write('* SEARCH');
    const more = () => void (socket.destroyed || socket.write(' 12345678'.repeat(20_000), () => setImmediate(more)));
    more();
  }));
  const nonsense = await aServer(lets((tag, _command, socket) => void socket.write(`* (((((( "\r\n${tag} OK as you like\r\n`)));
  const rude = await aServer((_line, socket) => void socket.destroy());
  const boxes = await Promise.all([flood, nonsense, rude].map(async ({ port }) => {
    const each = await anInbox(desk.context.db, workspace.id);
    await desk.ask(admin, 'PUT', `/api/v1/inboxes/${each.id}/mailbox`, { ...good, host: '127.0.0.1', port, security: 'none' });
    return each.id;
  }));
  const reader = startMailboxReader(desk.context);
  const health = async (id: number) => (await desk.ask(admin, 'GET', `/api/v1/inboxes/${id}/mailbox`)).body;
  await expect.poll(async () => Promise.all(boxes.map(async (id) => (await health(id)).trouble)), { timeout: 30_000, interval: 100 }).toEqual(['too_much', 'not_a_mail_server', 'connection_lost']);
  for (const id of boxes) expect(await health(id)).toMatchObject({ state: 'trouble', next_attempt_at: expect.any(String), trouble_since: expect.any(String) });
  expect(await desk.context.db.selectFrom('intake').select('id').where('workspace_id', '=', workspace.id).execute()).toEqual([]);
  await reader.stop();
  for (const { server } of [flood, nonsense, rude]) server.close();
});
