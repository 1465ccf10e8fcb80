import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { monotonicNow } from '../../clock/clock.ts';
import { childEnvironment } from './database-user.ts';
import { errorCode } from './start-error.ts';

/** Whether a process lives; one that is dead but not yet collected by its parent counts as dead. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return status.slice(status.lastIndexOf(')') + 2, status.lastIndexOf(')') + 3) !== 'Z';
  } catch {
    return process.platform !== 'linux';
  }
}

/**
 * The processes that work on a cluster, its orphans included: each PostgreSQL process has the
 * cluster as its working folder. A process id alone proves nothing, it may have been given to
 * another program since. `postmaster` is asked about where there is no /proc.
 */
export function findProcessesOf(cluster: string, postmaster: number): number[] {
  if (process.platform === 'linux') {
    return readdirSync('/proc')
      .filter((entry) => /^\d+$/.test(entry))
      .map(Number)
      .filter((pid) => workingFolder(pid) === cluster && isAlive(pid));
  }
  const command = spawnSync('ps', ['-o', 'command=', '-p', String(postmaster)], {
    env: childEnvironment,
    encoding: 'utf8',
  }).stdout;
  return command.includes(cluster) ? [postmaster] : [];
}

function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined; // gone, or somebody else's
  }
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}

/** Waits until `done` holds; answers whether it did within the time. */
export async function waitUntil(done: () => boolean, milliseconds: number): Promise<boolean> {
  const deadline = monotonicNow() + milliseconds;
  while (!done()) {
    if (monotonicNow() > deadline) return false;
    await sleep(20);
  }
  return true;
}
