import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCustomer, anAgent, aWorkspace, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { tenantTables } from './demo.queries.ts';
import { describeDemo, removeDemo, seedDemo, type Demo } from './index.ts';
import { planCustomers } from './plan/people.ts';
import { planTickets } from './plan/plan-tickets.ts';
import { createRandom } from './plan/random.ts';

let desk: TestDesk;
let owner: pg.Client;
let foreign: TestWorkspace;
let demo: Demo;
let demoId: number;

beforeAll(async () => {
  desk = await openTestDesk();
  owner = new pg.Client({ connectionString: desk.ownerUrl });
  await owner.connect();
  foreign = await aWorkspace(desk.context.db);
  await aCustomer(desk.context.db, foreign.id, { brands: [foreign.brandId] });
  await anAgent(desk.context.db, foreign.id, { role: 'owner' });
  demo = await seedDemo(desk.context);
  demoId = await one('select id from identity.workspaces where demo');
});
afterAll(async () => {
  await owner.end();
  await desk.stop();
});

async function one<Value = number>(query: string, values: unknown[] = []): Promise<Value> {
  const { rows } = await owner.query<Record<string, Value>>(query, values);
  return Object.values(rows[0] ?? {})[0] as Value;
}

function signIn(login: number): Promise<{ status: number; headers: { authorization?: string; cookie: string } }> {
  return desk.app
    .inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email: demo.logins[login]!.email, password: demo.password } })
    .then((answer) => ({ status: answer.statusCode, headers: { cookie: [answer.headers['set-cookie']].flat().map((line) => String(line).split(';')[0]).join('; ') } }));
}

test('the demo has 12 agents, 60 customers and employees and 400 tickets in five languages', async () => {
  expect(demo.logins).toHaveLength(12);
  expect(new Set(demo.logins.map(({ role }) => role))).toEqual(new Set(['owner', 'admin', 'lead', 'agent', 'viewer']));
  expect(await one('select count(*)::int from customers where workspace_id = $1', [demoId])).toBe(60);
  expect(await one('select count(*)::int from tickets where workspace_id = $1', [demoId])).toBe(400);
  expect(await one('select count(*)::int from organizations where workspace_id = $1 and account_agent_id is not null', [demoId])).toBeGreaterThan(3);
  expect(await one('select count(*)::int from customers where workspace_id = $1 and account_agent_id is not null', [demoId])).toBeGreaterThan(2);
  expect(await one<string[]>('select array_agg(distinct language order by language) from tickets where workspace_id = $1', [demoId])).toEqual(['da', 'en', 'es', 'pl', 'sv']);
  expect(await one('select max(message_count) from tickets where workspace_id = $1', [demoId])).toBe(80);
});

test('no two cases begin with the same words, spam aside', async () => {
  const repeated = await one(
    `select count(*)::int from (select m.text from messages m join tickets t on t.workspace_id = m.workspace_id and t.id = m.ticket_id
      join events e on e.workspace_id = m.workspace_id and e.message_id = m.id and e.type = 'ticket.created'
      where m.workspace_id = $1 and t.folder <> 'spam' group by m.text having count(*) > 1) r`, [demoId]);
  expect(repeated).toBe(0);
});

test('its tickets say who wrote last of what the customer sees, also where a note came after', async () => {
  const wrong = await one(
    `select count(*)::int from tickets t cross join lateral (
       select m.direction from messages m where m.workspace_id = t.workspace_id and m.ticket_id = t.id and m.kind = 'public' and m.automatic is null order by m.id desc limit 1) m
     where t.workspace_id = $1 and coalesce(t.last_public_direction, t.last_direction) <> m.direction`, [demoId]);
  expect(wrong).toBe(0);
});

test('its people have tiers, skills and limits, and most of them are there', async () => {
  const lead = await signIn(demo.logins.findIndex(({ role }) => role === 'lead'));
  const { items } = (await desk.ask(lead, 'GET', '/api/v1/availability')).body;
  expect(items).toHaveLength(11);
  expect(new Set(items.map(({ tier }: { tier: number }) => tier))).toEqual(new Set([1, 2, 3]));
  expect(items.filter(({ availability }: { availability: string }) => availability === 'online').length).toBeGreaterThan(5);
  expect(items.filter(({ off }: { off: { now: boolean } | null }) => off?.now)).toHaveLength(1);
  for (const { agent, skills } of items) expect(skills.length, agent.name).toBeGreaterThan(1);
});

test('its macros are such as the API takes, and somebody uses them', async () => {
  const owner = await signIn(demo.logins.findIndex(({ role }) => role === 'owner'));
  const { items } = (await desk.ask(owner, 'GET', '/api/v1/macros')).body;
  expect(items.length).toBeGreaterThan(5);
  for (const { name, brand, message, keywords, actions, texts, used } of items) {
    expect(used.count, name).toBeGreaterThan(0);
    const made = await desk.ask(owner, 'POST', '/api/v1/macros', { name, brand: brand?.id ?? null, message, keywords, actions, texts: texts.map(({ language, html }: { language: string; html: string }) => ({ language, html })) });
    expect(made, name).toMatchObject({ status: 201, body: { actions, texts } });
    await desk.context.db.deleteFrom('macros').where('workspace_id', '=', demoId).where('id', '=', made.body.id).execute();
  }
});

