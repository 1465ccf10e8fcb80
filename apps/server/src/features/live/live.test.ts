import { connect as connectTcp } from 'node:net';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../tests/support/database.ts';
import { aBrand, anAgent, aTicket, aWorkspace, type TestAgent } from '../../../../../tests/support/factories.ts';
import { feedReadable } from '../../../../../tests/support/feed.ts';
import { startTestProgram, type TestProgram } from '../../../../../tests/support/program.ts';
import { openSocket, type Received, type TestSocket } from '../../../../../tests/support/socket.ts';
import { systemActor } from '../../platform/auth/actor.ts';
import { setPassword } from '../../platform/auth/sign-in-library.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { setAwayWhoHasGone } from '../availability/index.ts';

let database: TestDatabase;
let program: TestProgram;
/** A second node over the same database. */
let node2: TestProgram;
let workspace: Awaited<ReturnType<typeof aWorkspace>>;
const open: TestSocket[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  program = await startTestProgram({ database, roles: ['web'] });
  node2 = await startTestProgram({ database, roles: ['web'] });
});
afterAll(async () => {
  await program.stop();
  await node2.stop();
  await database.drop();
});
beforeEach(async () => {
  workspace = await aWorkspace(program.context.db);
});
afterEach(() => open.splice(0).forEach((socket) => socket.close()));

function socketOf(agent: TestAgent, at = program): TestSocket {
  const socket = openSocket(`${at.url.replace('http', 'ws')}/api/v1/live`, agent.headers);
  open.push(socket);
  return socket;
}

async function aScreen(agent: TestAgent, { at = program, after = null as string | null } = {}): Promise<TestSocket & { position: string }> {
  const socket = socketOf(agent, at);
  await socket.opened;
  socket.send({ type: 'hello', after });
  const { position } = await socket.next('ready');
  return Object.assign(socket, { position: String(position) });
}

async function happened(n: number, { brandId = undefined as number | undefined, at = program } = {}): Promise<void> {
  await at.context.db.transaction().execute((tx) => appendEvent(tx, systemActor(workspace.id), { type: 'ticket.updated', data: { n }, ...(brandId ? { brandId } : {}) }));
  at.context.wake.say('events');
}

const numberOf = (message: Received): number => message['event']?.data?.n;

test('a change reaches the screens of every node that may see it, and no other', async () => {
  const { db } = program.context;
  const foreignBrand = await aBrand(db, workspace.id);
  const other = await aWorkspace(db);
  const all = await aScreen(await anAgent(db, workspace.id));
  const one = await aScreen(await anAgent(db, workspace.id, { brands: [workspace.brandId] }), { at: node2 });
  const stranger = await aScreen(await anAgent(db, other.id, { role: 'owner' }));
  await happened(1, { brandId: foreignBrand });
  await happened(2, { brandId: workspace.brandId });
  expect([numberOf(await all.next('event')), numberOf(await all.next('event'))]).toEqual([1, 2]);
  expect(numberOf(await one.next('event'))).toBe(2);
  await stranger.quiet(150);
});

test('a screen that was away gets what it missed, in order, then what happens now', async () => {
  const agent = await anAgent(program.context.db, workspace.id, { brands: [workspace.brandId] });
  const foreignBrand = await aBrand(program.context.db, workspace.id);
  const first = await aScreen(agent);
  await happened(1);
  const seen = await first.next('event');
  first.close();
  await happened(2);
  await happened(3, { brandId: foreignBrand });
  await happened(4);
  const socket = socketOf(agent, node2);
  await socket.opened;
  socket.send({ type: 'hello', after: seen.position });
  await happened(5);
  const numbers = [];
  while (numbers.at(-1) !== 5) numbers.push(numberOf(await socket.next('event')));
  expect(numbers).toEqual([2, 4, 5]);
});

