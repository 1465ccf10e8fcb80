import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createEmptyDatabase, type TestDatabase } from '../../../../tests/support/database.ts';
import { readConfig } from '../config.ts';
import { restoreBackup } from '../platform/backup/restore-backup.ts';
import { verifyBackup } from '../platform/backup/verify-backup.ts';
import { migrate } from '../platform/db/migrate.ts';
import { createLocalFileStore } from '../platform/files/file-store.ts';
import { upgrade } from './upgrade.ts';

const others = 'select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';
const migrations = fileURLToPath(new URL('../../migrations/', import.meta.url));

let folder: string;
let database: TestDatabase;
let said: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ombud-upgrade-'));
  database = await createEmptyDatabase();
  said = [];
});
afterEach(async () => {
  // The job queue's own migration closes its connections a moment later.
  await expect.poll(() => ask(others), { timeout: 15_000 }).toEqual([]);
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

async function ask<Row extends object>(statement: string, url = database.ownerUrl): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

/** The migrations of an older version: those before backups. */
async function oldMigrations(): Promise<string> {
  const files = join(folder, 'old');
  await cp(migrations, files, { recursive: true, filter: (path) => !/\/0{0,3}[0-9]{1,4}-/.test(path) || path < join(migrations, '0008') });
  return `${files}/`;
}

async function anOldDesk(): Promise<string> {
  const files = await oldMigrations();
  await migrate(database.ownerUrl, () => undefined, { files });
  await ask("insert into identity.workspaces (slug, name) values ('firm', 'A firm')");
  await ask("insert into events (workspace_id, type, actor_type) select id, 'workspace.updated', 'system' from identity.workspaces");
  return files;
}

const config = (env: Record<string, string> = {}) => readConfig({ OMBUD_DATA_DIR: join(folder, 'data'), ...env });

test('data of an older version is backed up first, then migrated, and the backup stands in the list', async () => {
  await anOldDesk();
  await upgrade(database.ownerUrl, config(), (line) => said.push(line));
  const [run] = await ask<{ reason: string; status: string; folder: string }>('select reason, status, folder from identity.backup_runs');
  expect(run).toMatchObject({ reason: 'upgrade', status: 'done' });
  expect(said.join('\n')).toContain(`The backup is in ${run?.folder}.`);
  const manifest = await verifyBackup(run?.folder ?? '');
  expect(manifest.migrations.map(({ name }) => name)).not.toContain('0008-backups.sql');

  // The backup of the old version comes back in this one: at its own schema first, then forward.
  const target = await createEmptyDatabase();
  try {
    await restoreBackup({ folder: run?.folder ?? '', manifest, ownerUrl: target.ownerUrl, dataDir: folder, files: createLocalFileStore(join(folder, 'files')), secret: null });
    expect(await ask('select slug from identity.workspaces', target.ownerUrl)).toEqual([{ slug: 'firm' }]);
    expect(await ask("select name from ombud.migrations where name = '0008-backups.sql'", target.ownerUrl)).toHaveLength(1);
    await expect.poll(() => ask('select 1 as behind from events where xid >= ombud.feed_end()', target.ownerUrl), { timeout: 15_000 }).toEqual([]);
    expect((await migrate(target.ownerUrl)).applied).toEqual([]);
  } finally {
    await expect.poll(() => ask(others, target.ownerUrl), { timeout: 15_000 }).toEqual([]);
    await target.drop();
  }
});

test('a second start, and a first one, make no backup', async () => {
  await upgrade(database.ownerUrl, config(), (line) => said.push(line));
  await upgrade(database.ownerUrl, config(), (line) => said.push(line));
  expect(await ask('select * from identity.backup_runs')).toEqual([]);
  expect(said.join('\n')).not.toContain('Backing up');
});

test('where the backup cannot be made, nothing is changed and one sentence says why', async () => {
  await anOldDesk();
  await writeFile(join(folder, 'file'), '');
  await expect(upgrade(database.ownerUrl, config({ OMBUD_BACKUP_DIR: join(folder, 'file', 'x') }), () => undefined)).rejects.toThrow(/^The backup before the upgrade failed, so nothing was changed: .* OMBUD_BACKUPS=off\.$/);
  expect(await ask("select to_regclass('identity.backup_runs') as there")).toEqual([{ there: null }]);
});

test('without automatic backups the start says that none was made', async () => {
  await anOldDesk();
  await upgrade(database.ownerUrl, config({ OMBUD_BACKUPS: 'off' }), (line) => said.push(line));
  await expect(readdir(join(folder, 'data', 'backups'))).rejects.toThrow('ENOENT');
  expect(said.join('\n')).toContain('without a backup');
});

test('a migration that fails changes nothing, not even by those before it, and the old version starts again', async () => {
  const old = await anOldDesk();
  const broken = join(folder, 'broken/');
  await cp(old, broken, { recursive: true });
  await writeFile(join(broken, '0050-fine.sql'), "create table identity.fine (id int); update identity.workspaces set name = 'Changed';");
  await writeFile(join(broken, '0051-broken.sql'), 'alter table events add column more int; select 1/0;');
  const before = await ask('select table_schema, table_name, column_name from information_schema.columns order by 1, 2, 3');
  await expect(migrate(database.ownerUrl, () => undefined, { files: broken })).rejects.toThrow(/^Migration 0051-broken.sql failed and changed nothing, so the version before still works: division by zero$/);
  expect(await ask('select table_schema, table_name, column_name from information_schema.columns order by 1, 2, 3')).toEqual(before);
  expect(await ask('select name from identity.workspaces')).toEqual([{ name: 'A firm' }]);
  expect((await migrate(database.ownerUrl, () => undefined, { files: old })).applied).toEqual([]);
});
