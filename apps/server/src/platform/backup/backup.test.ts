import { appendFile, cp, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findLooseEnds, sumFiles, sumRows } from '../../../../../tests/support/compare-desks.ts';
import { createEmptyDatabase, type TestDatabase } from '../../../../../tests/support/database.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { feedReadable } from '../../../../../tests/support/feed.ts';
import { aBrand, aCustomer, anAgent, anInbox, aWorkspace, type TestAgent } from '../../../../../tests/support/factories.ts';
import { insertFile, storeFile } from '../../features/files/index.ts';
import { systemActor } from '../auth/actor.ts';
import { systemClock } from '../clock/clock.ts';
import { createDatabase, createPool } from '../db/db.ts';
import { appendEvent, feedEnd, readFeed } from '../events/events.queries.ts';
import { createLocalFileStore } from '../files/file-store.ts';
import { createBackup, type CreateBackup } from './create-backup.ts';
import { connectForBackup, dropConnection } from './database.queries.ts';
import { filePath } from './manifest.ts';
import { refuseHalfRestored, restoreBackup } from './restore-backup.ts';
import { guardSpace } from './space.ts';
import { verifyBackup } from './verify-backup.ts';

let desk: TestDesk;
let root: string;
let owner: TestAgent;
let workspaceId: number;
let shas: string[];
const databases: TestDatabase[] = [];

beforeAll(async () => {
  desk = await openTestDesk();
  root = await mkdtemp(join(tmpdir(), 'ombud-backups-'));
  const { db } = desk.context;
  const workspace = await aWorkspace(db);
  workspaceId = workspace.id;
  owner = await anAgent(db, workspaceId, { role: 'owner' });
  const brand = await aBrand(db, workspaceId);
  await anInbox(db, workspaceId, { brandId: brand });
  const customer = await aCustomer(db, workspaceId, { brands: [brand] });
  for (const text of ['Tabs\tand\nnew lines', 'A back\\slash, \\N and \\.', 'Grüße, żółć, 日本, 🙂', '\\.']) {
    const answer = await desk.ask(owner, 'POST', '/api/v1/tickets', { subject: 'Strange signs', text, requester: { email: customer.email }, brand, tags: ['null'] });
    expect(answer.body).toMatchObject({ subject: 'Strange signs' });
  }
  shas = [];
  for (const content of ['one', 'two', 'three'.repeat(100_000)]) {
    const stored = await storeFile(desk.context, { content: Buffer.from(content), name: 'a.txt', type: 'text/plain' });
    await db.transaction().execute((tx) => insertFile(tx, systemActor(workspaceId), stored));
    shas.push(stored.sha256);
  }
});
afterAll(async () => {
  await desk.stop();
  for (const database of databases) await database.drop();
  await rm(root, { recursive: true, force: true });
});

async function backUp(options: Partial<CreateBackup> = {}) {
  const client = await connectForBackup(desk.ownerUrl);
  try {
    return await createBackup({ client, files: desk.context.files, root, reason: 'command', secret: { value: 'a secret for tests only', travels: true }, version: '0.0.0', clock: systemClock, ...options });
  } finally {
    await dropConnection(client);
  }
}

async function anEmptyPlace() {
  const database = await createEmptyDatabase();
  databases.push(database);
  const dataDir = await mkdtemp(join(root, 'data-'));
  return { ownerUrl: database.ownerUrl, dataDir, files: createLocalFileStore(join(dataDir, 'files')), secret: null };
}

const storeOf = () => join(desk.context.config.dataDir, 'files');

