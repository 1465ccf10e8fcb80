import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

/** The commands over the program's own PostgreSQL: alone, beside the running program, and after it. */

const cli = fileURLToPath(new URL('../cli.ts', import.meta.url));
const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const email = 'owner@firm.example';

let folder: string;
let env: Record<string, string>;
let program: ChildProcess | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ombud-own-'));
  await chmod(folder, 0o755);
  env = { PATH: process.env['PATH'] ?? '', OMBUD_DATA_DIR: join(folder, 'data'), PORT: '0', OMBUD_SMTP_PORT: '0', OMBUD_LOG: 'error' };
});
afterAll(async () => {
  await stopped();
  await rm(folder, { recursive: true, force: true });
});

test('what is set up before the first start is there in it, and what is set up beside it is known at once', async () => {
  expect(await ombud('admin', 'create', '--email', email, '--password', 'correct horse battery')).toMatchObject({ code: 0 });
  const before = await ombud('token', 'create', '--email', email);
  const url = await started();
  expect(await asks(url, lastLine(before.out))).toBe(200);

  // Beside it: the same database, and the running program forgets what it knew.
  const beside = await ombud('token', 'create', '--email', email, '--name', 'beside');
  expect(beside).toMatchObject({ code: 0, err: '' });
  expect(await asks(url, lastLine(beside.out))).toBe(200);
  expect(await signIn(url, 'correct horse battery')).toBe(200);
  expect(await ombud('admin', 'create', '--email', email, '--password', 'another long password')).toMatchObject({ code: 0, err: '' });
  expect([await signIn(url, 'correct horse battery'), await signIn(url, 'another long password')]).toEqual([401, 200]);
  expect(await asks(url, lastLine(beside.out))).toBe(200);

  await stopped();
  expect((await ombud('workspace', 'list')).out).toBe('support\tSupport\n');
  expect(await ombud('inbox', 'create', '--address', 'help@firm.example')).toMatchObject({ code: 0 });
}, 180_000);

type Run = { code: number; out: string; err: string };

function ombud(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, ...args], { env }, (error, out, err) => resolve({ code: error ? Number(error.code ?? -1) : 0, out, err }));
  });
}

const lastLine = (text: string) => text.trimEnd().split('\n').at(-1) ?? '';

async function started(): Promise<string> {
  program = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  program.stdout?.setEncoding('utf8').on('data', (text: string) => (said += text));
  const port = await vi.waitUntil(() => /Ombud is ready: http:\/\/localhost:(\d+)/.exec(said)?.[1], { timeout: 60_000 });
  return `http://127.0.0.1:${port}`;
}

async function stopped(): Promise<void> {
  if (!program || program.exitCode !== null) return;
  const end = once(program, 'exit');
  program.kill('SIGTERM');
  await end;
}

async function asks(url: string, token: string): Promise<number> {
  return (await fetch(`${url}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } })).status;
}

async function signIn(url: string, password: string): Promise<number> {
  return (await fetch(`${url}/api/auth/sign-in/email`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password }) })).status;
}
