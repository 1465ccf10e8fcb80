import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { writeAtomically } from './data-dir.ts';
import { type DatabaseUser, childEnvironment } from './database-user.ts';
import { signal } from './processes.ts';

/** Long enough for the next start to adopt the server, short enough not to leave it lying about. */
const secondsOfGrace = 10;

// Waits for the end of its input, which comes when the program dies in any way, then for the grace
// time, and ends the server unless another program has put its own name into the file by then.
const script = 'read -r _; sleep "$4"; [ "$(cat "$2")" = "$3" ] && kill -INT "$1"';

/**
 * A shell (under 1 MB) that ends the server when the program was killed and nobody took over.
 * Answers how to dismiss it.
 */
export async function guardServer(home: string, pid: number, user: DatabaseUser | undefined): Promise<() => void> {
  const file = join(home, 'guard');
  const name = randomUUID();
  await writeAtomically(file, `${name}\n`);
  const args = ['-c', script, 'ombud-guard', String(pid), file, name, String(secondsOfGrace)];
  const guard = spawn('/bin/sh', args, {
    ...user,
    cwd: '/',
    env: childEnvironment,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.on('error', () => undefined); // without it the next start adopts the server, as it does anyway
  guard.stdin.on('error', () => undefined);
  guard.unref();
  // Node types the pipe as a Writable; it is a socket, which can stop keeping the process alive.
  if ('unref' in guard.stdin && typeof guard.stdin.unref === 'function') guard.stdin.unref();
  return () => {
    if (guard.pid && guard.exitCode === null && guard.signalCode === null) signal(guard.pid, 'SIGKILL');
  };
}
