import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { Problem } from '../errors/problem.ts';

export type StoredFile = { sha256: string; size: number };

/** Bytes addressed by their SHA-256. What `put` has returned is on the disk. */
export type FileStore = {
  /** Streams bytes in. @throws Problem too_large above `limit` bytes; nothing is kept then. */
  put(content: Readable | Uint8Array, limit?: number): Promise<StoredFile>;
  /** @throws Error ENOENT when there is none. */
  read(sha256: string, range?: { start: number; end: number }): Promise<Readable>;
  /** All bytes at once, for what must be read whole and has a limit. @throws Error ENOENT when there is none. */
  readWhole(sha256: string): Promise<Buffer>;
  has(sha256: string): Promise<boolean>;
  /** Only for bytes that nobody else can have put: the same ones may stand behind several rows. */
  remove(sha256: string): Promise<void>;
  /** Lets go of what it keeps open; nothing is put any more. */
  close(): Promise<void>;
  /** Removes what a killed process left half-written before `before`. Returns how many files. */
  removeUnfinished(before: Date): Promise<number>;
  /** A folder for what is only needed for a moment; what a killed process leaves there goes with what is unfinished. */
  scratch(): Promise<string>;
};

/** Bytes that are held before they are written. */
const step = 256 * 1024;
const mostRecentBytes = 4 * 1024 * 1024;

/**
 * A folder: files/ab/abcd…; written to a temporary name, synced, then renamed. 256 folders: with more of them nearly every
 * mail would make one, and each new folder is two more syncs.
 */
export function createLocalFileStore(root: string): FileStore {
  const pathOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a content address');
    return join(root, sha256.slice(0, 2), sha256);
  };
  const knownFolders = new Set<string>();
  const folders = createFolders();
  const recent = createRecent();

  async function ensureFolder(path: string): Promise<void> {
    if (knownFolders.has(path)) return;
    await mkdir(path, { recursive: true });
    // A new folder is durable once the one that names it is synced, and so on up to the store's own.
    for (let level = path; level.length > root.length; level = dirname(level)) await folders.sync(dirname(level));
    knownFolders.add(path);
  }

  return {
    async put(content, limit = Infinity) {
      const incoming = join(root, 'incoming');
      await ensureFolder(incoming);
      const temporary = join(incoming, randomBytes(16).toString('hex'));
      const writing = createWriting(temporary, limit);
      try {
        for await (const chunk of content instanceof Readable ? content : [content]) await writing.add(chunk as Uint8Array);
        const stored = writing.stored();
        const path = pathOf(stored.sha256);
        await writing.finish();
        await ensureFolder(dirname(path));
        // Over the same bytes, where they are there already: whoever put them may not have synced them yet.
        await rename(temporary, path);
        await folders.sync(dirname(path));
        const whole = writing.whole();
        if (whole) recent.keep(stored.sha256, whole);
        return stored;
      } catch (error) {
        await writing.drop();
        throw error;
      }
    },
    async read(sha256, range) {
      const path = pathOf(sha256);
      await stat(path);
      return createReadStream(path, range);
    },
    readWhole: async (sha256) => recent.take(sha256) ?? readFile(pathOf(sha256)),
    close: () => folders.close(),
    has: (sha256) => exists(pathOf(sha256)),
    async remove(sha256) {
      recent.take(sha256);
      await rm(pathOf(sha256), { force: true });
    },
    async scratch() {
      const incoming = join(root, 'incoming');
      await ensureFolder(incoming);
      return incoming;
    },

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

/** A file that is written in few large steps; nothing touches the disk before the first of them or the end. */
function createWriting(path: string, limit: number) {
  const hash = createHash('sha256');
  let size = 0;
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  let handle: FileHandle | null = null;
  let written: Buffer | null = null;

  async function write(): Promise<FileHandle> {
    const file = (handle ??= await open(path, 'wx', 0o600));
    const bytes = Buffer.concat(held);
    written = bytes;
    held = [];
    heldBytes = 0;
    await file.writeFile(bytes);
    return file;
  }

  return {
    async add(chunk: Uint8Array): Promise<void> {
      size += chunk.length;
      if (size > limit) throw new Problem('too_large');
      hash.update(chunk);
      held.push(chunk);
      heldBytes += chunk.length;
      if (heldBytes >= step) await write();
    },
    /** All bytes have been added. */
    stored: (): StoredFile => ({ sha256: hash.digest('hex'), size }),
    /** All of it, where it went to the disk in one step. */
    whole: () => (written?.length === size ? written : null),
    /** The bytes are on the disk, under the temporary name. */
    async finish(): Promise<void> {
      const file = await write();
      await file.datasync();
      await file.close();
      handle = null;
    },
    async drop(): Promise<void> {
      if (!handle) return;
      await handle.close().catch(() => undefined);
      handle = null;
      await rm(path, { force: true }).catch(() => undefined);
    },
  };
}

/** Small files that were put just now: a mail is read as soon as it is stored, and once. */
function createRecent() {
  const files = new Map<string, Buffer>();
  let bytes = 0;
  const take = (sha256: string): Buffer | undefined => {
    const file = files.get(sha256);
    if (file && files.delete(sha256)) bytes -= file.length;
    return file;
  };
  return {
    take,
    keep(sha256: string, file: Buffer): void {
      take(sha256);
      files.set(sha256, file);
      bytes += file.length;
      for (const oldest of files.keys()) {
        if (bytes <= mostRecentBytes) break;
        take(oldest);
      }
    },
  };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(() => true, () => false);
}

/** A rename is durable once its folder is synced. There are few folders, so they stay open: two calls less for each file. */
function createFolders() {
  const opened = new Map<string, Promise<FileHandle>>();
  return {
    async sync(path: string): Promise<void> {
      let handle = opened.get(path);
      if (!handle) {
        handle = open(path, 'r');
        opened.set(path, handle);
        handle.catch(() => opened.delete(path));
      }
      await (await handle).sync();
    },
    async close(): Promise<void> {
      const handles = [...opened.values()];
      opened.clear();
      await Promise.all(handles.map(async (handle) => (await handle.catch(() => null))?.close()));
    },
  };
}
