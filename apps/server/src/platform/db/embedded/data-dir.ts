import { chmod, mkdir, readFile, readdir, realpath, rename, stat, statfs, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { monotonicNow } from '../../clock/clock.ts';
import { StartError, denied, diskFull, errorCode, fromFileError } from './start-error.ts';

/** `program` is the server, `command` a short run of the command line that needs the database for itself. */
export type Holder = 'program' | 'command';

export interface DataDir {
  path: string;
  /** Where the database lies: `<path>/postgres`, or a folder that the database's user can enter. */
  postgresHome: string | undefined;
  rememberPostgresHome(home: string): Promise<void>;
  release(): void;
}

interface Claim {
  lock: DatabaseSync;
  users: number;
}

interface Marker {
  postgres?: string;
}

const markerFile = 'ombud.json';
// What a fresh disk, a file manager or a version-control system leaves in an empty folder.
const harmless = new Set(['lost+found', '.DS_Store', '.gitkeep', '.gitignore', '.keep']);
const claims = new Map<string, Claim>();

/**
 * Makes the data folder if need be, marks it as ours and locks it, so that no second program works
 * on it. The lock ends with the process, however that ends. Claims within one process share the lock.
 *
 * @throws StartError data_dir_foreign | data_dir_denied | disk_full | already_running
 */
export async function claimDataDir(dataDir: string, holder: Holder = 'program'): Promise<DataDir> {
  const wanted = resolve(dataDir);
  try {
    const path = await makeFolder(wanted);
    const known = claims.get(path);
    if (known) known.users += 1;
    else {
      await refuseForeign(path);
      claims.set(path, { lock: await lock(path, holder), users: 1 });
      await writeAtomically(join(path, 'ombud.pid'), `${process.pid} ${holder}\n`);
      if (!(await readMarker(path))) await writeMarker(path, {});
    }
    return openClaim(path, (await readMarker(path)) ?? {});
  } catch (error) {
    throw fromFileError(error, wanted);
  }
}

/**
 * Makes and marks the data folder without locking it: with a database of somebody else's, several nodes may share it.
 *
 * @throws StartError data_dir_foreign | data_dir_denied | disk_full
 */
export async function markDataDir(dataDir: string): Promise<void> {
  const wanted = resolve(dataDir);
  try {
    const path = await makeFolder(wanted);
    await refuseForeign(path);
    if (!(await readMarker(path))) await writeMarker(path, {});
  } catch (error) {
    throw fromFileError(error, wanted);
  }
}

function openClaim(path: string, marker: Marker): DataDir {
  let released = false;
  return {
    path,
    postgresHome: marker.postgres,
    rememberPostgresHome: (home) => writeMarker(path, { ...marker, postgres: home }),
    release() {
      const claim = claims.get(path);
      if (released || !claim) return;
      released = true;
      claim.users -= 1;
      if (claim.users > 0) return;
      claims.delete(path);
      claim.lock.close();
    },
  };
}

/** Where the database of a data folder lies, as far as it is written down; undefined when the folder is not ours. */
export async function findPostgresHome(dataDir: string): Promise<string | undefined> {
  const path = await realpath(resolve(dataDir)).catch(() => undefined);
  const marker = path && (await readMarker(path).catch(() => undefined));
  return path && marker ? (marker.postgres ?? join(path, 'postgres')) : undefined;
}

/** Makes a folder and lets other users pass through every level that had to be made, whatever the umask. */
export async function makePassable(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (!first) return;
  for (let level = folder; level.length >= first.length; level = dirname(level)) await chmod(level, 0o711);
}

async function makeFolder(wanted: string): Promise<string> {
  const asRoot = process.getuid?.() === 0;
  if (asRoot) await makePassable(wanted);
  else await mkdir(wanted, { recursive: true, mode: 0o700 });
  return realpath(wanted);
}

async function refuseForeign(path: string): Promise<void> {
  const entries = await readdir(path);
  if (entries.includes(markerFile) || entries.every((entry) => harmless.has(entry))) return;
  // A start that was killed before it wrote its mark leaves only these.
  if (entries.every((entry) => harmless.has(entry) || entry.startsWith('ombud.'))) return;
  throw new StartError(
    'data_dir_foreign',
    `${path} holds files that are not Ombud's: set OMBUD_DATA_DIR to an empty or a new folder.`,
  );
}

// Node has no flock; SQLite's lock is the operating system's own (fcntl), free of races, and the
// kernel drops it when the process dies. The file stays empty.
async function lock(path: string, holder: Holder): Promise<DatabaseSync> {
  const deadline = monotonicNow() + 15_000;
  for (;;) {
    const taken = await tryLock(join(path, 'ombud.lock'), path);
    if (taken) return taken;
    const [pid = '?', by] = (await readFile(join(path, 'ombud.pid'), 'utf8').catch(() => '')).trim().split(' ');
    // A command ends soon: the server waits for it instead of failing.
    if (holder === 'command' || by !== 'command' || monotonicNow() > deadline) {
      throw new StartError('already_running', `Another Ombud (process ${pid}) is already running on ${path}.`);
    }
    await sleep(100);
  }
}

async function tryLock(file: string, path: string): Promise<DatabaseSync | undefined> {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { timeout: 0 });
    database.exec('begin exclusive');
    return database;
  } catch (error) {
    database?.close();
    const { errcode } = error as { errcode?: number }; // node:sqlite's own field, absent from @types/node
    if (errcode === 5) return undefined; // SQLITE_BUSY
    throw (await isFull(path)) ? diskFull(path, error) : denied(path, error);
  }
}

// SQLite tells a full disk and a forbidden one apart only by the step at which it failed.
async function isFull(path: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(path);
  return bavail * bsize < 65_536;
}

async function readMarker(path: string): Promise<Marker | undefined> {
  try {
    const parsed: unknown = JSON.parse(await readFile(join(path, markerFile), 'utf8'));
    const postgres = typeof parsed === 'object' && parsed !== null && 'postgres' in parsed ? parsed.postgres : undefined;
    return typeof postgres === 'string' ? { postgres } : {};
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

async function writeMarker(path: string, marker: Marker): Promise<void> {
  const text = { about: 'This folder belongs to Ombud; everything the service desk knows lies in it.', format: 1, ...marker };
  await writeAtomically(join(path, markerFile), `${JSON.stringify(text, null, 2)}\n`);
}

export async function writeAtomically(file: string, content: string, mode = 0o644): Promise<void> {
  await writeFile(`${file}.new`, content, { mode, flush: true });
  await chmod(`${file}.new`, mode); // the umask may have taken what the database's user needs
  await rename(`${file}.new`, file);
}

export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: unknown) => {
      if (errorCode(error) === 'ENOENT') return false;
      throw error;
    },
  );
}
