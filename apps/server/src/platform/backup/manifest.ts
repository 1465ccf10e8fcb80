import { createHash, hkdfSync } from 'node:crypto';
import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { BackupProblem } from './backup-problem.ts';
import { syncFolder, writeDurably } from './parts.ts';

/** `manifest.json`: what a backup consists of. Written last, so a folder without one is no backup (docs/adr/0012-backups.md). */

export const formatVersion = 1;
export const manifestFile = 'manifest.json';
export const fileList = 'files.list';
export const missingList = 'missing.list';
export const secretFile = 'secret';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const size = z.int().min(0);
const part = { sha256, size };
const name = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/);

const contents = z.strictObject({
  format: z.literal('ombud-backup'),
  version: z.int().min(1),
  made_at: z.iso.datetime(),
  reason: z.enum(['schedule', 'asked', 'command', 'upgrade']),
  ombud: z.string(),
  /** server_version_num */
  postgres: z.int(),
  migrations: z.array(z.strictObject({ name: z.string().regex(/^\d{4}-[a-z0-9-]+\.sql$/), checksum: sha256 })).min(1),
  tables: z.array(z.strictObject({ schema: name, table: name, columns: z.array(name), rows: z.int().min(0), ...part })).min(1),
  sequences: z.array(z.strictObject({ schema: name, sequence: name, last_value: z.int(), is_called: z.boolean() })),
  files: z.strictObject({ count: z.int().min(0), bytes: size, list: z.strictObject(part), missing: z.strictObject({ count: z.int().min(1), ...part }).nullable() }),
  /** `check` tells whether a secret is the one; `part` is null where the secret does not travel along. */
  secret: z.strictObject({ check: z.string().regex(/^[0-9a-f]{16}$/), part: z.strictObject(part).nullable() }),
});

export type Manifest = z.infer<typeof contents>;
export type TablePart = Manifest['tables'][number];

/** Where a table's rows stand, below the backup's folder. */
export const tableFile = ({ schema, table }: { schema: string; table: string }) => `database/${schema}.${table}.copy.gz`;

export const filePath = (sha: string) => `files/${sha.slice(0, 2)}/${sha}`;

/** Recognises the installation's secret without telling it. */
export function secretCheck(secret: string): string {
  return Buffer.from(hkdfSync('sha256', secret, 'ombud', 'backup check', 8)).toString('hex');
}

const seal = (manifest: Manifest) => createHash('sha256').update(JSON.stringify(manifest)).digest('hex');

export function writeManifest(manifest: Manifest): string {
  return `${JSON.stringify({ ...manifest, sha256: seal(manifest) }, null, 2)}\n`;
}

/** @throws BackupProblem not_a_backup | other_version | damaged */
export function parseManifest(text: string, folder: string): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new BackupProblem('damaged', `The backup is damaged: ${manifestFile} is no JSON.`, { cause: error });
  }
  const head = z.looseObject({ format: z.literal('ombud-backup'), version: z.int() }).safeParse(value);
  if (!head.success) throw new BackupProblem('not_a_backup', `${folder} is not a backup of Ombud.`);
  if (head.data.version > formatVersion) throw new BackupProblem('other_version', 'This backup was made by a newer Ombud: use that version or a later one.');
  const { sha256: sealed, ...rest } = head.data as Record<string, unknown>;
  const parsed = contents.safeParse(rest);
  if (!parsed.success || sealed !== seal(parsed.data)) throw new BackupProblem('damaged', `The backup is damaged: ${manifestFile} is not as it was written.`);
  return parsed.data;
}

/** @throws BackupProblem not_a_backup | other_version | damaged */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, manifestFile), 'utf8').catch((error: unknown) => {
    throw new BackupProblem('not_a_backup', `${folder} is no whole backup: it has no ${manifestFile}.`, { cause: error });
  });
  return parseManifest(text, folder);
}

/** The end of a backup: from here on it counts as one. */
export async function placeManifest(folder: string, manifest: Manifest): Promise<void> {
  await writeDurably(join(folder, `${manifestFile}.new`), writeManifest(manifest));
  await rename(join(folder, `${manifestFile}.new`), join(folder, manifestFile));
  await syncFolder(folder);
}
