import { statfs } from 'node:fs/promises';
import { BackupProblem } from './backup-problem.ts';

/** What a backup leaves free in any case: the desk itself must be able to go on writing. */
const reserve = 256 * 1024 * 1024;
const step = 64 * 1024 * 1024;

export type SpaceGuard = {
  /** @throws BackupProblem no_space when so many more bytes would not fit */
  need(bytes: number): Promise<void>;
  /** Counts what was written, and looks again from time to time. @throws BackupProblem no_space */
  wrote(bytes: number): Promise<void>;
};

export function guardSpace(folder: string, freeBytes: (folder: string) => Promise<number> = readFree): SpaceGuard {
  let unseen = 0;
  async function need(bytes: number): Promise<void> {
    const free = await freeBytes(folder);
    if (free >= bytes + reserve) return;
    throw new BackupProblem('no_space', `A backup needs ${inMegabytes(bytes + reserve)} MB free in ${folder}, and there are ${inMegabytes(free)} MB.`);
  }
  return {
    need,
    async wrote(bytes) {
      unseen += bytes;
      if (unseen < step) return;
      unseen = 0;
      await need(0);
    },
  };
}

async function readFree(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

const inMegabytes = (bytes: number) => Math.ceil(bytes / 1_000_000);
