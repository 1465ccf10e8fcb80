import { join } from 'node:path';
import { BackupProblem } from './backup-problem.ts';
import { inGroups, readLines } from './copy-files.ts';
import { fileList, filePath, missingList, readManifest, secretFile, tableFile, type Manifest } from './manifest.ts';
import { countLines, decompress, measureFile, type Part } from './parts.ts';

const atOnce = 4;

/**
 * Reads every byte of a backup and compares sizes, SHA-256 and counts with its manifest; needs no database.
 * @throws BackupProblem not_a_backup | other_version | damaged, with the name of the first part that is not as it was written
 */
export async function verifyBackup(folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder);
  const { tables, files, secret } = manifest;
  for (const table of tables) {
    const rows = countLines();
    const found = await measureFile(join(folder, tableFile(table)), [decompress(), rows.stream]).catch(unreadable(tableFile(table)));
    compare(tableFile(table), table, found);
    if (rows.lines() !== table.rows) throw damaged(tableFile(table), `it has ${rows.lines()} rows instead of ${table.rows}`);
  }
  if (secret.part) compare(secretFile, secret.part, await measureFile(join(folder, secretFile)));
  compare(fileList, files.list, await measureFile(join(folder, fileList)));
  if (files.missing) compare(missingList, files.missing, await measureFile(join(folder, missingList)));
  await verifyFiles(folder, files);
  return manifest;
}

async function verifyFiles(folder: string, { count, bytes }: Manifest['files']): Promise<void> {
  let counted = 0;
  let sum = 0;
  for await (const group of inGroups(join(folder, fileList), atOnce)) {
    await Promise.all(
      group.map(async (line) => {
        const { sha, size } = readFileLine(line);
        compare(filePath(sha), { sha256: sha, size }, await measureFile(join(folder, filePath(sha))));
        counted += 1;
        sum += size;
      }),
    );
  }
  if (counted !== count || sum !== bytes) throw damaged(fileList, `it names ${counted} files instead of ${count}`);
}

/** The files of a verified backup. */
export async function* listFiles(folder: string): AsyncGenerator<{ sha: string; size: number }> {
  for await (const line of readLines(join(folder, fileList))) yield readFileLine(line);
}

function readFileLine(line: string): { sha: string; size: number } {
  const found = /^([0-9a-f]{64}) (\d{1,15})$/.exec(line);
  if (!found) throw damaged(fileList, 'a line of it names no file');
  return { sha: found[1] ?? '', size: Number(found[2]) };
}

function compare(name: string, wanted: Part, found: Part | null): void {
  if (!found) throw damaged(name, 'it is missing');
  if (found.size !== wanted.size) throw damaged(name, `it has ${found.size} bytes instead of ${wanted.size}`);
  if (found.sha256 !== wanted.sha256) throw damaged(name, 'its checksum is another');
}

function unreadable(name: string) {
  return (error: unknown): never => {
    throw damaged(name, 'it cannot be read to its end', error);
  };
}

function damaged(name: string, how: string, cause?: unknown): BackupProblem {
  return new BackupProblem('damaged', `The backup is damaged: ${name}: ${how}.`, { cause });
}