test('its fields are filled in on many tickets, only where the brand has them, and can be filtered by', async () => {
  expect(await one('select count(*)::int from custom_fields where workspace_id = $1', [demoId])).toBe(6);
  expect(await one('select count(distinct ticket_id)::int from ticket_fields where workspace_id = $1', [demoId])).toBeGreaterThan(200);
  expect(await one('select count(distinct field_id)::int from ticket_fields where workspace_id = $1', [demoId])).toBe(6);
  expect(await one(`select count(*)::int from ticket_fields v join tickets t using (workspace_id) join custom_fields f using (workspace_id)
    where v.workspace_id = $1 and t.id = v.ticket_id and f.id = v.field_id and f.brand_id is not null and f.brand_id <> t.brand_id`, [demoId])).toBe(0);
  const { headers } = await signIn(0);
  const { items } = (await desk.ask({ headers: headers as Record<string, string> }, 'GET', '/api/v1/tickets?field=topic:order&columns=topic')).body;
  expect(items.length).toBeGreaterThan(20);
  expect(new Set(items.map((ticket: { fields: { topic: string } }) => ticket.fields.topic))).toEqual(new Set(['delivery', 'return', 'damage']));
});

test('nothing of the demo waits to go out, and no place in a text was left open', async () => {
  expect(await one(`select count(*)::int from outbox where workspace_id = $1 and (status <> 'sent' or next_attempt_at is not null)`, [demoId])).toBe(0);
  expect(await one('select count(*)::int from outbox where workspace_id = $1', [demoId])).toBeGreaterThan(300);
  expect(await one(`select count(*)::int from messages where workspace_id = $1 and (text like '%{%' or subject like '%{%')`, [demoId])).toBe(0);
});

test('every ticket stands where its timeline leaves it', async () => {
  const wrong = await one<number>(
    `select count(*)::int from tickets t where t.workspace_id = $1 and (
      t.message_count <> (select count(*) from messages m where m.workspace_id = t.workspace_id and m.ticket_id = t.id)
      or t.message_count <> (select count(*) from events e where e.workspace_id = t.workspace_id and e.ticket_id = t.id and e.type in ('ticket.created', 'message.added'))
      or t.status <> coalesce((select e.data #>> '{changes,status,to}' from events e where e.workspace_id = t.workspace_id and e.ticket_id = t.id and e.data #> '{changes,status}' is not null order by e.id desc limit 1), 'new')
      or (t.status = 'solved') <> (t.close_at > now()))`, [demoId]);
  expect(wrong).toBe(0);
  expect(await one(`select count(*)::int from (select created_at < lag(created_at) over (order by id) as back from events where workspace_id = $1) e where back`, [demoId])).toBe(0);
  expect(await one('select count(*)::int from tickets where workspace_id = $1 and updated_at > now()', [demoId])).toBe(0);
});

test('demo people sign in, each sees what they may, and the owner has work of their own', async () => {
  const ingrid = await signIn(0);
  expect(ingrid.status).toBe(200);
  const all = await desk.app.inject({ method: 'GET', url: '/api/v1/tickets?assignee=me&status=new,open,pending', headers: ingrid.headers });
  expect(all.statusCode).toBe(200);
  expect((JSON.parse(all.body) as { items: unknown[] }).items.length).toBeGreaterThan(0);
  const helena = await signIn(11);
  const seen = await desk.app.inject({ method: 'GET', url: '/api/v1/tickets?limit=100', headers: helena.headers });
  expect(new Set((JSON.parse(seen.body) as { items: { brand: { name: string } }[] }).items.map(({ brand }) => brand.name))).toEqual(new Set(['Skärnet']));
});

test('a second start finds the demo and tells the same logins', async () => {
  const again = await seedDemo(desk.context);
  expect(again).toMatchObject({ logins: demo.logins, password: demo.password, created: false });
  expect(describeDemo(again).join('\n')).toContain(demo.password);
  expect(await one('select count(*)::int from identity.workspaces where demo')).toBe(1);
});

test('the same seed gives the same demo', () => {
  const now = new Date('2026-03-18T10:20:00Z');
  const plan = () => planTickets(createRandom(7), planCustomers(), now);
  expect(plan()).toEqual(plan());
});

test('removal leaves nothing of the demo and everything of others', async () => {
  const count = async (workspaceId: number) => {
    const counts: number[] = [];
    for (const table of await tenantTables(desk.context.db)) counts.push(await one(`select count(*)::int from ${table} where workspace_id = $1`, [workspaceId]));
    return counts;
  };
  const before = await count(foreign.id);
  expect((await count(demoId)).filter((rows) => rows > 0).length).toBeGreaterThan(15);
  expect(await removeDemo(desk.ownerUrl)).toBe(true);
  expect((await count(demoId)).every((rows) => rows === 0)).toBe(true);
  expect(await count(foreign.id)).toEqual(before);
  for (const table of ['"user"', 'session', 'account']) expect(await one(`select count(*)::int from identity.${table}`)).toBe(0);
  for (const table of ['memberships', 'inbox_addresses']) expect(await one(`select count(*)::int from identity.${table}`)).toBe(0);
  expect(await one('select count(*)::int from identity.workspaces')).toBe(1);
  expect(await removeDemo(desk.ownerUrl)).toBe(false);
});
