import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { differing, findLooseEnds, sumFiles, sumRows } from '../../../../../tests/support/compare-desks.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { aBrand, anAgent, anInbox, aWorkspace } from '../../../../../tests/support/factories.ts';
import { insertFile, storeFile } from '../../features/files/index.ts';
import { systemActor } from '../auth/actor.ts';
import { systemClock } from '../clock/clock.ts';
import { openEmbeddedPostgres } from '../db/embedded/index.ts';
import { createLocalFileStore } from '../files/file-store.ts';
import { createBackup } from './create-backup.ts';
import { connectForBackup, dropConnection } from './database.queries.ts';
import { restoreBackup } from './restore-backup.ts';
import { verifyBackup } from './verify-backup.ts';

let desk: TestDesk;
let folder: string;

beforeAll(async () => {
  desk = await openTestDesk();
  folder = await mkdtemp(join(tmpdir(), 'ombud-own-postgres-'));
});
afterAll(async () => {
  await desk.stop();
  await rm(folder, { recursive: true, force: true });
});

// On the system's PostgreSQL (OMBUD_TEST_DATABASE_URL) that is the way from an older major version into a newer one.
test('a backup out of any PostgreSQL that Ombud runs on goes into the program’s own, every row and file the same', async () => {
  const { db } = desk.context;
  const workspace = await aWorkspace(db);
  const brand = await aBrand(db, workspace.id);
  await anInbox(db, workspace.id, { brandId: brand });
  const agent = await anAgent(db, workspace.id, { role: 'owner' });
  for (const text of ['Tabs\tand\nnew lines', 'Grüße, żółć, 日本, 🙂', '\\.']) {
    const made = await desk.ask(agent, 'POST', '/api/v1/tickets', { subject: 'Strange signs', text, requester: { email: 'maja@firm.example' }, brand, tags: ['null'] });
    expect(made.status, JSON.stringify(made.body)).toBe(201);
  }
  const stored = await storeFile(desk.context, { content: Buffer.from('A file'), name: 'a.txt', type: 'text/plain' });
  await db.transaction().execute((tx) => insertFile(tx, systemActor(workspace.id), stored));

  const client = await connectForBackup(desk.ownerUrl);
  const { path } = await createBackup({ client, files: desk.context.files, root: join(folder, 'backups'), reason: 'command', secret: { value: 'a secret for tests only', travels: true }, version: '0.0.0', clock: systemClock }).finally(() => dropConnection(client));
  const dataDir = join(folder, 'data');
  const own = await openEmbeddedPostgres({ dataDir, log: () => undefined });
  try {
    await restoreBackup({ folder: path, manifest: await verifyBackup(path), ownerUrl: own.ownerUrl, dataDir, files: createLocalFileStore(join(dataDir, 'files')), secret: null });
    expect(await versionOf(own.ownerUrl)).toBeGreaterThanOrEqual(await versionOf(desk.ownerUrl));
    expect(differing(await sumRows(own.ownerUrl), await sumRows(desk.ownerUrl))).toEqual([]);
    expect(await sumFiles(join(dataDir, 'files'))).toEqual(await sumFiles(join(desk.context.config.dataDir, 'files')));
    expect(await findLooseEnds(own.ownerUrl, join(dataDir, 'files'))).toEqual([]);
  } finally {
    await own.stop();
  }
}, 120_000);

async function versionOf(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ version: number }>(`select current_setting('server_version_num')::int / 10000 as version`);
  await client.end();
  return rows[0]!.version; // a setting is always there
}
