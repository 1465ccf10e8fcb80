import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../../../../tests/support/database.ts';
import { anAgent, aWorkspace } from '../../../../tests/support/factories.ts';
import { openSocket } from '../../../../tests/support/socket.ts';
import { startTestProgram } from '../../../../tests/support/program.ts';
import { readConfig } from '../config.ts';
import { startFailure } from './failures.ts';
import { startProgram } from './start.ts';

let database: TestDatabase;
let folder: string;
const children: ChildProcess[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'ombud-start-'));
});
afterEach(() => children.splice(0).forEach((child) => child.kill('SIGKILL')));
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

type Started = { child: ChildProcess; out: () => string; err: () => string; ready: Promise<string>; ended: Promise<number | null> };

function startChild(env: Record<string, string>, args: string[] = []): Started {
  const main = new URL('../main.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', OMBUD_SMTP_PORT: '0', OMBUD_DATA_DIR: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let out = '';
  let err = '';
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)));
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const url = /^Ombud is ready: (http:\S+)$/m.exec(out)?.[1];
      if (url) resolve(url);
    });
    child.on('close', () => reject(new Error(`it ended: ${err}`)));
  });
  ready.catch(() => undefined);
  return { child, out: () => out, err: () => err, ready, ended };
}

test('it gives a link to set it up, ends its start with its address, serves there, and ends on a signal', async () => {
  const started = startChild({ DATABASE_URL: database.ownerUrl });
  const url = await started.ready;
  expect(started.out().trimEnd().split('\n').at(-1)).toBe(`Ombud is ready: ${url}`);
  expect(started.out()).toMatch(new RegExp(`^Set it up in your browser: ${url}/setup#[\\w-]{43}$`, 'm'));
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  started.child.kill('SIGTERM');
  expect(await started.ended).toBe(0);
});

test('with its own PostgreSQL it starts on an empty folder, and leaves nothing running', async () => {
  const own = await mkdtemp(join(tmpdir(), 'ombud-own-'));
  const started = startChild({ OMBUD_DATA_DIR: own });
  const url = await started.ready;
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  started.child.kill('SIGINT');
  expect(await started.ended).toBe(0);
  await rm(own, { recursive: true, force: true });
});

/** What a start that fails says to the person at the terminal. */
async function oneSentence(env: Record<string, string>): Promise<string> {
  const config = readConfig({ PORT: '0', OMBUD_SMTP_PORT: '0', OMBUD_DATA_DIR: folder, ...env });
  const failed = await startProgram({ config }).then(
    () => Promise.reject(new Error('it started')),
    (error: unknown) => error,
  );
  const sentence = startFailure(failed);
  expect(sentence?.split('\n')).toHaveLength(1);
  return sentence ?? '';
}

test('a start that fails prints one sentence and ends with 1', async () => {
  const started = startChild({}, ['--roles=cook']);
  expect(await started.ended).toBe(1);
  expect([started.out(), started.err()]).toEqual(['', '--roles takes some of web, worker, mail; not "cook".\n']);
});

test('what stands in the way of a start is said in one sentence', async () => {
  const blocker = createServer();
  await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
  const taken = String((blocker.address() as AddressInfo).port);
  const gone = new URL(database.ownerUrl);
  gone.pathname = '/no_such_database';
  try {
    expect(await oneSentence({ PORT: taken, DATABASE_URL: database.ownerUrl })).toMatch(new RegExp(`Port ${taken} is in use.*set PORT`));
    expect(await oneSentence({ OMBUD_SMTP_PORT: taken, DATABASE_URL: database.ownerUrl })).toMatch(new RegExp(`Port ${taken} is in use.*set OMBUD_SMTP_PORT`));
    const secret = await oneSentence({ DATABASE_URL: `postgres://somebody:hunter2@127.0.0.1:1/desk` });
    expect(secret).toMatch(/127\.0\.0\.1:1\/desk.*nothing answers/);
    expect(secret).not.toContain('hunter2');
    expect(await oneSentence({ DATABASE_URL: gone.href })).toMatch(/no such database/);
  } finally {
    blocker.close();
  }
});

test('a database of a newer Ombud is left alone', async () => {
  const newer = await createEmptyDatabase();
  const client = new pg.Client({ connectionString: newer.ownerUrl });
  await client.connect();
  await client.query("create schema ombud; create table ombud.migrations (name text primary key, checksum text not null, applied_at timestamptz not null default now()); insert into ombud.migrations values ('9999-later.sql', 'x')");
  await client.end();
  expect(await oneSentence({ DATABASE_URL: newer.ownerUrl })).toMatch(/newer Ombud/);
  await newer.drop();
});

test('cut database connections end nothing: the next request is served, and so is a screen', async () => {
  const program = await startTestProgram({ database });
  const workspace = await aWorkspace(program.context.db);
  const agent = await anAgent(program.context.db, workspace.id);
  const screen = openSocket(`${program.url.replace('http', 'ws')}/api/v1/live`, agent.headers);
  await screen.opened;
  screen.send({ type: 'hello', after: null });
  await screen.next('ready');
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  for (let round = 0; round < 3; round += 1) {
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()');
    await expect.poll(async () => (await fetch(`${program.url}/api/v1/events`, { headers: agent.headers })).status, { timeout: 5000 }).toBe(200);
  }
  await client.query("insert into events (workspace_id, type, actor_type) values ($1, 'ticket.updated', 'system')", [workspace.id]);
  await client.end();
  expect((await screen.next('event')).type).toBe('event');
  await program.stop();
});

test('a request that is running when the program stops gets its answer', async () => {
  const program = await startTestProgram({ database, roles: ['web'] });
  const workspace = await aWorkspace(program.context.db);
  const agent = await anAgent(program.context.db, workspace.id);
  const form = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\n';
  const answer = new Promise<number>((resolve, reject) => {
    const upload = request(`${program.url}/api/v1/files`, { method: 'POST', headers: { ...agent.headers, 'content-type': 'multipart/form-data; boundary=b' } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    upload.on('error', reject);
    upload.write(`${form}beginning`);
    setTimeout(() => upload.end(' and end\r\n--b--\r\n'), 400);
  });
  await new Promise((resolve) => setTimeout(resolve, 150));
  const [status] = await Promise.all([answer, program.stop()]);
  expect(status).toBe(200);
});
