import { createReadStream } from 'node:fs';
import { link, mkdir, open, rm, stat, type FileHandle } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { monotonicNow } from '../clock/clock.ts';
import type { FileStore } from '../files/file-store.ts';
import { fileList, filePath, missingList, type Manifest } from './manifest.ts';
import { syncFolder, writeMeasured, type Part } from './parts.ts';
import type { BackupProgress } from './progress.ts';
import type { SpaceGuard } from './space.ts';

type CopyFiles = {
  folder: string;
  /** An older whole backup: a file that it has too is shared with it (hard link) instead of copied. */
  previous: string | null;
  files: FileStore;
  space: SpaceGuard;
  signal: AbortSignal;
  gentle?: boolean;
  onProgress?: (progress: BackupProgress) => void;
};

const atOnce = 16;

/**
 * Copies what `names.tmp` names. Files never change, so this needs no snapshot. A file that the store has lost or holds
 * damaged is listed and does not keep the rest from being saved.
 */
export async function copyFiles({ folder, previous, files, space, signal, gentle = false, onProgress = () => undefined }: CopyFiles): Promise<Manifest['files']> {
  const names = join(folder, 'names.tmp');
  const total = Math.round((await stat(names)).size / 65);
  const folders = new Map<string, Promise<unknown>>();
  const list = await openList(join(folder, fileList));
  const missing = await openList(join(folder, missingList));
  let bytes = 0;

  async function copyOne(sha: string): Promise<number | null> {
    const path = join(folder, filePath(sha));
    const made = folders.get(dirname(path)) ?? mkdir(dirname(path), { recursive: true, mode: 0o700 });
    folders.set(dirname(path), made);
    await made;
    const shared = previous === null ? null : await share(join(previous, filePath(sha)), path);
    const size = shared ?? (await copy(files, sha, path));
    if (shared === null) await space.wrote(size ?? 0);
    return size;
  }

  try {
    for await (const group of inGroups(names, atOnce)) {
      signal.throwIfAborted();
      const began = monotonicNow();
      const sizes = await Promise.all(group.map(copyOne));
      for (const [at, sha] of group.entries()) {
        const size = sizes[at] ?? null;
        bytes += size ?? 0;
        await (size === null ? missing.add(sha) : list.add(`${sha} ${size}`));
      }
      onProgress({ phase: 'files', done: list.count() + missing.count(), total });
      if (gentle) await sleep(Math.min(250, monotonicNow() - began), undefined, { signal });
    }
    const found = { count: list.count(), bytes, list: await list.finish() };
    const lost = { count: missing.count(), ...(await missing.finish()) };
    for (const each of folders.keys()) await syncFolder(each);
    if (folders.size > 0) await syncFolder(join(folder, 'files'));
    if (lost.count === 0) await rm(join(folder, missingList));
    await rm(names);
    return { ...found, missing: lost.count === 0 ? null : lost };
  } finally {
    await list.drop();
    await missing.drop();
  }
}

/** Reads a list of files line by line. */
export async function* readLines(path: string): AsyncGenerator<string> {
  yield* createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity });
}

export async function* inGroups(path: string, size: number): AsyncGenerator<string[]> {
  let group: string[] = [];
  for await (const line of readLines(path)) {
    group.push(line);
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

async function share(from: string, to: string): Promise<number | null> {
  try {
    await link(from, to);
    return (await stat(to)).size;
  } catch {
    // Another disk, too many links, or not there: then it is copied.
    return null;
  }
}

/** Null when the store has no such bytes. */
async function copy(files: FileStore, sha: string, path: string): Promise<number | null> {
  const source = await files.read(sha).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return null;
  });
  if (!source) return null;
  const part = await writeMeasured(path, source);
  if (part.sha256 === sha) return part.size;
  await rm(path);
  return null;
}

/** A list that grows line by line, synced and measured at its end. */
async function openList(path: string) {
  let handle: FileHandle | null = await open(path, 'wx', 0o600);
  const hash = createHash('sha256');
  let size = 0;
  let count = 0;
  return {
    count: () => count,
    async add(line: string): Promise<void> {
      const bytes = Buffer.from(`${line}\n`);
      hash.update(bytes);
      size += bytes.length;
      count += 1;
      await handle?.write(bytes);
    },
    async finish(): Promise<Part> {
      await handle?.sync();
      await handle?.close();
      handle = null;
      return { sha256: hash.digest('hex'), size };
    },
    async drop(): Promise<void> {
      await handle?.close().catch(() => undefined);
      handle = null;
    },
  };
}
