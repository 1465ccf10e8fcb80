import { spawnSync } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { type Server, type Socket, createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestDatabase } from '../support/database.ts';
import { endPrograms, freePort, launch, readPostmaster, type ProgramProcess } from './support/program-process.ts';
import { openFolder } from './support/survival-desk.ts';
import { inTime } from './support/until.ts';

let folder: string;
let dataDir: string;
const programs: ProgramProcess[] = [];
const undo: (() => unknown)[] = [];

beforeEach(async () => {
  folder = await openFolder();
  dataDir = join(folder, 'data');
});
afterEach(async () => {
  await endPrograms(programs.splice(0), dataDir);
  for (const step of undo.splice(0).reverse()) await step();
  await rm(folder, { recursive: true, force: true });
});

async function start(env: Record<string, string> = {}, args: string[] = []): Promise<ProgramProcess> {
  const program = launch({ env: { PORT: String(await freePort()), OMBUD_SMTP_PORT: String(await freePort()), OMBUD_DATA_DIR: dataDir, ...env }, args });
  programs.push(program);
  return program;
}

/** The one sentence of a start that fails; the program ends by itself with 1 and leaves no PostgreSQL behind. */
async function refusal(env: Record<string, string> = {}, args: string[] = []): Promise<string> {
  const program = await start(env, args);
  const end = await inTime('the program gives up', program.ended, 20_000);
  expect(program.said()).not.toContain('is ready');
  expect(end, program.complained()).toEqual({ code: 1, signal: null });
  expect(program.complained()).toMatch(/^[^\n]+\n$/);
  return program.complained().trimEnd();
}

async function occupy(): Promise<number> {
  const port = await freePort();
  const server: Server = createServer();
  const sockets: Socket[] = [];
  server.on('connection', (socket) => void sockets.push(socket.on('error', () => undefined)));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  undo.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return port;
}

test('a port in use is named, with the variable that changes it, before anything else is touched', async () => {
  const port = await occupy();
  expect(await refusal({ PORT: String(port) })).toBe(`Port ${port} is in use: stop what uses it, or set PORT to another port.`);
  expect(await refusal({ OMBUD_SMTP_PORT: String(port) })).toBe(`Port ${port} is in use: stop what uses it, or set OMBUD_SMTP_PORT to another port.`);
  expect(await refusal({ OMBUD_LMTP_PORT: String(port) })).toBe(`Port ${port} is in use: stop what uses it, or set OMBUD_LMTP_PORT to another port.`);
  expect(readPostmaster(dataDir)).toBeNull();
});

test('a host that is not this machine is named', async () => {
  expect(await refusal({ OMBUD_HOST: '192.0.2.1' })).toBe('192.0.2.1 is no address of this machine: set OMBUD_HOST to one that is.');
  expect(await refusal({ OMBUD_SMTP_HOST: '192.0.2.1' })).toBe('192.0.2.1 is no address of this machine: set OMBUD_SMTP_HOST to one that is.');
});

test('a folder of somebody else is left alone', async () => {
  await mkdir(dataDir);
  await writeFile(join(dataDir, 'holiday.jpg'), 'a beach');
  expect(await refusal()).toBe(`${dataDir} holds files that are not Ombud's: set OMBUD_DATA_DIR to an empty or a new folder.`);
  expect(await readFile(join(dataDir, 'holiday.jpg'), 'utf8')).toBe('a beach');
  await rm(dataDir, { recursive: true });
  await writeFile(dataDir, 'not a folder');
  expect(await refusal()).toBe(`${dataDir} is not a folder: set OMBUD_DATA_DIR to a folder of its own.`);
});

test('a second program on the same folder says who is there, and the first goes on', async () => {
  const first = await start();
  await first.ready();
  expect(await refusal()).toBe(`Another Ombud (process ${first.pid}) is already running on ${dataDir}.`);
  expect(first.hasEnded()).toBe(false);
});

test('an older program leaves a newer database alone', async () => {
  const database = await createTestDatabase();
  undo.push(() => database.drop());
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  await client.query("insert into ombud.migrations (name, checksum) values ('9999-tomorrow.sql', 'x')");
  await client.end();
  const sentence = 'This database was made by a newer Ombud (it has 9999-tomorrow.sql). Start that version or a later one.';
  expect(await refusal({ DATABASE_URL: database.ownerUrl })).toBe(sentence);
});

test('a database that cannot be reached is named without its password', async () => {
  const closed = await freePort();
  expect(await refusal({ DATABASE_URL: `postgres://ombud:hunter2@127.0.0.1:${closed}/desk` })).toBe(`The database of DATABASE_URL (127.0.0.1:${closed}/desk) cannot be used: nothing answers there.`);
  expect(await refusal({ DATABASE_URL: 'postgres://ombud:hunter2@nowhere.invalid/desk' })).toMatch(/^The database of DATABASE_URL \(nowhere\.invalid\/desk\) cannot be used: (there is no such host|its name cannot be looked up now)\.$/);
  for (const nonsense of ['hunter2', 'mysql://root:hunter2@127.0.0.1/desk', 'postgres://%zz:hunter2@127.0.0.1/desk']) {
    expect(await refusal({ DATABASE_URL: nonsense })).toMatch(/^[^\n]*DATABASE_URL(?![^\n]*hunter2)/);
  }
  // Something listens and says nothing: a firewall, or the wrong program.
  const silent = await occupy();
  expect(await refusal({ DATABASE_URL: `postgres://ombud:hunter2@127.0.0.1:${silent}/desk` })).toBe(`The database of DATABASE_URL (127.0.0.1:${silent}/desk) cannot be used: it does not answer.`);
});

test('what was mistyped is named, and a password in it is not repeated', async () => {
  expect(await refusal({ PORT: 'threethousand' })).toBe('PORT must be a port number from 0 to 65535.');
  expect(await refusal({ OMBUD_OUTBOUND: 'maybe' })).toBe('OMBUD_OUTBOUND must be send or hold.');
  expect(await refusal({ OMBUD_SECRET: 'hunter2' })).toBe('OMBUD_SECRET must be a text of at least 16 characters.');
  expect(await refusal({ OMBUD_SMTP_URL: 'http://ombud:hunter2@mail' })).toMatch(/^OMBUD_SMTP_URL must be an address such as smtp:(?!.*hunter2)/);
  expect(await refusal({}, ['--roles=web,wroker'])).toBe('--roles takes some of web, worker, mail; not "wroker".');
  expect(await refusal({}, ['--help'])).toMatch(/^"--help" is unknown here: npm start -- takes --demo and --roles=/);
});

test('a full disk is told, and with space the same folder starts', async ({ skip }) => {
  const disk = join(folder, 'disk');
  await mkdir(disk);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=140m,mode=755', 'tmpfs', disk]).status !== 0) return skip('no right to mount here');
  undo.push(() => spawnSync('umount', ['-l', disk]));
  dataDir = join(disk, 'data');
  spawnSync('sh', ['-c', 'cat /dev/zero > "$1/filler" 2>/dev/null', 'sh', disk]);
  expect(await refusal()).toBe(`The disk that holds ${dataDir} is full: free some space and start again.`);
  await rm(join(disk, 'filler'));
  await (await start()).ready();
});
