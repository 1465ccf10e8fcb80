import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Transform } from 'node:stream';
import type pg from 'pg';
import type { Clock } from '../clock/clock.ts';
import { monotonicNow } from '../clock/clock.ts';
import type { FileStore } from '../files/file-store.ts';
import { BackupProblem, fromFolder } from './backup-problem.ts';
import { backupName, listBackups, openUnfinished } from './backup-folder.ts';
import { copyFiles } from './copy-files.ts';
import { beginSnapshot, listTables, readFileNames, readRows, readSequences, readVersions } from './database.queries.ts';
import { formatVersion, placeManifest, secretCheck, secretFile, tableFile, type Manifest, type TablePart } from './manifest.ts';
import { countLines, syncFolder, writeCompressed, writeDurably, writeMeasured } from './parts.ts';
import type { BackupProgress } from './progress.ts';
import { guardSpace, type SpaceGuard } from './space.ts';

export type CreateBackup = {
  /** From `connectForBackup`. */
  client: pg.Client;
  files: FileStore;
  /** The folder that backups lie in; made if need be. */
  root: string;
  reason: Manifest['reason'];
  /** The installation's secret, and whether it goes into the backup. */
  secret: { value: string; travels: boolean };
  version: string;
  clock: Clock;
  onProgress?: (progress: BackupProgress) => void;
  signal?: AbortSignal;
  /** Rests as long as it works: for a backup beside people who work. */
  gentle?: boolean;
};

export type CreatedBackup = { name: string; path: string; manifest: Manifest; size: number };

/**
 * Makes one whole backup in a folder of its own, which gets its name at the very end. Whatever ends it before leaves a
 * folder without manifest under a hidden name.
 * @throws BackupProblem no_space | not_writable | stopped
 */
export async function createBackup(options: CreateBackup): Promise<CreatedBackup> {
  const { root, secret, clock, signal = new AbortController().signal } = options;
  const check = secretCheck(secret.value);
  const madeAt = clock.now();
  try {
    const folder = await openUnfinished(root, check);
    try {
      const space = guardSpace(root);
      const database = await writeDatabase(options, folder, space, signal);
      const [previous] = await listBackups(root, check);
      const files = await copyFiles({ ...options, folder, previous: previous?.path ?? null, space, signal });
      const secretPart = secret.travels ? await writeDurably(join(folder, secretFile), `${secret.value}\n`) : null;
      const manifest: Manifest = {
        format: 'ombud-backup', version: formatVersion, made_at: madeAt.toISOString(), reason: options.reason, ombud: options.version,
        ...database, files, secret: { check, part: secretPart },
      };
      await syncFolder(join(folder, 'database'));
      await placeManifest(folder, manifest);
      const { name, path } = await giveName(root, folder, backupName(madeAt));
      return { name, path, manifest, size: sizeOf(manifest) };
    } catch (error) {
      await rm(folder, { recursive: true, force: true }).catch(() => undefined);
      throw error;
    }
  } catch (error) {
    if (signal.aborted) throw new BackupProblem('stopped', 'The backup was stopped before its end.', { cause: error });
    throw fromFolder(error, root);
  }
}

/** In bytes, as if it lay alone: files that backups share count in each. */
export function sizeOf({ tables, files, secret }: Manifest): number {
  return tables.reduce((sum, { size }) => sum + size, 0) + files.bytes + files.list.size + (files.missing?.size ?? 0) + (secret.part?.size ?? 0);
}

async function writeDatabase(options: CreateBackup, folder: string, space: SpaceGuard, signal: AbortSignal): Promise<Pick<Manifest, 'postgres' | 'migrations' | 'tables' | 'sequences'>> {
  const { client, onProgress = () => undefined, gentle = false } = options;
  await mkdir(join(folder, 'database'), { mode: 0o700 });
  await beginSnapshot(client);
  const versions = await readVersions(client);
  const tables = await listTables(client);
  const total = tables.reduce((sum, { bytes }) => sum + bytes, 0);
  await space.need(total / 2); // compressed rows took a third to a half of what the tables do
  const parts: TablePart[] = [];
  let before = 0;
  for (const table of tables) {
    signal.throwIfAborted();
    const { bytes, ...named } = table;
    const counted = countLines();
    let passed = 0;
    const watch = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        passed += chunk.length;
        onProgress({ phase: 'database', done: Math.round(before + Math.min(passed, bytes)), total: Math.round(total) });
        space.wrote(chunk.length / 2).then(() => done(null, chunk), done);
      },
    });
    const part = await writeCompressed(join(folder, tableFile(table)), readRows(client, table), [counted.stream, watch, ...(gentle ? [pace(signal)] : [])], signal);
    parts.push({ ...named, rows: counted.lines(), ...part });
    before += bytes;
  }
  const sequences = await readSequences(client);
  await writeMeasured(join(folder, 'names.tmp'), await readFileNames(client), signal);
  await client.query('commit');
  return { ...versions, tables: parts, sequences };
}

/** Lets through as much as was worked for as long again, so that half of the time is others'. */
function pace(signal: AbortSignal): Transform {
  let worked = monotonicNow();
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes < 1_000_000) return done(null, chunk);
      bytes = 0;
      const rest = Math.min(250, monotonicNow() - worked);
      void sleep(rest, undefined, { signal }).then(
        () => {
          worked = monotonicNow();
          done(null, chunk);
        },
        (error: Error) => done(error),
      );
    },
  });
}

async function giveName(root: string, folder: string, wanted: string): Promise<{ name: string; path: string }> {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? wanted : `${wanted}-${count}`;
    // A rename onto a folder that holds something fails: two within one second get two names.
    const done = await rename(folder, join(root, name)).then(() => true, (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
      return false;
    });
    if (!done) continue;
    await syncFolder(root);
    return { name, path: join(root, name) };
  }
}
