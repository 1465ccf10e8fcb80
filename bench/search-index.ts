import { createDatabase, createPool } from '../apps/server/src/platform/db/db.ts';
import { feedEnd } from '../apps/server/src/platform/events/events.queries.ts';
import { createLog } from '../apps/server/src/platform/log/log.ts';
import { reindexWorkspace } from '../apps/server/src/features/search/index.ts';

/** As `search reindex` fills it, and followed from there on, so that no sweep runs beside what is measured. */
export async function fillSearchIndex(databaseUrl: string, workspaceId: number, log: (line: string) => void): Promise<void> {
  const pool = createPool(databaseUrl);
  const db = createDatabase(pool);
  try {
    const began = performance.now();
    const end = await feedEnd(db, workspaceId);
    await pool.query('insert into search_progress (workspace_id, xid, event_id) values ($1, $2, $3)', [workspaceId, end.xid, end.id]);
    const { tickets } = await reindexWorkspace({ db, log: createLog('error') }, workspaceId);
    const seconds = (performance.now() - began) / 1000;
    await pool.query('analyze search_tickets');
    const { rows } = await pool.query<{ heap: string; words: string }>(`select pg_size_pretty(pg_total_relation_size('search_tickets')) as heap, pg_size_pretty(pg_relation_size('search_tickets_words')) as words`);
    log(`${tickets} tickets indexed in ${seconds.toFixed(1)} s, ${Math.round(tickets / seconds)} a second; ${rows[0]?.heap}, of which the words' index ${rows[0]?.words}`);
  } finally {
    await db.destroy();
  }
}
