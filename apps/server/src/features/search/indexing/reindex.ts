import type { Context } from '../../../context.ts';
import { retryFailedFiles } from '../files/search-files.queries.ts';
import { indexBatch } from './index-batch.ts';
import { idsBelow } from './index-source.queries.ts';
import { batchSize } from './indexer.ts';

export type Reindexed = { tickets: number; customers: number; organizations: number };

/** Makes every index row of a workspace anew, newest first, beside whoever else writes there. */
export async function reindexWorkspace(context: Pick<Context, 'db' | 'log'>, workspaceId: number): Promise<Reindexed> {
  const done: Reindexed = { tickets: 0, customers: 0, organizations: 0 };
  await retryFailedFiles(context.db, workspaceId);
  for (const kind of ['organizations', 'customers', 'tickets'] as const) {
    for (let below: number | undefined = Number.MAX_SAFE_INTEGER; below !== undefined; ) {
      const ids: number[] = await idsBelow(context.db, kind, workspaceId, below, batchSize * 5);
      await indexBatch(context, kind, workspaceId, ids);
      done[kind] += ids.length;
      below = ids.at(-1);
    }
  }
  return done;
}
