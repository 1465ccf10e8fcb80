import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { recordUpgradeBackup } from '../features/backups/index.ts';
import { keepSecret } from '../platform/auth/installation-secret.ts';
import { createBackup, type CreatedBackup } from '../platform/backup/create-backup.ts';
import { connectForBackup, dropConnection } from '../platform/backup/database.queries.ts';
import { refuseHalfRestored } from '../platform/backup/restore-backup.ts';
import { systemClock } from '../platform/clock/clock.ts';
import { migrate } from '../platform/db/migrate.ts';
import { createLocalFileStore } from '../platform/files/file-store.ts';
import { version } from '../version.ts';
import { StartProblem } from './failures.ts';

/**
 * Brings the database to this program's schema. Data of an older version is backed up first, where backups are on.
 * @throws StartProblem when that backup fails: nothing was changed then; MigrationError; BackupProblem after a restore that was cut off
 */
export async function upgrade(ownerUrl: string, config: Config, say: (line: string) => void): Promise<void> {
  await refuseHalfRestored(ownerUrl, config.dataDir);
  let backup: CreatedBackup | null = null;
  await migrate(ownerUrl, say, {
    async beforeUpgrade() {
      if (!config.backups.daily) {
        say(`Upgrading the database without a backup of ours, because OMBUD_BACKUPS is off${config.databaseUrl === null ? '' : ' with DATABASE_URL'}.`);
        return;
      }
      say('Backing up before the upgrade …');
      backup = await backUp(ownerUrl, config);
      say(`The backup is in ${backup.path}.`);
    },
  });
  if (backup) await recordUpgradeBackup(ownerUrl, backup);
}

async function backUp(ownerUrl: string, config: Config): Promise<CreatedBackup> {
  try {
    await mkdir(config.dataDir, { recursive: true });
    const value = config.secret ?? (await keepSecret(config.dataDir));
    const client = await connectForBackup(ownerUrl);
    try {
      return await createBackup({
        client, version, clock: systemClock, reason: 'upgrade', root: config.backups.folder,
        files: createLocalFileStore(join(config.dataDir, 'files')), secret: { value, travels: config.secret === null },
      });
    } finally {
      await dropConnection(client);
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StartProblem(`The backup before the upgrade failed, so nothing was changed: ${why} To upgrade without one, set OMBUD_BACKUPS=off.`, { cause: error });
  }
}
