import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Problem } from '../errors/problem.ts';

export type StoredFile = { sha256: string; size: number };

/** Bytes addressed by their SHA-256. What `put` has returned is on the disk. */
export type FileStore = {
  /** Streams bytes in. @throws Problem too_large above `limit` bytes; nothing is kept then. */
  put(content: Readable | Uint8Array, limit?: number): Promise<StoredFile>;
  /** @throws Error ENOENT when there is none. */
  read(sha256: string, range?: { start: number; end: number }): Promise<Readable>;
  has(sha256: string): Promise<boolean>;
  /** Removes what a killed process left half-written before `before`. Returns how many files. */
  removeUnfinished(before: Date): Promise<number>;
};

/** A folder: files/ab/cd/abcd…; written to a temporary name, synced, then renamed. */
export function createLocalFileStore(root: string): FileStore {
  const pathOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a content address');
    return join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  };
  const knownFolders = new Set<string>();

  async function ensureFolder(path: string): Promise<void> {
    if (knownFolders.has(path)) return;
    await mkdir(path, { recursive: true });
    // A new folder is durable once the one that names it is synced, and so on up to the store's own.
    for (let level = path; level.length > root.length; level = dirname(level)) await syncFolder(dirname(level));
    knownFolders.add(path);
  }

  return {
    async put(content, limit = Infinity) {
      const incoming = join(root, 'incoming');
      await ensureFolder(incoming);
      const temporary = join(incoming, randomBytes(16).toString('hex'));
      try {
        const stored = await writeHashed(content, temporary, limit);
        const path = pathOf(stored.sha256);
        if (await exists(path)) {
          await rm(temporary, { force: true });
          return stored;
        }
        await ensureFolder(dirname(path));
        await rename(temporary, path);
        await syncFolder(dirname(path));
        return stored;
      } catch (error) {
        await rm(temporary, { force: true }).catch(() => undefined);
        throw error;
      }
    },
    async read(sha256, range) {
      const path = pathOf(sha256);
      await stat(path);
      return createReadStream(path, range);
    },
    has: (sha256) => exists(pathOf(sha256)),
    async removeUnfinished(before) {
      const incoming = join(root, 'incoming');
      let removed = 0;
      for (const name of await readdir(incoming).catch(() => [])) {
        const { mtime } = await stat(join(incoming, name)).catch(() => ({ mtime: before }));
        if (mtime >= before) continue;
        await rm(join(incoming, name), { force: true });
        removed += 1;
      }
      return removed;
    },
  };
}

async function writeHashed(content: Readable | Uint8Array, path: string, limit: number): Promise<StoredFile> {
  const hash = createHash('sha256');
  let size = 0;
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      hash.update(chunk);
      done(size > limit ? new Problem('too_large') : null, chunk);
    },
  });
  const source = content instanceof Readable ? content : Readable.from([Buffer.from(content.buffer, content.byteOffset, content.byteLength)]);
  // `flush` syncs the file to the disk before it is closed.
  await pipeline(source, counter, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }));
  return { sha256: hash.digest('hex'), size };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(() => true, () => false);
}

/** A rename is durable once its folder is synced. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