describe('a backup that is restored', () => {
  test('is the same desk: every row, every file, the secret, and what comes next', async () => {
    const { path } = await backUp();
    const manifest = await verifyBackup(path);
    const place = await anEmptyPlace();
    await restoreBackup({ folder: path, manifest, ...place });
    expect(await sumRows(place.ownerUrl)).toEqual(await sumRows(desk.ownerUrl));
    expect(await sumFiles(join(place.dataDir, 'files'))).toEqual(await sumFiles(storeOf()));
    expect(await findLooseEnds(place.ownerUrl, join(place.dataDir, 'files'))).toEqual([]);
    expect(await readFile(join(place.dataDir, 'secret'), 'utf8')).toBe('a secret for tests only\n');
    expect(await describeSchema(place.ownerUrl)).toEqual(await describeSchema(desk.ownerUrl));
    await refuseHalfRestored(place.ownerUrl, place.dataDir);
  });

  test('leaves no reader of the feed behind or waiting, wherever they stood', async () => {
    const { path, manifest } = await backUp();
    const { db } = desk.context;
    const scope = { workspaceId, brands: 'all' as const };
    const actor = systemActor(workspaceId);
    await feedReadable(db, workspaceId);
    const middle = (await readFeed(db, scope, { xid: '0', id: 0 }, 3)).at(-1)!;
    const rest = await readFeed(db, scope, middle, 1_000);
    // What the lost desk still did after the backup; a reader has seen it.
    await db.transaction().execute((tx) => appendEvent(tx, actor, { type: 'workspace.updated' }));
    await feedReadable(db, workspaceId);
    const beyond = await feedEnd(db, workspaceId);

    const place = await anEmptyPlace();
    await restoreBackup({ folder: path, manifest, ...place });
    const restored = createDatabase(createPool(place.ownerUrl, { max: 2 }));
    try {
      expect((await readFeed(restored, scope, middle, 1_000)).map(({ id }) => id)).toEqual(rest.map(({ id }) => id));
      const id = await restored.transaction().execute((tx) => appendEvent(tx, actor, { type: 'workspace.updated' }));
      await feedReadable(restored, workspaceId);
      for (const position of [middle, beyond]) expect((await readFeed(restored, scope, position, 1_000)).at(-1)?.id).toBe(id);
      expect(await readFeed(restored, scope, beyond, 1_000)).toHaveLength(1);
    } finally {
      await restored.destroy();
    }
  });

  test('goes nowhere where something is', async () => {
    const { path, manifest } = await backUp();
    const place = await anEmptyPlace();
    await expect(restoreBackup({ folder: path, manifest, ...place, ownerUrl: desk.ownerUrl })).rejects.toThrow(/holds something already .* empty one only/);
    expect(await readdir(place.dataDir)).toEqual([]);
  });

  test('needs the secret that it was made with, unless one does without', async () => {
    const { path, manifest } = await backUp({ secret: { value: 'a secret for tests only', travels: false } });
    const place = await anEmptyPlace();
    await expect(restoreBackup({ folder: path, manifest, ...place })).rejects.toThrow(/set OMBUD_SECRET/);
    await expect(restoreBackup({ folder: path, manifest, ...place, secret: 'a wrong secret of sixteen' })).rejects.toThrow(/not the one/);
    expect(await readdir(place.dataDir)).toEqual([]);
    await restoreBackup({ folder: path, manifest, ...place, secret: 'a secret for tests only' });
    expect(await readdir(place.dataDir)).toEqual(['files']);
  });

  test('of a newer Ombud is left alone', async () => {
    const { path, manifest } = await backUp();
    const place = await anEmptyPlace();
    const newer = { ...manifest, migrations: [...manifest.migrations, { name: '9999-later.sql', checksum: 'b'.repeat(64) }] };
    await expect(restoreBackup({ folder: path, manifest: newer, ...place })).rejects.toThrow(/This backup was made by a newer Ombud/);
    // Nothing is there, and the mark keeps a start from taking it for a desk.
    await expect(refuseHalfRestored(place.ownerUrl, place.dataDir)).rejects.toThrow(/was cut off: run it again/);
    await restoreBackup({ folder: path, manifest, ...place });
    expect(await sumRows(place.ownerUrl)).toEqual(await sumRows(desk.ownerUrl));
  });
});

describe('a tampered backup', () => {
  const spoil: [string, string, (path: string) => Promise<void>][] = [
    ['a table whose bytes changed', 'database/public.tickets.copy.gz', flip],
    ['a table that was cut', 'database/public.messages.copy.gz', async (path) => truncate(path, 40)],
    ['a table that is gone', 'database/identity.user.copy.gz', (path) => rm(path)],
    ['a list of files with one more', 'files.list', (path) => appendFile(path, `${'c'.repeat(64)} 1\n`)],
    ['another secret', 'secret', (path) => writeFile(path, 'b secret for tests only\n')],
    ['a manifest with other words', 'manifest.json', async (path) => writeFile(path, (await readFile(path, 'utf8')).replace('"command"', '"schedule"'))],
  ];
  test.each(spoil)('with %s is refused by the name of the part', async (_what, part, change) => {
    const folder = await spoiltCopy(part, change);
    await expect(verifyBackup(folder)).rejects.toThrow(`damaged: ${part}`);
  });

  test('with a changed file is refused by the file’s name', async () => {
    const part = filePath(shas[1]!);
    await expect(verifyBackup(await spoiltCopy(part, flip))).rejects.toThrow(`damaged: ${part}: its checksum is another`);
    await expect(verifyBackup(await spoiltCopy(part, (path) => rm(path)))).rejects.toThrow(`damaged: ${part}: it is missing`);
  });

  test('without manifest is none', async () => {
    await expect(verifyBackup(await spoiltCopy('manifest.json', (path) => rm(path)))).rejects.toThrow('is no whole backup');
  });
});

