import { spawnSync } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { StartError } from './start-error.ts';

/** Who runs PostgreSQL. `undefined` stands for "whoever we are". */
export interface DatabaseUser {
  uid: number;
  gid: number;
}

// Children get nothing of our environment: PGPORT, LD_PRELOAD or a locale must not reach the database.
export const childEnvironment = { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', TZ: 'UTC' };

const userName = 'ombud-postgres';

/**
 * PostgreSQL refuses to run as root: root hands it to the owner of the existing cluster, or to a
 * user of its own, made on the first start.
 *
 * @throws StartError os_user
 */
export async function chooseDatabaseUser(cluster: string): Promise<DatabaseUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(cluster).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const user = findUser(userName) ?? makeUser() ?? findUser('postgres');
  if (user) return user;
  throw new StartError(
    'os_user',
    `PostgreSQL does not run as root, and no user ${userName} could be made for it: add one, start as an ordinary user, or set DATABASE_URL.`,
  );
}

function findUser(name: string): DatabaseUser | undefined {
  const uid = askId('-u', name);
  const gid = askId('-g', name);
  return uid && gid ? { uid, gid } : undefined;
}

function askId(flag: string, name: string): number | undefined {
  const answer = spawnSync('id', [flag, name], { env: childEnvironment, encoding: 'utf8' });
  return answer.status === 0 ? Number(answer.stdout.trim()) : undefined;
}

function makeUser(): DatabaseUser | undefined {
  const ways: [string, string[]][] = [
    [
      'useradd',
      ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', userName],
    ],
    ['adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', userName]], // BusyBox
  ];
  for (const [command, args] of ways) {
    spawnSync(command, args, { env: childEnvironment, stdio: 'ignore' });
    const made = findUser(userName);
    if (made) return made;
  }
  return undefined;
}

/** Whether that user can go into a folder; asked of the system, because modes alone do not tell (ACLs, mounts). */
export function canEnter(user: DatabaseUser | undefined, folder: string): boolean {
  if (!user) return true;
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...user, cwd: '/', env: childEnvironment, stdio: 'ignore' })
      .status === 0
  );
}
