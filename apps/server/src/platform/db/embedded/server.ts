import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { open, rm, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { monotonicNow } from '../../clock/clock.ts';
import type { Binaries } from './binaries.ts';
import type { Cluster } from './cluster.ts';
import { type DatabaseUser, childEnvironment } from './database-user.ts';
import { findProcessesOf, isAlive, signal, waitUntil } from './processes.ts';
import { buildOwnerUrl, chooseSocketFolder, readPidFile, removeSocketFolder } from './socket.ts';
import { StartError, errorCode, fromOutput } from './start-error.ts';

/** What a start needs to know; stays the same for every restart within one run. */
export interface ServerPlan {
  home: string;
  cluster: Cluster;
  binaries: Binaries;
  user: DatabaseUser | undefined;
  fingerprint: string;
  /** Kept over a restart, because the connection pools know it. */
  socketFolder?: string;
  log: (line: string) => void;
}

export interface Server {
  pid: number;
  socketFolder: string;
  ownerUrl: string;
  /** Settles when the server has ended, for whatever reason. */
  ended: Promise<void>;
}

type Answer = 'ours' | 'other settings' | 'starting' | 'stopping' | 'refused';

/** Adopts a server that outlived its program, or stops it; then starts one if none is left. */
export async function bootServer(plan: ServerPlan): Promise<Server> {
  const survivor = await takeOver(plan);
  if (survivor) return survivor;
  // Orphans of a killed server can hold its shared memory for another moment.
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startServer(plan);
    } catch (error) {
      const held = error instanceof StartError && /still in use|lock file .* already exists/.test(String(error.cause));
      if (!held || attempt === 20) throw error;
      await sleep(250);
    }
  }
}

/** Ends a server: fast shutdown, and after 17 s the immediate one, from which it recovers at its next start. */
export async function stopServer(pid: number): Promise<void> {
  for (const [name, milliseconds] of [
    ['SIGINT', 17_000],
    ['SIGQUIT', 3_000],
  ] as const) {
    signal(pid, name);
    if (await waitUntil(() => !isAlive(pid), milliseconds)) return;
  }
  throw new StartError('postgres_stuck', `PostgreSQL (process ${pid}) does not stop: end that process, then start again.`);
}

async function takeOver(plan: ServerPlan): Promise<Server | undefined> {
  const pidFile = await readPidFile(plan.cluster.path);
  if (!pidFile) return undefined;
  const processes = findProcessesOf(plan.cluster.path, pidFile.pid);
  if (processes.includes(pidFile.pid)) {
    const ownerUrl = buildOwnerUrl(pidFile.socketFolder, plan.cluster.password);
    if ((await askUntilSettled(ownerUrl, plan.fingerprint, pidFile.pid)) === 'ours') {
      plan.log('Took over the PostgreSQL of a program that was killed.');
      return { ...pidFile, ownerUrl, ended: waitForEnd(pidFile.pid) };
    }
    await stopServer(pidFile.pid);
  }
  const orphansEnded = await waitUntil(() => findProcessesOf(plan.cluster.path, pidFile.pid).length === 0, 15_000);
  if (!orphansEnded) {
    const pid = findProcessesOf(plan.cluster.path, pidFile.pid)[0];
    throw new StartError(
      'postgres_stuck',
      `A process of the earlier PostgreSQL (${pid}) is still at work on ${plan.cluster.path}: end it, then start again.`,
    );
  }
  // Nobody is left in the cluster, so a process with that id is somebody else's.
  await rm(join(plan.cluster.path, 'postmaster.pid'), { force: true });
  if (pidFile.socketFolder && pidFile.socketFolder !== plan.socketFolder) await removeSocketFolder(pidFile.socketFolder);
  return undefined;
}

async function startServer(plan: ServerPlan): Promise<Server> {
  const socketFolder = plan.socketFolder ?? (await chooseSocketFolder(plan.home, plan.user));
  const logFile = join(plan.home, 'postgres.log');
  const from = await prepareLog(logFile);
  const child = spawnServer(plan, socketFolder, logFile);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()).once('error', () => resolve()));
  const ownerUrl = buildOwnerUrl(socketFolder, plan.cluster.password);
  const isRunning = () => child.pid !== undefined && child.exitCode === null && child.signalCode === null;

  const started = monotonicNow();
  let told = false;
  for (;;) {
    const answer = isRunning() ? await ask(ownerUrl, plan.fingerprint) : 'refused';
    if (answer === 'ours' && child.pid) return { pid: child.pid, socketFolder, ownerUrl, ended };
    if (!isRunning()) {
      await removeSocketFolder(socketFolder);
      throw fromOutput(await readFrom(logFile, from), plan.cluster.path, logFile);
    }
    if (answer === 'other settings') {
      await stopServer(child.pid ?? 0);
      throw new StartError(
        'postgres_failed',
        `PostgreSQL did not take the settings in ${plan.cluster.path}/postgresql.conf: remove custom.conf if there is one.`,
      );
    }
    if (!told && monotonicNow() - started > 5_000) {
      told = true;
      plan.log('PostgreSQL is repairing itself after a hard stop; this can take minutes.');
    }
    await sleep(15);
  }
}

function spawnServer(plan: ServerPlan, socketFolder: string, logFile: string): ChildProcess {
  const output = openSync(logFile, 'a', 0o600);
  try {
    const args = ['-D', plan.cluster.path, '-k', socketFolder, '-p', '5432'];
    // A group of its own: Ctrl-C must reach the program, which still needs its database to stop well.
    const child = spawn(plan.binaries.postgres, args, {
      ...plan.user,
      cwd: '/',
      env: childEnvironment,
      detached: true,
      stdio: ['ignore', output, output],
    });
    child.unref();
    return child;
  } finally {
    closeSync(output);
  }
}

async function askUntilSettled(ownerUrl: string, fingerprint: string, pid: number): Promise<Answer> {
  let answer: Answer = 'refused';
  for (let attempt = 0; attempt < 40 && isAlive(pid); attempt += 1) {
    answer = await ask(ownerUrl, fingerprint);
    // One that recovers is left at it: stopping it would only make the next one begin again.
    if (answer === 'starting') attempt = 0;
    else if (answer !== 'refused') return answer;
    await sleep(50);
  }
  return answer;
}

async function ask(ownerUrl: string, fingerprint: string): Promise<Answer> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined); // told by the query below
  try {
    await client.connect();
    const { rows } = await client.query<{ settings: string | null }>(
      "select current_setting('ombud.settings', true) as settings",
    );
    return rows[0]?.settings === fingerprint ? 'ours' : 'other settings';
  } catch (error) {
    if (errorCode(error) !== '57P03') return errorCode(error)?.startsWith('28') ? 'other settings' : 'refused';
    return String(error).includes('shutting down') ? 'stopping' : 'starting';
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function waitForEnd(pid: number): Promise<void> {
  while (isAlive(pid)) await sleep(1_000, undefined, { ref: false });
}

async function prepareLog(logFile: string): Promise<number> {
  const size = await stat(logFile).then(
    (found) => found.size,
    () => 0,
  );
  if (size < 5_000_000) return size;
  await truncate(logFile);
  return 0;
}

async function readFrom(logFile: string, position: number): Promise<string> {
  const file = await open(logFile, 'r');
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(20_000), 0, 20_000, position);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}
