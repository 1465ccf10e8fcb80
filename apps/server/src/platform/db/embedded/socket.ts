import { chown, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseName, makeOwned, ownerRole } from './cluster.ts';
import type { DatabaseUser } from './database-user.ts';

// The name of a Unix socket holds 103 bytes on macOS and 107 on Linux, its file name included.
const longestSocketPath = 100;
const socketFile = '.s.PGSQL.5432';
const temporaryPrefix = 'ombud-db-';

/** A folder for the socket: beside the cluster, or a short temporary one where that cannot hold a socket. */
export async function chooseSocketFolder(home: string, user: DatabaseUser | undefined): Promise<string> {
  const beside = join(home, 'run');
  if (Buffer.byteLength(join(beside, socketFile)) <= longestSocketPath) {
    await makeOwned(beside, user);
    if (await holdsSockets(beside)) return beside;
  }
  const temporary = await mkdtemp(join(tmpdir(), temporaryPrefix));
  if (user) await chown(temporary, user.uid, user.gid);
  return temporary;
}

export async function removeSocketFolder(folder: string): Promise<void> {
  if (folder.startsWith(join(tmpdir(), temporaryPrefix))) await rm(folder, { recursive: true, force: true });
}

/** The host is the percent-encoded folder: node-postgres, libpq and `new URL` all read that. */
export function buildOwnerUrl(socketFolder: string, password: string): string {
  return `postgresql://${ownerRole}:${password}@${encodeURIComponent(socketFolder)}:5432/${databaseName}`;
}

export interface PidFile {
  pid: number;
  socketFolder: string;
}

/** `postmaster.pid`: process id, folder, start time, port, socket folder, one a line. */
export async function readPidFile(cluster: string): Promise<PidFile | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => undefined);
  const lines = text?.split('\n') ?? [];
  const pid = Math.abs(Number(lines[0])); // negative in single-user mode
  return pid > 0 ? { pid, socketFolder: lines[4]?.trim() ?? '' } : undefined;
}

// Some mounts (shared folders of virtual machines) take files but no sockets.
function holdsSockets(folder: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(join(folder, `probe-${process.pid}`), () => probe.close(() => resolve(true)));
  });
}