test('no event is lost or doubled while a screen comes and goes under load', async () => {
  const agent = await anAgent(program.context.db, workspace.id);
  const watcher = await aScreen(agent);
  const last = 300;
  const writers = Promise.all([0, 1, 2].map(async (writer) => {
    for (let n = writer; n < last; n += 3) await happened(n, { at: n % 2 ? program : node2 });
  }));
  const got: number[] = [];
  let position: string = watcher.position;
  while (got.length < last) {
    const socket = socketOf(agent, got.length % 2 ? program : node2);
    await socket.opened;
    socket.send({ type: 'hello', after: position });
    for (let taken = 0; taken < 40 && got.length < last; taken += 1) {
      const message = await socket.next('event');
      position = String(message.position);
      got.push(Number(numberOf(message)));
    }
    socket.close();
  }
  await writers;
  expect(got.toSorted((a, b) => a - b)).toEqual(Array.from({ length: last }, (_, n) => n));
});

test('who missed more than a thousand events, or names a position from another life, is told to start anew', async () => {
  const agent = await anAgent(program.context.db, workspace.id);
  const { position } = await aScreen(agent);
  await program.context.db
    .insertInto('events')
    .values(Array.from({ length: 1001 }, () => ({ workspace_id: workspace.id, type: 'ticket.updated', actor_type: 'system' as const })))
    .execute();
  await feedReadable(program.context.db, workspace.id);
  const future = Buffer.from('["999999999999",1]').toString('base64url');
  for (const after of [position, future, 'bm9uc2Vuc2U']) {
    const socket = socketOf(agent);
    await socket.opened;
    socket.send({ type: 'hello', after });
    expect((await socket.next()).type).toBe('reset');
    expect((await socket.next()).type).toBe('ready');
  }
});

test('an event behind a transaction that still runs comes as soon as that ends, without another wake-up', async () => {
  const screen = await aScreen(await anAgent(program.context.db, workspace.id));
  const slow = new pg.Client({ connectionString: database.ownerUrl });
  await slow.connect();
  try {
    await slow.query('begin');
    await slow.query("insert into events (workspace_id, type, actor_type, data) values ($1, 'ticket.updated', 'system', '{\"n\": 1}')", [workspace.id]);
    await happened(2);
    await screen.quiet(100);
    await slow.query('commit');
    expect([numberOf(await screen.next('event')), numberOf(await screen.next('event'))]).toEqual([1, 2]);
  } finally {
    await slow.end();
  }
});

test('without a login, or from another site, there is no socket', async () => {
  const { context, url } = program;
  const agent = await anAgent(context.db, workspace.id);
  const userId = await setPassword(context.signIn, { email: agent.email, name: agent.name, password: 'correct horse battery' });
  await context.db.insertInto('identity.memberships').values({ user_id: userId, workspace_id: workspace.id, agent_id: agent.id }).execute();
  const signIn = await fetch(`${url}/api/auth/sign-in/email`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: agent.email, password: 'correct horse battery' }) });
  const cookie = signIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const address = `${url.replace('http', 'ws')}/api/v1/live`;
  await expect(openSocket(address, {}).opened).rejects.toThrow('401');
  await expect(openSocket(address, { authorization: 'Bearer omb_nonsense' }).opened).rejects.toThrow('401');
  await expect(openSocket(address, { cookie, origin: 'https://evil.example' }).opened).rejects.toThrow('403');
  const socket = openSocket(address, { cookie, origin: url });
  open.push(socket);
  await socket.opened;
  socket.send({ type: 'hello', after: null });
  await socket.next('ready');
  const out = await fetch(`${node2.url}/api/auth/sign-out`, { method: 'POST', headers: { cookie } });
  expect(out.status).toBe(200);
  expect(await socket.closed).toBe(4401);
});

test('a refused socket does not stay open behind its answer', async () => {
  const { hostname, port } = new URL(program.url);
  const socket = connectTcp(Number(port), hostname);
  socket.on('error', () => undefined);
  const ended = new Promise<boolean>((resolve) => socket.on('close', () => resolve(true)));
  socket.write(`GET /api/v1/live HTTP/1.1\r\nHost: ${hostname}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`);
  socket.resume();
  expect(await ended).toBe(true);
});

test('withdrawn access closes the socket on every node, and nothing goes out in between', async () => {
  const { db, wake } = program.context;
  const agent = await anAgent(db, workspace.id);
  const here = await aScreen(agent);
  const there = await aScreen(agent, { at: node2 });
  await db.updateTable('agents').set({ active: false }).where('workspace_id', '=', workspace.id).where('id', '=', agent.id).execute();
  wake.say('access');
  await happened(1);
  expect([await here.closed, await there.closed]).toEqual([4401, 4401]);
  expect([here.received('event'), there.received('event')]).toEqual([0, 0]);
});

