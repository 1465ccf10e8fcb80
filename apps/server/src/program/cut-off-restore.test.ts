import { chmod, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { differing, sumRows } from '../../../../tests/support/compare-desks.ts';
import { openTestDesk, type TestDesk } from '../../../../tests/support/desk.ts';
import { aWorkspace } from '../../../../tests/support/factories.ts';
import { readConfig } from '../config.ts';
import { createBackup } from '../platform/backup/create-backup.ts';
import { connectForBackup, dropConnection } from '../platform/backup/database.queries.ts';
import { systemClock } from '../platform/clock/clock.ts';
import { openEmbeddedPostgres } from '../platform/db/embedded/index.ts';
import { openDatabase } from './database.ts';
import { restore } from './restore.ts';

let desk: TestDesk;
let folder: string;

beforeAll(async () => {
  desk = await openTestDesk();
  folder = await mkdtemp(join(tmpdir(), 'ombud-cut-off-'));
  await chmod(folder, 0o755); // for the database's user
});
afterAll(async () => {
  await desk.stop();
  await rm(folder, { recursive: true, force: true });
});

test('a PostgreSQL that a killed restore has left and that does not start is told as such, and the next restore makes another', async () => {
  await aWorkspace(desk.context.db);
  const client = await connectForBackup(desk.ownerUrl);
  const { path } = await createBackup({ client, files: desk.context.files, root: join(folder, 'backups'), reason: 'command', secret: { value: 'a secret for tests only', travels: true }, version: '0.0.0', clock: systemClock }).finally(() => dropConnection(client));
  const dataDir = join(folder, 'data');
  await (await openEmbeddedPostgres({ dataDir, log: () => undefined })).stop();
  await truncate(join(dataDir, 'postgres', 'cluster', 'global', 'pg_control'), 0);
  const config = readConfig({ OMBUD_DATA_DIR: dataDir, PORT: '0', OMBUD_SMTP_PORT: '0' }, []);
  const start = () => openDatabase(config, () => undefined, () => undefined);
  const said: string[] = [];
  const again = () => restore(config, path, { newSecret: false }, (line) => said.push(line));

  // Without a restore it is a desk, which nobody replaces.
  await expect(start()).rejects.toThrow(/^PostgreSQL did not start/);
  await expect(again()).rejects.toThrow(/^PostgreSQL did not start/);

  await writeFile(join(dataDir, 'restoring'), 'b5e4a9be-58a3-4b9a-8a4c-0a4c7c1f4f0e\n');
  await expect(start()).rejects.toThrow(/^A restore into .* was cut off: run it again/);
  await again();
  expect(said.find((line) => line.includes('does not start'))).toContain(join(dataDir, 'postgres', 'cluster.aside'));
  const database = await start();
  try {
    expect(differing(await sumRows(database.url), await sumRows(desk.ownerUrl))).toEqual([]);
  } finally {
    await database.stop();
  }
}, 120_000);
