import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../tests/support/desk.ts';
import { removeDemo } from '../features/demo/index.ts';
import { seedDemoApart } from './demo-apart.ts';
import { StartProblem } from './failures.ts';

let desk: TestDesk;
let folder: string;

beforeAll(async () => {
  desk = await openTestDesk();
  folder = await mkdtemp(join(tmpdir(), 'ombud-demo-'));
});
afterAll(async () => {
  await desk.stop();
  await rm(folder, { recursive: true, force: true });
});

async function asOwner(statement: string): Promise<void> {
  const owner = new pg.Client({ connectionString: desk.ownerUrl });
  await owner.connect();
  await owner.query(statement);
  await owner.end();
}

test('a start with --demo tells how to sign in, by a password that holds, and the next start tells the same', async () => {
  const first = await startWithDemo();
  expect(first).toContain('The demo workspace Nordlys Support is ready.');
  const second = await startWithDemo();
  expect(second).toContain('The demo workspace Nordlys Support is there already.');
  const logins = (output: string) => output.split('\n').slice(1, 15);
  expect(logins(second)).toEqual(logins(first));
  await removeDemo(desk.ownerUrl);
});

/** What it says until it is ready; signs in as the first of the demo. */
async function startWithDemo(): Promise<string> {
  const env = { PATH: process.env['PATH'] ?? '', PORT: '0', OMBUD_SMTP_PORT: '0', OMBUD_DATA_DIR: folder, DATABASE_URL: desk.ownerUrl, OMBUD_LOG: 'warn' };
  const child = spawn(process.execPath, [new URL('../main.ts', import.meta.url).pathname, '--demo'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  for await (const text of child.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    output += text;
    if (output.includes('Ombud is ready')) break;
  }
  const ended = once(child, 'exit');
  const [url = '', password, email] = [/^Ombud is ready: (\S+)$/m, /^Sign in with the password (\S+) as$/m, /^ {2}(\S+@\S+)/m].map((line) => line.exec(output)?.[1]);
  const answer = await fetch(`${url}/api/auth/sign-in/email`, { method: 'POST', headers: { 'content-type': 'application/json', origin: url }, body: JSON.stringify({ email, password }) });
  expect(answer.status).toBe(200);
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  return output;
}

test('what fails there fails here in the same words, and leaves nothing', async () => {
  await asOwner(`
    create function public.be_full() returns trigger language plpgsql as $$ begin raise exception 'no space' using errcode = '53100'; end $$;
    create trigger full_disk before insert on public.tickets execute function public.be_full()`);
  const full = seedDemoApart(desk.context, desk.ownerUrl);
  await expect(full).rejects.toThrow(StartProblem);
  await expect(full).rejects.toThrow('The disk is full: free some space and start again.');
  await asOwner('drop trigger full_disk on public.tickets; drop function public.be_full()');

  const elsewhere = new URL(desk.ownerUrl);
  elsewhere.pathname = '/no_such_database';
  await expect(seedDemoApart(desk.context, elsewhere.href)).rejects.toThrow('database "no_such_database" does not exist');
  expect(await desk.context.db.selectFrom('identity.workspaces').select('id').where('demo', '=', true).execute()).toEqual([]);
});
