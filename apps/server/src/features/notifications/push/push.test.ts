import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../../tests/support/desk.ts';
import { aSignedInAgent, aTeam, aTicket, aWorkspace, signedIn, type SignedInAgent, type TestTicket, type TestWorkspace } from '../../../../../../tests/support/factories.ts';
import { feedReadable } from '../../../../../../tests/support/feed.ts';
import { openPushService } from '../../../../../../tests/support/push-service.ts';
import { followStep, startPusher, tell as tellDirectly } from '../index.ts';

let desk: TestDesk;
let service: Awaited<ReturnType<typeof openPushService>>;
let pusher: ReturnType<typeof startPusher>;
let workspace: TestWorkspace;
let astrid: SignedInAgent;
let screen: { headers: { cookie: string } };
let ticket: TestTicket;
let browsers = 0;

beforeAll(async () => {
  [desk, service] = [await openTestDesk(), await openPushService()];
  pusher = startPusher(desk.context, { request: service.request });
});
beforeEach(async () => {
  workspace = await aWorkspace(desk.context.db);
  astrid = await aSignedInAgent(desk.context, workspace.id, { name: 'Astrid Lind', language: 'sv' });
  screen = await signedIn(desk.app, astrid);
  ticket = await aTicket(desk.context.db, workspace.id, { subject: 'The lamp' });
  await sql`update tickets set assignee_id = ${astrid.id} where workspace_id = ${workspace.id} and id = ${ticket.id}`.execute(desk.context.db);
  await tell(0);
});
afterAll(async () => {
  await pusher.stop();
  await Promise.all([desk.stop(), service.close()]);
});

async function aBrowser(as = screen) {
  browsers += 1;
  const browser = service.browser(`/send/${browsers}`);
  const added = await desk.ask(as, 'POST', '/api/v1/me/devices', browser.subscription);
  expect(added.status).toBe(201);
  return { ...browser, id: added.body.id as number, path: `/send/${browsers}` };
}

/** So many messages of the customer's, told of. */
async function tell(messages: number, ticketIds = [ticket.id]): Promise<void> {
  for (let count = 0; count < messages; count += 1)
    for (const id of ticketIds)
      await sql`insert into events (workspace_id, type, ticket_id, brand_id, actor_type, actor_id, data)
        values (${workspace.id}, 'message.added', ${id}, ${ticket.brandId}, 'customer', null, '{"direction": "in"}')`.execute(desk.context.db);
  await feedReadable(desk.context.db, workspace.id);
  await followStep(desk.context, workspace.id, 'this node');
  desk.context.wake.say('notifications');
}
const nothingDue = () =>
  expect
    .poll(async () => (await sql<{ due: number }>`select count(*)::int as due from notifications where workspace_id = ${workspace.id} and push_at is not null`.execute(desk.context.db)).rows[0]?.due, { timeout: 15_000 })
    .toBe(0);
const devices = async () => (await desk.ask(screen, 'GET', '/api/v1/me/devices')).body.items as { id: number; current: boolean; failing: boolean }[];

test('a message reaches the browser that allowed it, in the agent’s language, and nobody on the way can read it', async () => {
  const browser = await aBrowser();
  await tell(1);
  await expect.poll(() => browser.received(), { timeout: 15_000 }).toEqual([{ title: `Kunden skrev · #${ticket.number}`, body: 'The lamp', tag: `ticket-${ticket.number}`, url: `/inbox/all/${ticket.number}` }]);
  const sent = service.taken.find(({ path }) => path === browser.path);
  expect(sent?.headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '14400', topic: `ticket-${ticket.number}`, authorization: expect.stringMatching(/^vapid t=.+, k=.+/) as string });
  expect(sent?.body.toString('latin1')).not.toContain('lamp');
  await nothingDue();
  expect(browser.received()).toHaveLength(1);
  expect(await devices()).toMatchObject([{ current: true, failing: false }]);
});

test('who answered in a side conversation is named, and not taken for the customer', async () => {
  const browser = await aBrowser();
  const { db } = desk.context;
  const side = await db.insertInto('side_conversations').values({ workspace_id: workspace.id, ticket_id: ticket.id, kind: 'question', subject: 'Stock?' }).returning('id').executeTakeFirstOrThrow();
  const message = await db
    .insertInto('messages')
    .values({ workspace_id: workspace.id, ticket_id: ticket.id, kind: 'side', side_id: side.id, direction: 'in', channel: 'email', author_type: 'system', from_name: 'Nordparts', from_address: 'parts@supplier.example', text: 'Two left.', reply_text: 'Two left.' })
    .returning('id')
    .executeTakeFirstOrThrow();
  await sql`insert into events (workspace_id, type, ticket_id, brand_id, message_id, actor_type, data)
    values (${workspace.id}, 'message.added', ${ticket.id}, ${ticket.brandId}, ${message.id}, 'system', ${`{"kind": "side", "direction": "in", "side": ${side.id}}`}::jsonb)`.execute(db);
  await tell(0);
  await expect.poll(() => browser.received(), { timeout: 15_000 }).toMatchObject([{ title: `Nordparts svarade i ett sidosamtal · #${ticket.number}`, body: 'The lamp\nTwo left.' }]);
});

