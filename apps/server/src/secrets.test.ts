import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { anAgent, aWorkspace, type TestAgent, type TestWorkspace } from '../../../tests/support/factories.ts';
import { createDatabase, createPool, type Database } from './platform/db/db.ts';

/**
 * Secrets are planted wherever the program takes one, requests fail in its middle at the most talkative log level, and
 * then everything that it wrote is searched: log, answers and database. Tells of a leak that no one thought of.
 */

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const planted = { password: 'canary-pass-81', changed: 'canary-pass-82', wrong: 'canary-pass-83', smtp: 'canary-smtp-84', installation: 'canary-installation-85', imap: 'canary-imap-86', app: 'canary-app-87' };

let database: TestDatabase;
let db: Database;
let owner: pg.Client;
let program: ChildProcess;
let folder: string;
let url: string;
let workspace: TestWorkspace;
let admin: TestAgent;
let log = '';
const answers: string[] = [];

beforeAll(async () => {
  [database, folder] = await Promise.all([createTestDatabase(), mkdtemp(join(tmpdir(), 'ombud-secrets-'))]);
  db = createDatabase(createPool(database.ownerUrl, { max: 2 }));
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  workspace = await aWorkspace(db);
  admin = await anAgent(db, workspace.id, { role: 'owner' });
  const env = { PATH: process.env['PATH'], DATABASE_URL: database.ownerUrl, OMBUD_DATA_DIR: folder, OMBUD_LOG: 'debug', OMBUD_SECRET: planted.installation, PORT: '0', OMBUD_SMTP_PORT: '0' };
  program = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [program.stdout, program.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (log += text));
  const port = await vi.waitUntil(() => /Ombud is ready: http:\/\/localhost:(\d+)/.exec(log)?.[1], { timeout: 40_000 });
  url = `http://127.0.0.1:${port}`;
});
afterAll(async () => {
  program.kill('SIGTERM');
  if (program.exitCode === null) await once(program, 'exit');
  await owner.end();
  await db.destroy();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

test('no secret is in the log, in an answer or readable in the database, whatever fails', async () => {
  const email = 'nora@desk.example';
  const agent = await ask('POST', '/api/v1/agents', { name: 'Nora', email, password: planted.password });
  expect(agent.status).toBe(201);
  const token = await ask('POST', '/api/v1/tokens', { name: 'Import' });
  const shownOnce = answers.pop() ?? '';
  const bearer = JSON.parse(shownOnce).token as string;
  const hook = await ask('POST', '/api/v1/webhooks', { name: 'Sync', url: 'https://hooks.invalid/' });
  expect(hook.status).toBe(201);
  const hookSecret = JSON.parse(answers.pop() ?? '').secret as string;
  expect(hookSecret).toMatch(/^whsec_/);
  const inbox = await ask('POST', '/api/v1/inboxes', { address: 'help@desk.example', smtp_url: `smtp://desk:${planted.smtp}@127.0.0.1:9` });
  expect([token.status, inbox.status]).toEqual([201, 201]);

  const mailbox = { host: '127.0.0.1', port: 9, security: 'none', username: 'desk', password: planted.imap, folders: ['INBOX'], import_from: '2026-01-01T00:00:00Z', mark_seen: false, active: true };
  const { import_from, mark_seen, active, ...door } = mailbox;
  expect((await ask('PUT', `/api/v1/inboxes/${inbox.body.id}/mailbox`, mailbox)).status).toBe(200);
  expect((await ask('POST', `/api/v1/inboxes/${inbox.body.id}/mailbox/check`, door)).status).toBe(200);
  expect((await ask('PUT', '/api/v1/mail-apps', { google: { client_id: 'x', client_secret: planted.app } })).status).toBe(200);
  expect((await ask('POST', `/api/v1/inboxes/${inbox.body.id}/mail-sign-in`, { provider: 'google', username: 'desk' })).status).toBe(200);

  const session = await signIn(email, planted.password);
  expect(session.status).toBe(200);
  const cookie = session.cookie;
  expect((await ask('PATCH', `/api/v1/agents/${agent.body.id}`, { password: planted.changed })).status).toBe(200);
  expect((await signIn(email, planted.wrong)).status).toBe(401);

  // Refused input must not come back to be read over somebody's shoulder.
  await ask('POST', '/api/v1/agents', { name: 'X', email: 'x@desk.example', password: planted.wrong, [`is_${planted.wrong.length}`]: planted.wrong });
  await ask('POST', '/api/v1/inboxes', { address: 'y@desk.example', smtp_url: `ftp://desk:${planted.smtp}@mail.example` });
  await raw('POST', '/api/v1/agents', `{"password": ${planted.wrong}}`);
  await raw('POST', '/api/auth/sign-in/email', `{"email": "${email}", "password": "${planted.wrong}`);

  await failInside('inboxes', () => ask('POST', '/api/v1/inboxes', { address: 'broken@desk.example', smtp_url: `smtp://desk:${planted.smtp}@mail.example` }));
  await failInside('inboxes', () => ask('PATCH', `/api/v1/inboxes/${inbox.body.id}`, { smtp_url: `smtp://desk:${planted.smtp}@mail.example` }));
  await failInside('mailboxes', () => ask('PUT', `/api/v1/inboxes/${inbox.body.id}/mailbox`, mailbox));
  await failInside('mail_apps', () => ask('PUT', '/api/v1/mail-apps', { google: { client_id: 'x', client_secret: planted.app } }));
  await failInside('webhooks', () => ask('POST', '/api/v1/webhooks', { name: 'Broken', url: 'https://hooks.invalid/' }));
  await failInside('webhooks', () => ask('POST', `/api/v1/webhooks/${hook.body.id}/secret`, {}));
  expect((await ask('POST', `/api/v1/webhooks/${hook.body.id}/test`)).status).toBe(200);
  await failInside('identity.account', () => ask('PATCH', `/api/v1/agents/${agent.body.id}`, { password: planted.wrong }));
  await failInside('identity.account', () => ask('POST', '/api/v1/agents', { name: 'Z', email: 'z@desk.example', password: planted.wrong }));
  await failInside('identity.api_tokens', () => ask('POST', '/api/v1/tokens', { name: 'broken' }));
  await failInside('identity.session', () => signIn(email, planted.changed));

  const ticket = await ask('POST', '/api/v1/tickets', { subject: 'Out', text: 'T', requester: { email: 'maja@firm.example' } });
  const reply = await ask('POST', `/api/v1/tickets/${ticket.body.number}/messages`, { kind: 'public', text: 'Hello' });
  expect(reply.status).toBeLessThan(300);
  await expect.poll(async () => JSON.stringify((await ask('GET', '/api/v1/outbox')).body), { timeout: 15_000 }).toMatch(/ECONNREFUSED|refused|connect/i);

  for (const path of ['/api/v1/inboxes', `/api/v1/inboxes/${inbox.body.id}/mailbox`, `/api/v1/inboxes/${inbox.body.id}/health`, '/api/v1/mail-apps', '/api/v1/agents', '/api/v1/tokens', '/api/v1/webhooks', `/api/v1/webhooks/${hook.body.id}`, `/api/v1/webhooks/${hook.body.id}/deliveries`, '/api/v1/events?limit=100', '/api/v1/me', '/metrics', '/readyz', '/healthz', '/api/v1/openapi.json']) await ask('GET', path);

  const secrets = { ...planted, token: bearer, webhook: hookSecret, authorization: admin.token, cookie: cookie.split('=')[1]?.split('.')[0] ?? '' };
  expect(secrets.cookie.length).toBeGreaterThan(16);
  expect(log).toContain('request failed');
  // The search itself finds what is there.
  expect(answers.some((answer) => answer.includes('help@desk.example'))).toBe(true);
  expect(await tablesThatHold('help@desk.example')).toEqual(expect.arrayContaining(['public.inboxes', 'identity.inbox_addresses']));
  for (const [name, secret] of Object.entries(secrets)) {
    expect(log.includes(secret), `${name} in the log`).toBe(false);
    expect(answers.find((answer) => answer.includes(secret))?.slice(0, 500), `${name} in an answer`).toBeUndefined();
    // The sign-in library keeps the session's token as it is: who reads that table needs no password any more.
    if (name !== 'cookie') expect(await tablesThatHold(secret), `${name} in the database`).toEqual([]);
  }
}, 90_000);

type Told = { status: number; body: { id: number; number: number } };

async function ask(method: string, path: string, body?: unknown): Promise<Told> {
  return raw(method, path, body === undefined ? undefined : JSON.stringify(body));
}

async function raw(method: string, path: string, body?: string): Promise<Told> {
  const answer = await fetch(`${url}${path}`, { method, headers: { ...admin.headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, body: body ?? null });
  const text = await answer.text();
  answers.push(text);
  return { status: answer.status, body: (text.startsWith('{') ? JSON.parse(text) : {}) as Told['body'] };
}

async function signIn(email: string, password: string): Promise<{ status: number; cookie: string }> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password }) });
  answers.push(await answer.text());
  return { status: answer.status, cookie: answer.headers.getSetCookie()[0] ?? '' };
}

/** A row that the table refuses: PostgreSQL's complaint then quotes the whole row. */
async function failInside(table: string, work: () => Promise<{ status: number }>): Promise<void> {
  await owner.query(`alter table ${table} add constraint never check (false) not valid`);
  try {
    expect((await work()).status, table).toBe(500);
  } finally {
    await owner.query(`alter table ${table} drop constraint never`);
  }
}

async function tablesThatHold(text: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>("select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_schema in ('public', 'identity') and table_type = 'BASE TABLE'");
  const found: string[] = [];
  for (const { name } of rows) {
    const { rowCount } = await owner.query(`select from ${name} t where strpos(t::text, $1) > 0 limit 1`, [text]);
    if (rowCount) found.push(name);
  }
  return found;
}
