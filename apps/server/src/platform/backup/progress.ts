/** How far a backup is: rows of the database, then files. */
export type BackupProgress = { phase: 'database' | 'files'; done: number; total: number };
