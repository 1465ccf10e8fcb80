import { resolve } from 'node:path';
import type { Config } from '../config.ts';
import type { Context } from '../context.ts';
import { runBackup } from '../features/backups/index.ts';
import { verifyBackup } from '../platform/backup/verify-backup.ts';
import { restore } from '../program/restore.ts';
import { version } from '../version.ts';
import { UsageError, type Arguments } from './arguments.ts';

const words = { yes: true, no: false } as Record<string, boolean>;

/** `backup create`: in the folder of the daily ones, or as a folder in the one that --to names, which is then never rotated. */
export async function backupCreate(context: Context, args: Arguments, { url }: { url: string }): Promise<string[]> {
  const secret = args.get('secret');
  if (secret !== undefined && words[secret] === undefined) throw new UsageError('--secret takes yes or no.');
  const to = args.get('to');
  const { path, manifest, size } = await runBackup(context, {
    databaseUrl: url, reason: 'command', version,
    folder: to === undefined ? undefined : resolve(to),
    withSecret: secret === undefined ? undefined : words[secret],
  });
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  return [
    `${rows} rows and ${manifest.files.count} files, ${(size / 1_000_000).toFixed(1)} MB.`,
    ...(manifest.files.missing ? [`${manifest.files.missing.count} files are missing or damaged in the file store; missing.list in the backup names them.`] : []),
    manifest.secret.part
      ? 'It holds the installation’s secret: keep it where nobody else can read it.'
      : 'It does not hold the installation’s secret: keep OMBUD_SECRET elsewhere, it is needed to restore.',
    path,
  ];
}

/** `backup verify`: reads everything; needs no database. */
export async function backupVerify(args: Arguments): Promise<string[]> {
  const { made_at, tables, files, secret } = await verifyBackup(resolve(args.need('from')));
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return [`The backup of ${made_at} is whole: ${rows} rows and ${files.count} files, ${secret.part ? 'with' : 'without'} the installation’s secret.`];
}

/** `backup restore`: into an empty data folder, and an empty database where DATABASE_URL names one. */
export async function backupRestore(config: Config, args: Arguments, say: (line: string) => void): Promise<string[]> {
  const secret = args.get('secret');
  if (secret !== undefined && secret !== 'new') throw new UsageError('--secret takes only new here.');
  const { made_at } = await restore(config, resolve(args.need('from')), { newSecret: secret === 'new' }, say);
  return [
    `The desk of ${made_at} is in ${config.dataDir}.`,
    'Mail that waited when the backup was made goes out when it starts; OMBUD_OUTBOUND=hold keeps it back until you have looked.',
  ];
}
