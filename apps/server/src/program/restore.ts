import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { Manifest } from '../platform/backup/manifest.ts';
import { restoreBackup } from '../platform/backup/restore-backup.ts';
import { verifyBackup } from '../platform/backup/verify-backup.ts';
import { markDataDir, setClusterAside, startEmbeddedPostgres, type EmbeddedPostgres } from '../platform/db/embedded/index.ts';
import { migrate } from '../platform/db/migrate.ts';
import { createLocalFileStore } from '../platform/files/file-store.ts';
import { isLeftByRestore } from './database.ts';
import { databaseFailure } from './failures.ts';

/**
 * Fills an empty data folder, and the program's own PostgreSQL or the empty one of DATABASE_URL, from a backup that was
 * read through before.
 * @throws BackupProblem, StartError, StartProblem, MigrationError
 */
export async function restore(config: Config, folder: string, options: { newSecret: boolean }, say: (line: string) => void): Promise<Manifest> {
  say('Reading the backup through …');
  const manifest = await verifyBackup(folder);
  const target = await openTarget(config, say);
  try {
    const files = createLocalFileStore(join(config.dataDir, 'files'));
    const secret = config.secret ?? (await readFile(join(config.dataDir, 'secret'), 'utf8').then((text) => text.trim(), () => null));
    await restoreBackup({ folder, manifest, ownerUrl: target.ownerUrl, dataDir: config.dataDir, files, secret, say, ...options });
    await migrate(target.ownerUrl); // the job queue's own tables
    return manifest;
  } catch (error) {
    throw config.databaseUrl === null ? error : databaseFailure(error, config.databaseUrl);
  } finally {
    await target.stop();
  }
}

async function openTarget(config: Config, say: (line: string) => void): Promise<{ ownerUrl: string; stop(): Promise<void> }> {
  if (config.databaseUrl === null) return startOwn(config, say);
  await markDataDir(config.dataDir);
  return { ownerUrl: config.databaseUrl, stop: () => Promise.resolve() };
}

/** One that a restore before has left, and that does not start, is replaced: all that it could hold is in the backup. */
async function startOwn({ dataDir }: Config, say: (line: string) => void): Promise<EmbeddedPostgres> {
  const start = () => startEmbeddedPostgres({ dataDir, log: say, holder: 'command' });
  try {
    return await start();
  } catch (error) {
    if (!(await isLeftByRestore(error, dataDir))) throw error;
    say(`The database that the restore before has left does not start; it was moved to ${await setClusterAside(dataDir)}.`);
    return start();
  }
}