test('an agent who loses a brand stops hearing of it, without a new socket', async () => {
  const { db, wake } = program.context;
  const brand = await aBrand(db, workspace.id);
  const agent = await anAgent(db, workspace.id, { brands: [workspace.brandId, brand] });
  const screen = await aScreen(agent);
  await happened(1, { brandId: brand });
  expect(numberOf(await screen.next('event'))).toBe(1);
  await db.deleteFrom('agent_brands').where('workspace_id', '=', workspace.id).where('agent_id', '=', agent.id).where('brand_id', '=', brand).execute();
  wake.say('access');
  await happened(2, { brandId: brand });
  await happened(3, { brandId: workspace.brandId });
  expect(numberOf(await screen.next('event'))).toBe(3);
});

test('colleagues on a ticket see each other, with what is most active, until one leaves', async () => {
  const { db } = program.context;
  const ticket = await aTicket(db, workspace.id);
  const astrid = await anAgent(db, workspace.id, { name: 'Astrid' });
  const bo = await anAgent(db, workspace.id, { name: 'Bo' });
  const a = await aScreen(astrid);
  const b = await aScreen(bo, { at: node2 });
  a.send({ type: 'presence', ticket: ticket.number, state: 'looking' });
  b.send({ type: 'presence', ticket: ticket.number, state: 'open' });
  const both = (state: string) => [{ id: astrid.id, name: 'Astrid', state: 'looking' }, { id: bo.id, name: 'Bo', state }];
  await a.until('presence', { ticket: ticket.number, agents: both('open') });
  const second = await aScreen(bo);
  second.send({ type: 'presence', ticket: ticket.number, state: 'writing' });
  await a.until('presence', { ticket: ticket.number, agents: both('writing') });
  second.close();
  await a.until('presence', { ticket: ticket.number, agents: both('open') });
  b.send({ type: 'presence', ticket: null, state: 'open' });
  await a.until('presence', { ticket: ticket.number, agents: both('open').slice(0, 1) });
});

test('a screen that only shows a list sees who is on which ticket, also who was there before it, and who leaves', async () => {
  const { db } = program.context;
  const ticket = await aTicket(db, workspace.id);
  const bo = await anAgent(db, workspace.id, { name: 'Bo' });
  const b = await aScreen(bo);
  b.send({ type: 'presence', ticket: ticket.number, state: 'looking' });
  await b.next('presence');
  const list = await aScreen(await anAgent(db, workspace.id, { name: 'Astrid' }), { at: node2 });
  await list.until('presence', { ticket: ticket.number, agents: [{ id: bo.id, name: 'Bo', state: 'looking' }] });
  b.send({ type: 'presence', ticket: null, state: 'open' });
  await list.until('presence', { ticket: ticket.number, agents: [] });
});

test('who has not been heard of for a minute is gone from the ticket', async () => {
  const { db, wake } = program.context;
  const ticket = await aTicket(db, workspace.id);
  const astrid = await anAgent(db, workspace.id, { name: 'Astrid' });
  const lost = await anAgent(db, workspace.id, { name: 'Lost' });
  const row = { workspace_id: workspace.id, ticket_id: ticket.id, agent_id: lost.id, connection: 'of a process that was killed', state: 'writing' as const };
  await db.insertInto('presence').values({ ...row, seen_at: new Date(Date.now() - 50_000) }).execute();
  const screen = await aScreen(astrid);
  screen.send({ type: 'presence', ticket: ticket.number, state: 'open' });
  const own = { id: astrid.id, name: 'Astrid', state: 'open' };
  await screen.until('presence', { ticket: ticket.number, agents: [own, { id: lost.id, name: 'Lost', state: 'writing' }] });
  await db.updateTable('presence').set({ seen_at: new Date(Date.now() - 61_000) }).where('workspace_id', '=', workspace.id).where('agent_id', '=', lost.id).execute();
  wake.say('presence');
  await screen.until('presence', { ticket: ticket.number, agents: [own] });
});

