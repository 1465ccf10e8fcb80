import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { migrateOn, migrateTo, prepareMigrating } from '../db/migrate.ts';
import type { FileStore } from '../files/file-store.ts';
import { BackupProblem } from './backup-problem.ts';
import { connectForRestore, dropConnection, emptyTables, liftConstraints, markRestored, raiseFeedOffset, refuseUsedDatabase, setSequences, wasRestored, writeRows } from './database.queries.ts';
import { filePath, secretCheck, secretFile, tableFile, type Manifest } from './manifest.ts';
import { decompress, writeDurably } from './parts.ts';
import { listFiles } from './verify-backup.ts';

export type RestoreBackup = {
  /** The folder of a verified backup. */
  folder: string;
  manifest: Manifest;
  ownerUrl: string;
  dataDir: string;
  files: FileStore;
  /** From OMBUD_SECRET or the data folder; null when there is none yet. */
  secret: string | null;
  /** Begin with a new secret where the right one is lost: what it sealed is lost with it. */
  newSecret?: boolean;
  say?: (line: string) => void;
};

const markOf = (dataDir: string) => join(dataDir, 'restoring');
const filesAtOnce = 8;

/**
 * Fills an empty database and a data folder. All rows come in one transaction, behind the files: killed at any moment it
 * leaves an empty database and a mark, or a whole desk. With the mark the program does not start; a second restore begins anew.
 * @throws BackupProblem not_empty | wrong_secret | busy
 */
export async function restoreBackup(options: RestoreBackup): Promise<void> {
  const { folder, manifest, ownerUrl, dataDir, say = () => undefined } = options;
  const client = await connectForRestore(ownerUrl);
  try {
    if (await endedMeanwhile(client, dataDir)) throw new BackupProblem('not_empty', 'The restore before had come to its end: the desk is there, start it.');
    await refuseUsedDatabase(client);
    const secret = await chooseSecret(options);
    const restoreId = randomUUID();
    await writeDurably(markOf(dataDir), `${restoreId}\n`, 0o644);
    if (secret !== null) await placeSecret(dataDir, secret);
    say(`Restoring ${manifest.files.count} files …`);
    await restoreFiles(folder, options.files);
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    say(`Restoring ${rows} rows …`);
    await restoreDatabase(client, folder, manifest, restoreId);
    await rm(markOf(dataDir));
    say('Gathering what the query planner needs to know …');
    await client.query('analyze');
  } finally {
    await dropConnection(client);
  }
}

/**
 * For the start: lets a desk start whose restore came to its end, even if it was killed right behind it.
 * @throws BackupProblem not_empty when a restore was cut off
 */
export async function refuseHalfRestored(ownerUrl: string, dataDir: string): Promise<void> {
  if ((await readMark(dataDir)) === null) return;
  const client = await connectForRestore(ownerUrl);
  try {
    if (await endedMeanwhile(client, dataDir)) return;
  } finally {
    await client.end();
  }
  throw cutOff(dataDir);
}

/** Whether a restore has begun in the data folder of which nobody knows yet that it came to its end. */
export async function hasBegunRestore(dataDir: string): Promise<boolean> {
  return (await readMark(dataDir)) !== null;
}

export function cutOff(dataDir: string): BackupProblem {
  return new BackupProblem('not_empty', `A restore into ${dataDir} was cut off: run it again. (To begin with an empty desk instead, remove ${markOf(dataDir)}.)`);
}

async function endedMeanwhile(client: pg.Client, dataDir: string): Promise<boolean> {
  const restoreId = await readMark(dataDir);
  if (restoreId === null || !(await wasRestored(client, restoreId))) return false;
  await rm(markOf(dataDir), { force: true });
  return true;
}

async function readMark(dataDir: string): Promise<string | null> {
  return readFile(markOf(dataDir), 'utf8').then((text) => text.trim(), () => null);
}

/** The secret to write into the data folder; null when the right one is in use already. */
async function chooseSecret({ folder, manifest, secret, newSecret = false }: RestoreBackup): Promise<string | null> {
  const { check, part } = manifest.secret;
  if (newSecret || (secret !== null && secretCheck(secret) === check)) return null;
  if (secret !== null)
    throw new BackupProblem('wrong_secret', 'The secret here (OMBUD_SECRET, or the data folder’s) is not the one that this backup was made with: give that one, or --secret new to do without it.');
  if (!part) throw new BackupProblem('wrong_secret', 'This backup does not hold the installation’s secret: set OMBUD_SECRET to it, or give --secret new to do without it.');
  return (await readFile(join(folder, secretFile), 'utf8')).trim();
}

/** Whole or not at all: half a secret would be another one for the second restore. */
async function placeSecret(dataDir: string, secret: string): Promise<void> {
  await writeDurably(join(dataDir, 'secret.new'), `${secret}\n`);
  await rename(join(dataDir, 'secret.new'), join(dataDir, 'secret'));
}

async function restoreFiles(folder: string, files: FileStore): Promise<void> {
  const running = new Set<Promise<void>>();
  const one = async (sha: string) => {
    // Also over one that is there: it may be the damaged one.
    const stored = await files.put(createReadStream(join(folder, filePath(sha))));
    if (stored.sha256 !== sha) throw new BackupProblem('damaged', `The backup is damaged: ${filePath(sha)} changed while it was read.`);
  };
  for await (const { sha } of listFiles(folder)) {
    const work = one(sha).finally(() => running.delete(work));
    running.add(work);
    if (running.size >= filesAtOnce) await Promise.race(running);
  }
  await Promise.all(running);
}

async function restoreDatabase(client: pg.Client, folder: string, manifest: Manifest, restoreId: string): Promise<void> {
  await prepareMigrating(client);
  await client.query('begin');
  await migrateTo(client, manifest.migrations);
  await emptyTables(client, manifest.tables);
  const again = await liftConstraints(client);
  for (const table of manifest.tables) await pipeline(createReadStream(join(folder, tableFile(table))), decompress(), writeRows(client, table));
  await setSequences(client, manifest.sequences);
  for (const statement of again) await client.query(statement);
  await migrateOn(client);
  await raiseFeedOffset(client);
  await markRestored(client, restoreId);
  await client.query('commit');
}
