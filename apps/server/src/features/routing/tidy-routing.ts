import type { Context } from '../../context.ts';
import { deleteDecisions } from './decisions.queries.ts';
import { deleteOffers } from './offers.queries.ts';

/** Rows that share a statement: short enough that nobody waits for it. */
const usualBatch = 5_000;
/** Statements of each kind in a run: a million rows an hour, more than any desk hands out, and an end whatever happens. */
const mostBatches = 200;

/** Forgets decisions and offers from before, all of them, in small statements. */
export async function tidyRouting({ db }: Pick<Context, 'db'>, workspaceId: number, before: Date, batch = usualBatch): Promise<void> {
  for (const remove of [deleteDecisions, deleteOffers]) {
    for (let n = 0; n < mostBatches; n += 1) if ((await remove(db, workspaceId, before, batch)) < batch) break;
  }
}