test('a ticket of a brand that the agent does not see tells them nothing, and shows them to nobody', async () => {
  const { db } = program.context;
  const brand = await aBrand(db, workspace.id);
  const ticket = await aTicket(db, workspace.id, { brandId: brand });
  const insider = await anAgent(db, workspace.id);
  const outsider = await anAgent(db, workspace.id, { brands: [workspace.brandId] });
  const inside = await aScreen(insider);
  const outside = await aScreen(outsider);
  inside.send({ type: 'presence', ticket: ticket.number, state: 'open' });
  await inside.next('presence');
  outside.send({ type: 'presence', ticket: ticket.number, state: 'writing' });
  await outside.quiet(200);
  expect(await db.selectFrom('presence').select('agent_id').where('workspace_id', '=', workspace.id).execute()).toEqual([{ agent_id: insider.id }]);
});

test('a message that is not ours closes the socket', async () => {
  const agent = await anAgent(program.context.db, workspace.id);
  for (const bad of ['not json', '{"type":"presence","ticket":"1; drop"}', '{"type":"hello","after":null,"workspace":2}']) {
    const socket = socketOf(agent);
    await socket.opened;
    socket.sendText(bad);
    expect(await socket.closed).toBe(4400);
  }
});

test('a flood of messages closes the socket', async () => {
  const socket = socketOf(await anAgent(program.context.db, workspace.id));
  await socket.opened;
  for (let n = 0; n < 100; n += 1) socket.send({ type: 'ping' });
  expect(await socket.closed).toBe(4429);
});

test('a screen that does not read is dropped before it fills the memory', async () => {
  const agent = await anAgent(program.context.db, workspace.id);
  const { hostname, port } = new URL(program.url);
  const socket = connectTcp(Number(port), hostname);
  const ended = new Promise<void>((resolve) => socket.on('close', () => resolve()));
  socket.on('error', () => undefined);
  await new Promise<void>((resolve) => socket.on('connect', resolve));
  socket.write(
    `GET /api/v1/live HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nAuthorization: ${agent.headers.authorization}\r\n\r\n`,
  );
  await new Promise<void>((resolve) => socket.once('data', () => resolve()));
  const hello = Buffer.from('{"type":"hello","after":null}');
  // A client's frame by RFC 6455: text, masked with zeros.
  socket.write(Buffer.concat([Buffer.from([0x81, 0x80 | hello.length, 0, 0, 0, 0]), hello]));
  await new Promise<void>((resolve) => socket.once('data', () => resolve()));
  socket.pause();
  const wide = { text: 'x'.repeat(200_000) };
  for (let n = 0; n < 150; n += 1) {
    await program.context.db.transaction().execute((tx) => appendEvent(tx, systemActor(workspace.id), { type: 'ticket.updated', data: wide }));
    if (n % 10 === 9) program.context.wake.say('events');
  }
  await new Promise((resolve) => setTimeout(resolve, 300));
  let taken = 0;
  socket.on('data', (chunk: Buffer) => (taken += chunk.length));
  socket.resume();
  // Not we end it; and what the kernel had taken is less than what was sent.
  await ended;
  expect(taken).toBeLessThan(150 * 200_000);
});

test('whoever is at work stays so as long as a screen of theirs is open, and begins to be gone when it closes', async () => {
  const { db, clock } = program.context;
  const longAgo = new Date(clock.now().getTime() - 60 * 60_000);
  const agent = await anAgent(db, workspace.id);
  await db.updateTable('agents').set({ availability: 'online', availability_since: longAgo }).where('workspace_id', '=', workspace.id).where('id', '=', agent.id).execute();
  const state = () => db.selectFrom('agents').select(['availability', 'live_at']).where('workspace_id', '=', workspace.id).where('id', '=', agent.id).executeTakeFirstOrThrow();
  const screen = await aScreen(agent);
  expect((await state()).live_at).toBeNull();
  screen.close();
  await expect.poll(async () => (await state()).live_at?.getTime() ?? 0).toBeGreaterThan(longAgo.getTime());
  await setAwayWhoHasGone(program.context, workspace.id);
  expect((await state()).availability).toBe('online');
});
