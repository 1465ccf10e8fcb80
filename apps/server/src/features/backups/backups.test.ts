import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { wholeFeed } from '../../../../../tests/support/feed.ts';
import { anAgent, aWorkspace, type TestAgent } from '../../../../../tests/support/factories.ts';
import { connectForBackup, dropConnection } from '../../platform/backup/database.queries.ts';
import { readManifest } from '../../platform/backup/manifest.ts';
import { verifyBackup } from '../../platform/backup/verify-backup.ts';
import { startBackupWorker, type BackupWorker } from './backup-worker.ts';
import { runBackup } from './run-backup.ts';

let desk: TestDesk;
let admin: TestAgent;
let lead: TestAgent;
let folder: string;
let worker: BackupWorker | null = null;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ombud-backups-'));
  desk = await openTestDesk({ OMBUD_BACKUP_DIR: folder, OMBUD_BACKUP_DAILY: '1', OMBUD_BACKUP_WEEKLY: '0', OMBUD_LOG: 'silent' });
  const { id } = await aWorkspace(desk.context.db);
  admin = await anAgent(desk.context.db, id, { role: 'admin' });
  lead = await anAgent(desk.context.db, id, { role: 'lead' });
});
beforeEach(async () => {
  await desk.context.db.deleteFrom('identity.backup_runs').execute();
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true });
});
afterEach(async () => {
  await worker?.stop();
  worker = null;
});
afterAll(async () => {
  await desk.stop();
  await rm(folder, { recursive: true, force: true });
});

const list = async () => (await desk.ask(admin, 'GET', '/api/v1/backups')).body.items;
const work = () => (worker = startBackupWorker(desk.context, { databaseUrl: desk.ownerUrl, version: '0.0.0' }));
const command = () => runBackup(desk.context, { databaseUrl: desk.ownerUrl, reason: 'command', version: '0.0.0' });

test('who asks for one gets one, sees its end, and finds it whole', async () => {
  work();
  const asked = await desk.ask(admin, 'POST', '/api/v1/backups');
  expect(asked).toMatchObject({ status: 202, body: { reason: 'asked', finished_at: null } });
  await expect.poll(async () => (await list())[0]?.status, { timeout: 20_000 }).toBe('done');
  const [backup] = await list();
  expect(backup).toMatchObject({ id: asked.body.id, error: null, files: 0, files_missing: 0, progress: null });
  expect(backup.folder.startsWith(`${folder}/ombud-`)).toBe(true);
  const manifest = await verifyBackup(backup.folder);
  // OMBUD_SECRET is kept by the environment here, so it does not go along.
  expect(manifest).toMatchObject({ reason: 'asked', secret: { part: null } });
  expect(backup.size).toBeGreaterThan(100);
});

test('only administrators see them and ask for them', async () => {
  expect((await desk.ask(lead, 'GET', '/api/v1/backups')).status).toBe(403);
  expect((await desk.ask(lead, 'GET', '/api/v1/backups/plan')).status).toBe(403);
  expect((await desk.ask(lead, 'POST', '/api/v1/backups')).status).toBe(403);
});

test('several who ask at once ask for the same one, and the feed says who did', async () => {
  const answers = await Promise.all([1, 2, 3].map(() => desk.ask(admin, 'POST', '/api/v1/backups')));
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  const told = (await wholeFeed(desk, admin)).filter(({ type, data }) => type === 'backup.requested' && data['backup_id'] === answers[0]?.body.id);
  expect(told).toMatchObject([{ actor: { type: 'agent', id: admin.id } }]);
});

test('the plan tells the next time and what is kept', async () => {
  const { body } = await desk.ask(admin, 'GET', '/api/v1/backups/plan');
  expect(body).toMatchObject({ daily: true, folder, keep: { daily: 1, weekly: 0 }, secret_included: false });
  expect(body.next_at).toMatch(/T02:30:00/);
});

test('the day’s one is made without asking, once', async () => {
  const { db } = desk.context;
  await db.updateTable('identity.workspaces').set({ created_at: new Date(Date.now() - 3 * 86_400_000) }).execute();
  const looking = work();
  await looking.look();
  await expect.poll(async () => (await list())[0]?.status, { timeout: 20_000 }).toBe('done');
  await looking.look();
  expect((await list()).map(({ reason }: { reason: string }) => reason)).toEqual(['schedule']);
  await db.updateTable('identity.workspaces').set({ created_at: new Date() }).execute();
});

test('old ones are rotated out with a word in the list, and nothing else in the folder is touched', async () => {
  await mkdir(join(folder, 'mine'));
  await mkdir(join(folder, 'ombud-of-another-desk'));
  await writeFile(join(folder, 'ombud-of-another-desk', 'manifest.json'), '{}');
  for (let count = 0; count < 5; count += 1) await command();
  expect((await readdir(folder)).filter((name) => /^ombud-\d/.test(name))).toHaveLength(3);
  expect(await readdir(folder)).toEqual(expect.arrayContaining(['mine', 'ombud-of-another-desk']));
  expect((await list()).map(({ removed_at }: { removed_at: string | null }) => removed_at !== null)).toEqual([false, false, false, true, true]);
});

test('one that was killed is told as such, what it left goes, and the next is made', async () => {
  const { db } = desk.context;
  await db.insertInto('identity.backup_runs').values({ reason: 'schedule', status: 'running' }).execute();
  const check = (await readManifest((await command()).path)).secret.check;
  expect((await list()).map(({ status, error }: { status: string; error: string | null }) => [status, error])).toEqual([['done', null], ['failed', 'interrupted']]);
  await mkdir(join(folder, `.unfinished-${check}-dead`));
  await mkdir(join(folder, '.unfinished-0000000000000000-others'));
  await command();
  expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual(['.unfinished-0000000000000000-others']);
});

test('a run whose process is gone does not stay under way for ever', async () => {
  await desk.context.db.insertInto('identity.backup_runs').values({ reason: 'asked', status: 'running' }).execute();
  const looking = work();
  const alive = await connectForBackup(desk.ownerUrl);
  await looking.look();
  expect((await list())[0].status).toBe('running');
  await dropConnection(alive);
  await looking.look();
  expect((await list())[0]).toMatchObject({ status: 'failed', error: 'interrupted' });
});

test('a folder that cannot be written to is said so', async () => {
  const file = join(folder, 'file');
  await writeFile(file, '');
  await chmod(file, 0o400);
  await expect(runBackup(desk.context, { databaseUrl: desk.ownerUrl, reason: 'command', version: '0.0.0', folder: join(file, 'below') })).rejects.toMatchObject({ code: 'not_writable' });
  expect((await list())[0]).toMatchObject({ status: 'failed', error: 'not_writable' });
});