describe('making a backup', () => {
  test('the next one shares the files with the one before, and stands alone when that goes', async () => {
    const first = await backUp();
    const second = await backUp();
    expect(second.name).not.toBe(first.name);
    const [one, two] = await Promise.all([first, second].map(({ path }) => stat(join(path, filePath(shas[2]!)))));
    expect(two?.ino).toBe(one?.ino);
    expect(two?.ino).not.toBe((await stat(join(storeOf(), shas[2]!.slice(0, 2), shas[2]!))).ino);
    await rm(first.path, { recursive: true });
    expect((await verifyBackup(second.path)).files).toMatchObject({ count: 3, missing: null });
  });

  test('is private: nobody else may read the folder', async () => {
    const { path } = await backUp();
    expect((await stat(path)).mode & 0o077).toBe(0);
    expect((await stat(join(path, 'secret'))).mode & 0o777).toBe(0o600);
  });

  test('a file that the store has lost or damaged is listed and keeps nothing else from being saved', async () => {
    const { db } = desk.context;
    const alone = await mkdtemp(join(root, 'alone-'));
    const stored = await storeFile(desk.context, { content: Buffer.from('soon gone'), name: 'a.txt', type: 'text/plain' });
    await db.transaction().execute((tx) => insertFile(tx, systemActor(workspaceId), stored));
    const path = join(storeOf(), stored.sha256.slice(0, 2), stored.sha256);
    try {
      await flip(path);
      const { path: folder, manifest } = await backUp({ root: alone });
      expect(manifest.files).toMatchObject({ count: 3, missing: { count: 1 } });
      expect(await readFile(join(folder, 'missing.list'), 'utf8')).toBe(`${stored.sha256}\n`);
      await verifyBackup(folder);
    } finally {
      await db.deleteFrom('files').where('workspace_id', '=', workspaceId).where('sha256', '=', stored.sha256).execute();
      await rm(path);
    }
  });

  test('two at once are one and a clear word', async () => {
    const client = await connectForBackup(desk.ownerUrl);
    try {
      await expect(backUp()).rejects.toThrow('Another backup is being made');
    } finally {
      await dropConnection(client);
    }
  });

  test('that is stopped leaves nothing', async () => {
    const empty = await mkdtemp(join(root, 'stopped-'));
    const stop = new AbortController();
    await expect(backUp({ root: empty, signal: stop.signal, onProgress: () => stop.abort() })).rejects.toMatchObject({ code: 'stopped' });
    expect(await readdir(empty)).toEqual([]);
  });

  test('begins only where there is room, and stops when that goes', async () => {
    const free = (bytes: number) => guardSpace('/backups', () => Promise.resolve(bytes));
    await free(1_000_000_000).need(500_000_000);
    await expect(free(1_000_000_000).need(800_000_000)).rejects.toMatchObject({ code: 'no_space' });
    const shrinking = free(100_000_000);
    await shrinking.wrote(1_000);
    await expect(shrinking.wrote(70_000_000)).rejects.toThrow(/268 MB|269 MB/);
  });

  test('every schema of the database is either kept or can be rebuilt', async () => {
    const client = new pg.Client({ connectionString: desk.ownerUrl });
    await client.connect();
    const { rows } = await client.query<{ name: string }>("select distinct n.nspname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema' order by 1");
    await client.end();
    // graphile_worker holds only what the clock starts; ombud holds the migrations, which stand in the manifest.
    expect(rows.map(({ name }) => name)).toEqual(['graphile_worker', 'identity', 'ombud', 'public']);
  });
});

async function flip(path: string): Promise<void> {
  const bytes = await readFile(path);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(path, bytes);
}

async function spoiltCopy(part: string, change: (path: string) => Promise<void>): Promise<string> {
  const { path } = await backUp();
  const folder = await mkdtemp(join(root, 'spoilt-'));
  await cp(path, folder, { recursive: true });
  await change(join(folder, part));
  return folder;
}

/** Keys, indexes, what is known of their columns, columns and rights, as the database tells them. */
async function describeSchema(ownerUrl: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: ownerUrl, options: '-c search_path=public' });
  await client.connect();
  try {
    const { rows } = await client.query(`
      select conrelid::regclass::text as what, conname::text as name, pg_get_constraintdef(oid) as text, convalidated::text as more from pg_constraint where connamespace in ('public'::regnamespace, 'identity'::regnamespace)
      union all select tablename, indexname, indexdef, '' from pg_indexes where schemaname in ('public', 'identity')
      union all select a.attrelid::regclass::text, a.attname, a.attstattarget::text, 'statistics' from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.relnamespace in ('public'::regnamespace, 'identity'::regnamespace) and a.attstattarget >= 0
      union all select table_name, column_name, data_type, coalesce(column_default, '') from information_schema.columns where table_schema in ('public', 'identity')
      union all select relname, coalesce(relacl::text, ''), relkind::text, '' from pg_class where relnamespace in ('public'::regnamespace, 'identity'::regnamespace) and relkind <> 'i'
      union all select sequencename, last_value::text, '', '' from pg_sequences where schemaname in ('public', 'identity') and sequencename <> 'backup_runs_id_seq'
      order by 1, 2, 3`);
    return rows;
  } finally {
    await client.end();
  }
}
