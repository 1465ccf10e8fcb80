import { createHash } from 'node:crypto';
import { chmod, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { monotonicNow } from '../../clock/clock.ts';
import { findBinaries, removeOldCopies } from './binaries.ts';
import { openCluster, readPassword } from './cluster.ts';
import { type DataDir, type Holder, claimDataDir, exists, findPostgresHome, makePassable } from './data-dir.ts';
import { type DatabaseUser, canEnter, chooseDatabaseUser } from './database-user.ts';
import { guardServer } from './guard.ts';
import { findProcessesOf } from './processes.ts';
import { type Server, type ServerPlan, bootServer, stopServer } from './server.ts';
import { writeSettings } from './settings.ts';
import { buildOwnerUrl, readPidFile, removeSocketFolder } from './socket.ts';
import { StartError, fromFileError } from './start-error.ts';

export interface EmbeddedOptions {
  dataDir: string;
  log: (line: string) => void;
  holder?: Holder;
  /** false trades safety for speed: for tests, whose database is thrown away. */
  durable?: boolean;
  /** Called when the server ended by itself and could not be started again; the program should stop. */
  onLost?: (error: StartError) => void;
}

export interface EmbeddedPostgres {
  /** For the owner role, by Unix socket; only this process's user and root can connect. */
  ownerUrl: string;
  /** Where binaries or data went because the database's user cannot enter their own folders. */
  movedTo?: string;
  /** Fast shutdown, 20 s at most. May be called again. */
  stop(): Promise<void>;
}

const elsewhere = '/var/lib/ombud';

/**
 * Starts the program's own PostgreSQL on `dataDir`, as root or as an ordinary user. A server that
 * outlived its program is adopted; one that ends by itself is started again.
 *
 * @throws StartError for everything that the person who starts it can put right
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const dataDir = await claimDataDir(options.dataDir, options.holder);
  try {
    const { plan, movedTo } = await planServer(dataDir, options);
    if (movedTo)
      options.log(`The database's user cannot enter every folder above ${dataDir.path}, so what it needs lies in ${movedTo}.`);
    return await superviseServer(plan, dataDir, movedTo, options);
  } catch (error) {
    dataDir.release();
    throw fromFileError(error, dataDir.path);
  }
}

/** For a command: the database of the running program, or one of its own for as long as the command lasts. */
export async function openEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const deadline = monotonicNow() + 15_000;
  for (;;) {
    try {
      return await startEmbeddedPostgres({ ...options, holder: 'command' });
    } catch (error) {
      if (!(error instanceof StartError) || error.code !== 'already_running') throw error;
      const ownerUrl = await findRunning(options.dataDir);
      if (ownerUrl) return { ownerUrl, stop: () => Promise.resolve() };
      if (monotonicNow() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200)); // the program is still starting
    }
  }
}

async function findRunning(dataDir: string): Promise<string | undefined> {
  const home = await findPostgresHome(dataDir);
  const pidFile = home && (await readPidFile(join(home, 'cluster')));
  if (!pidFile || findProcessesOf(join(home, 'cluster'), pidFile.pid).length === 0) return undefined;
  try {
    const password = await readPassword(home);
    return password && pidFile.socketFolder ? buildOwnerUrl(pidFile.socketFolder, password) : undefined;
  } catch (error) {
    throw fromFileError(error, home);
  }
}

async function planServer(dataDir: DataDir, options: EmbeddedOptions): Promise<{ plan: ServerPlan; movedTo?: string }> {
  const user = await chooseDatabaseUser(join(dataDir.postgresHome ?? join(dataDir.path, 'postgres'), 'cluster'));
  const home = await chooseHome(dataDir, user);
  const durable = options.durable ?? true;
  const binaries = await findBinaries(user, home);
  const cluster = await openCluster({ home, binaries, user, durable }, options.log);
  const fingerprint = await writeSettings(cluster.path, binaries, durable);
  await removeOldCopies(home, binaries);
  const moved = binaries.copied || !home.startsWith(dataDir.path);
  return { plan: { home, cluster, binaries, user, fingerprint, log: options.log }, ...(moved ? { movedTo: home } : {}) };
}

async function chooseHome(dataDir: DataDir, user: DatabaseUser | undefined): Promise<string> {
  const usual = join(dataDir.path, 'postgres');
  if (dataDir.postgresHome) {
    if (await exists(dataDir.postgresHome)) return dataDir.postgresHome;
    throw new StartError(
      'data_dir_incomplete',
      `The database of ${dataDir.path} lay in ${dataDir.postgresHome}, which is gone: restore it from a backup.`,
    );
  }
  if (user) await chmod(dataDir.path, (await stat(dataDir.path)).mode | 0o111);
  if (canEnter(user, dataDir.path)) {
    await makePassable(usual);
    return realpath(usual);
  }
  if (await exists(join(usual, 'cluster'))) {
    throw new StartError(
      'data_dir_denied',
      `The database's user can no longer enter ${dataDir.path}: open the folders above it for passing through (chmod o+x).`,
    );
  }
  const moved = join(elsewhere, createHash('sha256').update(dataDir.path).digest('hex').slice(0, 16));
  await makePassable(moved);
  const home = await realpath(moved);
  if (!canEnter(user, home))
    throw new StartError(
      'data_dir_denied',
      `The database's user can enter neither ${dataDir.path} nor ${home}: set OMBUD_DATA_DIR to a folder that others may pass through.`,
    );
  await dataDir.rememberPostgresHome(home);
  return home;
}

async function superviseServer(
  plan: ServerPlan,
  dataDir: DataDir,
  movedTo: string | undefined,
  options: EmbeddedOptions,
): Promise<EmbeddedPostgres> {
  let server: Server;
  let dismissGuard: () => void;
  let stopping: Promise<void> | undefined;
  let restarting: Promise<void> | undefined;
  let shortLives = 0;

  async function begin(): Promise<void> {
    server = await bootServer(plan);
    plan.socketFolder = server.socketFolder;
    const began = monotonicNow();
    dismissGuard = await guardServer(plan.home, server.pid, plan.user);
    void server.ended.then(() => {
      if (monotonicNow() - began > 60_000) shortLives = 0;
      if (!stopping) restarting = restart();
    });
  }
  async function restart(): Promise<void> {
    const began = monotonicNow();
    dismissGuard();
    plan.log('PostgreSQL ended by itself; starting it again.');
    try {
      shortLives += 1;
      if (shortLives > 5)
        throw new StartError('postgres_failed', `PostgreSQL ends again and again: see ${join(plan.home, 'postgres.log')}.`);
      await begin();
      plan.log(`PostgreSQL is back after ${Math.round(monotonicNow() - began)} ms.`);
    } catch (error) {
      const lost =
        error instanceof StartError
          ? error
          : new StartError('postgres_failed', `PostgreSQL was lost: ${String(error)}`, { cause: error });
      options.onLost?.(lost);
    }
  }
  async function end(): Promise<void> {
    await restarting;
    dismissGuard();
    try {
      await stopServer(server.pid);
      await removeSocketFolder(server.socketFolder);
    } finally {
      dataDir.release();
    }
  }

  await begin();
  return {
    get ownerUrl() {
      return server.ownerUrl;
    },
    ...(movedTo ? { movedTo } : {}),
    stop: () => (stopping ??= end()),
  };
}
