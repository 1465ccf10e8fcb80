import type { Context } from '../../context.ts';
import { deleteOldRuns } from './runs.queries.ts';

/** What was done stays in the timelines. Time automations look at nothing that was due longer ago than the log is kept (`oldest`). */
export async function forgetRuns({ db }: Pick<Context, 'db'>, workspaceId: number, before: Date): Promise<void> {
  while ((await deleteOldRuns(db, workspaceId, before)) > 0);
}
