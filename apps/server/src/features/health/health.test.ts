import { afterAll, beforeAll, expect, test } from 'vitest';
import pg from 'pg';
import { anAgent, aWorkspace } from '../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';

let desk: TestDesk;

beforeAll(async () => {
  desk = await openTestDesk({ OMBUD_LOG: 'silent' });
});
afterAll(() => desk.stop());

const metrics = (headers: Record<string, string>, remoteAddress: string) => desk.app.inject({ url: '/metrics', headers, remoteAddress });

test('it is alive, and ready before there is any workspace', async () => {
  expect(await desk.ask(null, 'GET', '/healthz')).toMatchObject({ status: 200, body: { status: 'ok' } });
  expect(await desk.ask(null, 'GET', '/readyz')).toMatchObject({ status: 200, body: { status: 'ok' } });
});

test('metrics are for this machine and for admins', async () => {
  const workspace = await aWorkspace(desk.context.db);
  const admin = await anAgent(desk.context.db, workspace.id, { role: 'admin' });
  const lead = await anAgent(desk.context.db, workspace.id, { role: 'lead' });
  expect((await metrics({}, '127.0.0.1')).statusCode).toBe(200);
  expect((await metrics({}, '192.0.2.1')).statusCode).toBe(401);
  expect((await metrics({ 'x-forwarded-for': '192.0.2.1' }, '127.0.0.1')).statusCode).toBe(401);
  expect((await metrics(lead.headers, '192.0.2.1')).statusCode).toBe(403);
  expect((await metrics(admin.headers, '192.0.2.1')).statusCode).toBe(200);
});

test('metrics tell how long routes took, what holds the feed, and no id, address or path', async () => {
  const workspace = await aWorkspace(desk.context.db);
  const agent = await anAgent(desk.context.db, workspace.id);
  await desk.ask(agent, 'GET', '/api/v1/files/123456789');
  const slow = new pg.Client({ connectionString: desk.ownerUrl });
  await slow.connect();
  await slow.query('begin; select pg_current_xact_id()');
  await desk.context.db.insertInto('events').values({ workspace_id: workspace.id, type: 'ticket.updated', actor_type: 'system' }).execute();
  const text = (await metrics({}, '127.0.0.1')).body;
  await slow.end();
  expect(text).toContain(`ombud_feed_held_events{workspace="${workspace.id}"} 1`);
  expect(text).toMatch(/ombud_http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/files\/:id",status="4xx"\} 1/);
  expect(text).toContain(`ombud_intake_waiting{workspace="${workspace.id}"} 0`);
  expect(text).toContain('ombud_process_cpu_seconds_total');
  expect(text).not.toContain('123456789');
  expect(text).not.toContain(agent.email);
});

test('without its database, or with one that lacks a migration, it is alive but not ready', async () => {
  const own = await openTestDesk({ OMBUD_LOG: 'silent' });
  const client = new pg.Client({ connectionString: own.ownerUrl });
  await client.connect();
  await client.query("delete from ombud.migrations where name like '0002%'");
  expect(await own.ask(null, 'GET', '/readyz')).toMatchObject({ status: 503, body: { code: 'not_ready' } });
  const { rows } = await client.query<{ name: string }>('select current_database() as name');
  await client.end();
  const other = new pg.Client({ connectionString: desk.ownerUrl });
  await other.connect();
  await other.query(`drop database ${rows[0]?.name ?? ''} with (force)`);
  await other.end();
  expect(await own.ask(null, 'GET', '/readyz')).toMatchObject({ status: 503, body: { code: 'not_ready', detail: 'The database does not answer' } });
  expect((await own.ask(null, 'GET', '/healthz')).status).toBe(200);
  await own.stop();
});