test('an offer is pushed with the seconds that it stands, apart from all else, and not once it is over', async () => {
  const browser = await aBrowser();
  const { db } = desk.context;
  const team = await aTeam(db, workspace.id, { members: [astrid.id] });
  const others = await Promise.all([1, 2, 3].map(() => aTicket(db, workspace.id)));
  for (const { id } of others) await sql`update tickets set assignee_id = ${astrid.id} where workspace_id = ${workspace.id} and id = ${id}`.execute(db);
  const offer = async (ticketId: number, open: boolean) => {
    const until = new Date(Date.now() + 600_000);
    return db.transaction().execute(async (tx) => {
      const { id } = await tx
        .insertInto('routing_offers')
        .values({ workspace_id: workspace.id, ticket_id: ticketId, team_id: team, agent_id: astrid.id, round: 1, reasons: '{}', offered_at: new Date(), ...(open ? { due_at: until } : { state: 'missed', ended_at: new Date() }) })
        .returning('id')
        .executeTakeFirstOrThrow();
      await tellDirectly(tx, workspace.id, [{ agent: astrid.id, kind: 'offered', about: { offer: id, ticket: ticketId }, brand: null, by: null }], new Date());
      return { id, until };
    });
  };
  await offer(ticket.id, false);
  const open = await offer(ticket.id, true);
  await tell(1, [ticket.id, ...others.map(({ id }) => id)]);
  const shown = { title: `Du erbjuds ett ärende · #${ticket.number}`, body: 'The lamp', tag: `offer-${open.id}`, url: `/inbox/all/${ticket.number}`, until: open.until.toISOString() };
  await expect.poll(() => browser.received().find(({ tag }) => tag.startsWith('offer-')), { timeout: 15_000 }).toEqual(shown);
  const sent = service.taken.filter(({ path, headers }) => path === browser.path && headers['topic'] === shown.tag);
  expect(sent.map(({ headers }) => Number(headers['ttl']))).toEqual([expect.toSatisfy((seconds: number) => seconds > 500 && seconds <= 600)]);
  await nothingDue();
  expect(browser.received().filter(({ tag }) => tag.startsWith('offer-'))).toHaveLength(1);
});

test('of many tickets it is said at once that there are many', async () => {
  const browser = await aBrowser();
  const others = await Promise.all([1, 2, 3].map(() => aTicket(desk.context.db, workspace.id)));
  for (const { id } of others) await sql`update tickets set assignee_id = ${astrid.id} where workspace_id = ${workspace.id} and id = ${id}`.execute(desk.context.db);
  await tell(1, [ticket.id, ...others.map(({ id }) => id)]);
  await expect.poll(() => browser.received(), { timeout: 15_000 }).toMatchObject([{ title: '4 nya aviseringar', url: '/notifications' }]);
});

test('what has been read before it goes out stays here', async () => {
  const browser = await aBrowser();
  await sql`insert into ticket_reads (workspace_id, agent_id, ticket_id, read_at) values (${workspace.id}, ${astrid.id}, ${ticket.id}, now() + interval '1 minute')`.execute(desk.context.db);
  await tell(1);
  await nothingDue();
  expect(browser.received()).toEqual([]);
});

test.each([404, 410])('a subscription that its service no longer knows (%i) is forgotten', async (status) => {
  const browser = await aBrowser();
  service.answers.set(browser.path, status);
  await tell(1);
  await expect.poll(devices, { timeout: 15_000 }).toEqual([]);
  await nothingDue();
});

test('a service that refuses for another reason is shown as failing', async () => {
  const browser = await aBrowser();
  service.answers.set(browser.path, 403);
  await tell(1);
  await expect.poll(devices, { timeout: 15_000 }).toMatchObject([{ id: browser.id, failing: true }]);
});

test('no address inside is called, however it is written', async () => {
  for (const endpoint of ['https://127.0.0.1/x', 'https://localhost/x', 'https://[::1]/x', 'https://169.254.169.254/latest', 'https://2130706433/x'])
    await aBrowserAt(endpoint);
  async function aBrowserAt(endpoint: string) {
    const { subscription } = service.browser('/inside');
    await desk.ask(screen, 'POST', '/api/v1/me/devices', { ...subscription, endpoint });
    await tell(1);
    await expect.poll(async () => (await sql<{ last_error: string | null }>`select last_error from push_devices where workspace_id = ${workspace.id} and endpoint = ${endpoint}`.execute(desk.context.db)).rows, { timeout: 15_000 }).toEqual([{ last_error: 'address_not_allowed' }]);
  }
  expect((await desk.ask(screen, 'POST', '/api/v1/me/devices', { ...service.browser('/x').subscription, endpoint: 'http://push.example/x' })).status).toBe(400);
  expect((await desk.ask(screen, 'POST', '/api/v1/me/devices', { ...service.browser('/x').subscription, p256dh: `B${'A'.repeat(86)}` })).body).toMatchObject({ code: 'invalid_input', errors: [{ field: 'p256dh' }] });
});

test('who signs out takes nothing any more, and a session has one browser', async () => {
  const first = await aBrowser();
  const second = await aBrowser();
  expect(await devices()).toMatchObject([{ id: second.id }]);
  const elsewhere = await aBrowser(await signedIn(desk.app, astrid));
  expect((await devices()).map(({ id }) => id)).toEqual([elsewhere.id, second.id]);
  await desk.ask(screen, 'POST', '/api/auth/sign-out');
  await tell(1);
  await expect.poll(() => elsewhere.received().length, { timeout: 15_000 }).toBe(1);
  await nothingDue();
  expect([first.received(), second.received()]).toEqual([[], []]);
});

test('a browser that somebody else signs in with is theirs; nobody removes a colleague’s', async () => {
  const bo = await aSignedInAgent(desk.context, workspace.id);
  const boScreen = await signedIn(desk.app, bo);
  const { subscription, id } = await aBrowser();
  expect(await desk.ask(boScreen, 'DELETE', `/api/v1/me/devices/${id}`)).toMatchObject({ status: 404 });
  await desk.ask(boScreen, 'POST', '/api/v1/me/devices', subscription);
  expect(await devices()).toEqual([]);
  expect(await desk.ask(boScreen, 'DELETE', `/api/v1/me/devices/${id}`)).toMatchObject({ status: 200 });
});
