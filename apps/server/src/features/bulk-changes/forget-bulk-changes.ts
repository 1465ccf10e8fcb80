import type { Context } from '../../context.ts';
import { deleteOldBulkChanges, deleteOldItems } from './bulk-changes.queries.ts';

/** Kept for as long as they can be undone, and no longer. What they changed stays in the timelines. */
export async function forgetBulkChanges({ db }: Pick<Context, 'db'>, workspaceId: number, before: Date): Promise<void> {
  while ((await deleteOldItems(db, workspaceId, before)) > 0);
  await deleteOldBulkChanges(db, workspaceId, before);
}
