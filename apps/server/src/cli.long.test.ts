import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { startTestProgram, type TestProgram } from '../../../tests/support/program.ts';

const program = fileURLToPath(new URL('./cli.ts', import.meta.url));
const password = 'correct horse battery';
// Each command is a process of its own.
const slow = 90_000;

let database: TestDatabase;
let server: TestProgram;
let folder: string;

beforeAll(async () => {
  [database, folder] = await Promise.all([createTestDatabase(), mkdtemp(join(tmpdir(), 'ombud-cli-'))]);
  server = await startTestProgram({ database, roles: ['web'] });
});
afterAll(async () => {
  await server.stop();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

test('from an empty database to a signed-in owner, an inbox and a token, beside the running server', async () => {
  expect(await ombud('workspace list')).toMatchObject({ code: 0, out: 'There is no workspace yet: admin create makes it.\n' });
  const created = await ombud('admin create --email Owner@Firm.example --name', 'Maja Lund', '--password', password);
  expect(created).toMatchObject({ code: 0, err: '' });
  expect(created.out).toContain('owner@firm.example is now owner');
  expect(await signIn(password)).toBe(200);

  const inbox = await ombud('inbox create --address Help@Firm.example --name', 'Firm help');
  expect(inbox).toMatchObject({ code: 0, out: 'Mail to help@firm.example now comes to Support.\n' });

  const made = await ombud('token create --email owner@firm.example --name bench');
  const token = made.out.trimEnd().split('\n').at(-1) ?? '';
  expect(token).toMatch(/^omb_[A-Za-z0-9_-]{43}$/);
  const headers = { authorization: `Bearer ${token}` };
  expect(await get('/api/v1/me', headers)).toMatchObject({ role: 'owner', agent: { email: 'owner@firm.example', name: 'Maja Lund' }, workspace: { slug: 'support' } });
  expect(await get('/api/v1/inboxes', headers)).toMatchObject({ items: [{ address: 'help@firm.example', name: 'Firm help' }] });
}, slow);

test('a second call sets the new password and ends the sessions of before', async () => {
  const cookie = await sessionOf(password);
  expect((await fetch(`${server.url}/api/v1/me`, { headers: { cookie } })).status).toBe(200);
  expect((await ombud('admin create --email owner@firm.example --password', 'another long password')).out).toContain('owner@firm.example is owner');
  await expect.poll(async () => (await fetch(`${server.url}/api/v1/me`, { headers: { cookie } })).status, { timeout: 3_000 }).toBe(401);
  expect([await signIn(password), await signIn('another long password')]).toEqual([401, 200]);
  expect((await ombud('workspace list')).out).toBe('support\tSupport\n');
}, slow);

test('an owner who has lost the second factor gets in again', async () => {
  const { db } = server.context;
  const { id } = await db.selectFrom('identity.user').select('id').where('email', '=', 'owner@firm.example').executeTakeFirstOrThrow();
  await db.insertInto('identity.second_factors').values({ user_id: id, secret_sealed: 'sealed', confirmed_at: new Date() }).execute();
  expect(await ombud('second-factor reset --email owner@firm.example')).toMatchObject({ code: 0, out: expect.stringContaining('owner@firm.example signs in with the password alone') });
  expect(await db.selectFrom('identity.second_factors').select('user_id').execute()).toEqual([]);
  expect((await ombud('second-factor reset --email owner@firm.example')).code).not.toBe(0);
}, slow);

test('whoever comes after the owner is an administrator', async () => {
  expect((await ombud('admin create --email second@firm.example --password', password)).out).toContain('second@firm.example is now admin');
});

test.each([
  ['a short password', ['admin', 'create', '--email', 'x@firm.example', '--password', 'short'], 1, /10 to 256 characters/],
  ['an address that has an inbox', ['inbox', 'create', '--address', 'help@firm.example'], 1, /comes to another inbox already/],
  ['an unknown brand', ['inbox', 'create', '--address', 'y@firm.example', '--brand', 'nobody'], 1, /no brand "nobody"/],
  ['an unknown workspace', ['token', 'create', '--email', 'owner@firm.example', '--workspace', 'nobody'], 1, /no workspace "nobody"/],
  ['an unknown agent', ['token', 'create', '--email', 'nobody@firm.example'], 1, /no active agent/],
  ['a missing option', ['admin', 'create', '--email', 'x@firm.example'], 2, /--password is missing/],
  ['an option without a value', ['admin', 'create', '--password', password, '--email'], 2, /--email needs a value/],
  ['an unknown option', ['inbox', 'create', '--adress', 'x@firm.example'], 2, /no option --adress/],
  ['an unknown command', ['--password', password, 'admin', 'create'], 2, /no such command/],
  ['a stray value', ['inbox', 'create', '--name', 'Two', 'words', '--address', 'x@firm.example'], 2, /stands without its option/],
  ['no address', ['admin', 'create', '--email', 'nobody', '--password', password], 2, /not an e-mail address/],
  ['an impossible workspace', ['admin', 'create', '--email', 'x@firm.example', '--password', password, '--workspace', 'Not A Slug'], 2, /small letters/],
])('%s is one clear sentence and an exit code', async (_what, args, code, sentence) => {
  const { out, err, code: exit } = await ombud('', ...args);
  expect(exit).toBe(code);
  expect(err).toMatch(sentence);
  expect(err).not.toMatch(/^ +at /m);
  expect(out).toBe('');
  expect(err).not.toContain(password);
});

test('help names every command; no command at all is a mistake', async () => {
  const help = await ombud('--help');
  expect(help.code).toBe(0);
  for (const command of ['migrate', 'admin create', 'inbox create', 'token create', 'workspace list', 'demo seed', 'demo remove']) expect(help.out).toContain(command);
  expect((await ombud('')).code).toBe(2);
});

test('with several workspaces one must be chosen', async () => {
  const second = await ombud('admin create --workspace second --email owner@second.example --password', password);
  expect(second).toMatchObject({ code: 0, out: expect.stringContaining('The workspace "second" is new.') });
  const unclear = await ombud('inbox create --address z@firm.example');
  expect(unclear).toMatchObject({ code: 2 });
  expect(unclear.err).toContain('support, second');
  expect((await ombud('inbox create --address z@firm.example --workspace second')).code).toBe(0);
  // The installation's operator may let one address work in both.
  expect((await ombud('admin create --workspace second --email owner@firm.example --password', password)).out).toContain('is now admin');
  expect(await signIn(password)).toBe(200);
}, slow);

test('migrate prepares an empty database without a server, and again changes nothing', async () => {
  const empty = await createEmptyDatabase();
  try {
    expect(await ombudOn(empty.ownerUrl, 'migrate')).toMatchObject({ code: 0, out: 'The database is up to date.\n' });
    expect(await ombudOn(empty.ownerUrl, 'migrate')).toMatchObject({ code: 0, out: 'The database is up to date.\n', err: '' });
  } finally {
    await empty.drop();
  }
}, slow);

test('a database that does not answer is named without its password', async () => {
  const { code, err } = await ombudOn('postgres://desk:canary-secret@127.0.0.1:1/desk', 'workspace list');
  expect(code).toBe(1);
  expect(err).toContain('127.0.0.1:1');
  expect(err).not.toContain('canary-secret');
});

type Run = { code: number; out: string; err: string };

/** `words` are split at spaces; the other arguments are taken whole. */
function ombud(words: string, ...args: string[]): Promise<Run> {
  return ombudOn(database.ownerUrl, words, ...args);
}

function ombudOn(databaseUrl: string, words: string, ...args: string[]): Promise<Run> {
  const env = { PATH: process.env['PATH'], DATABASE_URL: databaseUrl, OMBUD_DATA_DIR: folder, OMBUD_SECRET: 'a secret for tests only' };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...words.split(' ').filter(Boolean), ...args], { env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err });
    });
  });
}

async function trySignIn(secret: string): Promise<Response> {
  const body = JSON.stringify({ email: 'owner@firm.example', password: secret });
  return fetch(`${server.url}/api/auth/sign-in/email`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
}

async function signIn(secret: string): Promise<number> {
  return (await trySignIn(secret)).status;
}

async function sessionOf(secret: string): Promise<string> {
  return (await trySignIn(secret)).headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
}

async function get(path: string, headers: Record<string, string>): Promise<unknown> {
  const answer = await fetch(`${server.url}${path}`, { headers });
  expect(answer.status).toBe(200);
  return answer.json();
}
