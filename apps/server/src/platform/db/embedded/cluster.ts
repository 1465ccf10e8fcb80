import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { exists, writeAtomically } from './data-dir.ts';
import { type DatabaseUser, childEnvironment } from './database-user.ts';
import { StartError, errorCode, fromOutput } from './start-error.ts';

export const ownerRole = 'ombud_owner';
export const databaseName = 'ombud';

// `lc_ctype` decides what full-text search takes for a letter: under plain C, "«Grüße»" is one word
// with its quotation marks. Order and case come from PostgreSQL itself (builtin C.UTF-8), so that an
// update of the operating system can never spoil an index.
const letterLocales = ['C.UTF-8', 'en_US.UTF-8', 'C'];

export interface Cluster {
  path: string;
  password: string;
}

interface Place {
  home: string;
  binaries: Binaries;
  user: DatabaseUser | undefined;
  durable: boolean;
}

/**
 * The cluster under `home`, made if there is none. It is built aside and moved into place when it is
 * complete, so a start that is killed half-way begins anew.
 *
 * @throws StartError postgres_version | disk_full | data_dir_denied | postgres_failed
 */
export async function openCluster(place: Place, log: (line: string) => void): Promise<Cluster> {
  const path = join(place.home, 'cluster');
  const made = await readMajor(path);
  if (made === undefined) {
    log('Making the database (first start only) …');
    return createCluster(place, path);
  }
  if (made !== place.binaries.major) {
    throw new StartError(
      'postgres_version',
      `The database in ${path} was made by PostgreSQL ${made}, but this Ombud brings PostgreSQL ${place.binaries.major}: make a backup with the Ombud that wrote it and restore that here.`,
    );
  }
  return { path, password: (await readPassword(place.home)) ?? (await replacePassword(place, path)) };
}

async function readMajor(path: string): Promise<number | undefined> {
  try {
    return Number.parseInt(await readFile(join(path, 'PG_VERSION'), 'utf8'), 10);
  } catch (error) {
    if (errorCode(error) === 'ENOENT' && !(await exists(path))) return undefined;
    throw errorCode(error) === 'ENOENT'
      ? new StartError(
          'data_dir_incomplete',
          `The database in ${path} is incomplete (it has no PG_VERSION): restore it from a backup.`,
        )
      : error;
  }
}

async function createCluster(place: Place, path: string): Promise<Cluster> {
  const unfinished = `${path}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await makeOwned(unfinished, place.user);
  try {
    await initialise(place, unfinished);
    await writeFile(
      join(unfinished, 'pg_hba.conf'),
      '# Everybody shows a password; there is no way in from the network.\nlocal all all scram-sha-256\n',
    );
    const password = await newPassword(place.home);
    await runAlone(place, unfinished, [
      // Not a superuser: what works here works on any PostgreSQL that DATABASE_URL names.
      `create role ${ownerRole} login createrole createdb password '${password}'`,
      `grant pg_monitor, pg_signal_backend to ${ownerRole}`,
      `create database ${databaseName} owner ${ownerRole}`,
    ]);
    await rename(unfinished, path);
    return { path, password };
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

async function initialise(place: Place, path: string): Promise<void> {
  for (const letters of letterLocales) {
    const args = [
      `--pgdata=${path}`,
      '--username=postgres',
      '--auth=trust',
      '--encoding=UTF8',
      '--no-instructions',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      `--lc-ctype=${letters}`,
      ...(place.durable ? [] : ['--no-sync']),
    ];
    const { status, output } = await run(place.binaries.initdb, args, place.user);
    if (status === 0) return;
    if (/invalid locale/.test(output) && letters !== letterLocales.at(-1)) continue;
    throw fromOutput(output, path, path);
  }
}

async function replacePassword(place: Place, path: string): Promise<string> {
  const password = await newPassword(place.home);
  await runAlone(place, path, [`alter role ${ownerRole} password '${password}'`]);
  return password;
}

async function newPassword(home: string): Promise<string> {
  const password = randomBytes(24).toString('base64url');
  await writeAtomically(join(home, 'password'), `${password}\n`, 0o600);
  return password;
}

export async function readPassword(home: string): Promise<string | undefined> {
  try {
    return (await readFile(join(home, 'password'), 'utf8')).trim() || undefined;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Runs statements in single-user mode: no server, no password, nobody else. */
async function runAlone(place: Place, path: string, statements: string[]): Promise<void> {
  const args = ['--single', '-D', path, '-c', 'exit_on_error=on', '-c', `fsync=${place.durable ? 'on' : 'off'}`, 'postgres'];
  const { status, output } = await run(
    place.binaries.postgres,
    args,
    place.user,
    statements.map((line) => `${line};\n`).join(''),
  );
  if (status !== 0) throw fromOutput(output, path, path);
}

export async function makeOwned(folder: string, user: DatabaseUser | undefined): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  if (user) await chown(folder, user.uid, user.gid);
}

function run(
  file: string,
  args: string[],
  user: DatabaseUser | undefined,
  input = '',
): Promise<{ status: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...user, cwd: '/', env: childEnvironment, stdio: ['pipe', 'ignore', 'pipe'] });
    let output = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output = (output + text).slice(-20_000)));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, output }));
    child.stdin.on('error', () => undefined); // the exit status tells more than a broken pipe
    child.stdin.end(input);
  });
}
