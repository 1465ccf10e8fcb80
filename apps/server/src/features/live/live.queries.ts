import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/db.ts';

/** True while committed events wait for an older transaction that still runs. */
export async function hasHeldEvents(db: Queryable, workspaceId: number): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select exists (select from events where workspace_id = ${workspaceId} and xid >= ombud.feed_end()) as held`.execute(db);
  return rows[0]?.held ?? false;
}
