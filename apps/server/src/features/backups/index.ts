export { backupRoutes } from './backups.routes.ts';
export { startBackupWorker, type BackupWorker } from './backup-worker.ts';
export { recordUpgradeBackup, runBackup } from './run-backup.ts';
