import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { addRun, findOpenRun, lockRuns, type BackupRow } from './backups.queries.ts';

/** Asks the workers for a backup; while one waits or runs, it is that one. */
export async function requestBackup(tx: Tx, actor: AgentActor): Promise<BackupRow> {
  await lockRuns(tx);
  const open = await findOpenRun(tx);
  if (open) return open;
  const run = await addRun(tx, { reason: 'asked', status: 'queued' });
  await appendEvent(tx, actor, { type: 'backup.requested', data: { backup_id: run.id } });
  return run;
}
