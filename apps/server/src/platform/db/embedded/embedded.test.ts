import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type EmbeddedPostgres, openEmbeddedPostgres, startEmbeddedPostgres } from './index.ts';

let folder: string;
let dataDir: string;
let opened: EmbeddedPostgres[] = [];
let programs: ChildProcess[] = [];
const log = () => undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ombud-embedded-'));
  await chmod(folder, 0o755);
  dataDir = join(folder, 'data');
});
afterEach(async () => {
  for (const program of programs) program.kill('SIGKILL');
  for (const database of opened) await database.stop();
  programs = [];
  opened = [];
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('what was written is there after a stop and a second start', async () => {
  const first = await start();
  await query(first, 'create table kept as select 7 as answer');
  await first.stop();
  await first.stop();
  await expect(query(first, 'select 1')).rejects.toThrow();

  const second = await start();
  expect(await query(second, 'select answer from kept')).toEqual([{ answer: 7 }]);
});

test('the database waits for the disk, sorts the same everywhere and knows letters from quotation marks', async () => {
  const database = await start();
  const [row] = await query(
    database,
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit, current_setting('jit') as jit,
      current_setting('listen_addresses') as network, (select rolsuper from pg_roles where rolname = current_user) as super,
      lower('ÅÄÖ') as lower, to_tsvector('simple', '«Grüße»')::text as words`,
  );
  expect(row).toEqual({ fsync: 'on', commit: 'on', jit: 'off', network: '', super: false, lower: 'åäö', words: "'grüße':1" });
});

test('only the password opens the database, and only our user reads the password', async () => {
  const database = await start();
  const url = new URL(database.ownerUrl);
  url.password = 'guess';
  await expect(query({ ownerUrl: url.href }, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  expect((await stat(join(dataDir, 'postgres', 'password'))).mode & 0o777).toBe(0o600);
});

test('a lost password is replaced', async () => {
  await (await start()).stop();
  await rm(join(dataDir, 'postgres', 'password'));
  expect(await query(await start(), 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a second program on the same folder is refused, a command joins the first', async () => {
  const program = await startProgram();
  await expect(startEmbeddedPostgres({ dataDir, log })).rejects.toMatchObject({
    code: 'already_running',
    message: `Another Ombud (process ${program.pid}) is already running on ${dataDir}.`,
  });
  const command = await openEmbeddedPostgres({ dataDir, log });
  expect(await query(command, 'select 1 as one')).toEqual([{ one: 1 }]);
  await command.stop();
  expect(await query(command, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('the server of a killed program is taken over, not started twice', async () => {
  const program = await startProgram();
  const before = await postmaster();
  program.kill('SIGKILL');
  await once(program, 'exit');
  const database = await start();
  expect(await postmaster()).toBe(before);
  expect(await query(database, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a survivor with other settings is stopped and started anew', async () => {
  const program = await startProgram('hasty');
  const before = await postmaster();
  program.kill('SIGKILL');
  await once(program, 'exit');
  const database = await start();
  expect(await postmaster()).not.toBe(before);
  expect(await query(database, "select current_setting('fsync') as fsync")).toEqual([{ fsync: 'on' }]);
});

test('program and database killed together lose nothing that was committed', async () => {
  const program = await startProgram();
  const connected = await openEmbeddedPostgres({ dataDir, log });
  await query(connected, 'create table survives as select 1 as row');
  const server = await postmaster();
  program.kill('SIGKILL');
  process.kill(server, 'SIGKILL');
  await once(program, 'exit');
  const database = await start();
  expect(await postmaster()).not.toBe(server);
  expect(await query(database, 'select * from survives')).toEqual([{ row: 1 }]);
});

test('a postmaster.pid that names a dead or a foreign process does not stand in the way', async () => {
  for (const pid of [999_999_99, process.pid]) {
    await (await start()).stop();
    opened = [];
    await writeFile(pidFile(), `${pid}\n${dataDir}/postgres/cluster\n1\n5432\n/nowhere\n\n 1 1\nready\n`);
    expect(await query(await start(), 'select 1 as one')).toEqual([{ one: 1 }]);
    await opened.pop()?.stop();
  }
});

test('a database server that dies alone is back by itself at the same address', async () => {
  const lines: string[] = [];
  const database = await startEmbeddedPostgres({ dataDir, log: (line) => lines.push(line) });
  opened.push(database);
  const url = database.ownerUrl;
  process.kill(await postmaster(), 'SIGKILL');
  await expect.poll(() => lines.some((line) => line.startsWith('PostgreSQL is back')), { timeout: 15_000 }).toBe(true);
  expect(await query({ ownerUrl: url }, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a folder with other files in it is not touched', async () => {
  const foreign = join(folder, 'photos');
  await mkdir(foreign);
  await writeFile(join(foreign, 'cat.jpg'), 'a cat');
  await expect(startEmbeddedPostgres({ dataDir: foreign, log })).rejects.toMatchObject({ code: 'data_dir_foreign' });
  await expect(startEmbeddedPostgres({ dataDir: join(foreign, 'cat.jpg'), log })).rejects.toMatchObject({
    code: 'data_dir_foreign',
  });
  expect(existsSync(join(foreign, 'ombud.json'))).toBe(false);
});

test('a cluster of another PostgreSQL is named, not opened', async () => {
  await (await start()).stop();
  const version = join(dataDir, 'postgres', 'cluster', 'PG_VERSION');
  const ours = await readFile(version, 'utf8');
  await writeFile(version, '16\n');
  await expect(startEmbeddedPostgres({ dataDir, log })).rejects.toMatchObject({
    code: 'postgres_version',
    message: expect.stringContaining('PostgreSQL 16') as string,
  });
  await writeFile(version, ours);
});

test('settings that PostgreSQL refuses are told in one sentence', async () => {
  await (await start()).stop();
  const custom = join(dataDir, 'postgres', 'cluster', 'custom.conf');
  await writeFile(custom, 'shared_buffers = a lot\n');
  const refused = startEmbeddedPostgres({ dataDir, log });
  await expect(refused).rejects.toMatchObject({ code: 'postgres_failed' });
  await expect(refused).rejects.toThrow(/custom\.conf.*syntax error|contains errors/);
  await rm(custom);
});

test('a long path gets its socket in a short one', async () => {
  const long = join(folder, 'a-rather-long-name-'.repeat(5), 'data');
  const database = await startEmbeddedPostgres({ dataDir: long, log, durable: false });
  opened.push(database);
  expect(await query(database, 'select 1 as one')).toEqual([{ one: 1 }]);
  const socket = decodeURIComponent(new URL(database.ownerUrl).host.replace(/:5432$/, ''));
  await database.stop();
  expect(existsSync(socket)).toBe(false);
});

async function start(): Promise<EmbeddedPostgres> {
  const database = await startEmbeddedPostgres({ dataDir, log });
  opened.push(database);
  return database;
}

/** A whole program of its own that holds the database until it is killed. */
async function startProgram(kind = ''): Promise<ChildProcess> {
  const program = spawn(process.execPath, [fileURLToPath(new URL('hold-database.ts', import.meta.url)), dataDir, kind], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  programs.push(program);
  if (program.stdout) await once(program.stdout, 'data');
  return program;
}

async function postmaster(): Promise<number> {
  return Number((await readFile(pidFile(), 'utf8')).split('\n')[0]);
}

function pidFile(): string {
  return join(dataDir, 'postgres', 'cluster', 'postmaster.pid');
}

async function query(database: { ownerUrl: string }, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
