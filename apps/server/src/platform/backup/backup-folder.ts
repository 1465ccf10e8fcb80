import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readManifest, type Manifest } from './manifest.ts';

/** The folder that backups lie in. Several installations may share it: each touches its own only, known by its secret's check. */

export type FoundBackup = { name: string; path: string; manifest: Manifest };

/** The whole backups of one installation, newest first. */
export async function listBackups(root: string, check: string): Promise<FoundBackup[]> {
  const names = await readdir(root).catch(() => []);
  const found: FoundBackup[] = [];
  for (const name of names.filter((each) => each.startsWith('ombud-'))) {
    const path = join(root, name);
    const manifest = await readManifest(path).catch(() => null);
    if (manifest?.secret.check === check) found.push({ name, path, manifest });
  }
  return found.toSorted((a, b) => b.manifest.made_at.localeCompare(a.manifest.made_at));
}

/** `ombud-20261126T023000Z`; the moment in UTC. */
export const backupName = (at: Date) => `ombud-${at.toISOString().replace(/\.\d+Z$/, 'Z').replace(/[-:]/g, '')}`;

const unfinished = (check: string) => `.unfinished-${check}-`;

export async function openUnfinished(root: string, check: string): Promise<string> {
  await mkdir(root, { recursive: true, mode: 0o700 });
  const path = join(root, `${unfinished(check)}${randomBytes(4).toString('hex')}`);
  await mkdir(path, { mode: 0o700 });
  return path;
}

/** What cut-off backups left. Only while no other backup of this installation can be under way. */
export async function removeUnfinishedBackups(root: string, check: string): Promise<void> {
  for (const name of await readdir(root).catch(() => []))
    if (name.startsWith(unfinished(check))) await rm(join(root, name), { recursive: true, force: true });
}

/** Out of sight first, so that one that is half gone is never taken for whole. */
export async function removeBackup(root: string, check: string, name: string): Promise<void> {
  const gone = join(root, `${unfinished(check)}${name}`);
  await rename(join(root, name), gone);
  await rm(gone, { recursive: true, force: true });
}
