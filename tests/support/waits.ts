import { sql } from 'kysely';
import { expect } from 'vitest';
import type { Database } from '../../apps/server/src/platform/db/db.ts';

/** Until so many connections of this database wait for what another one has locked. */
export async function untilWaiting(db: Database, count = 1): Promise<void> {
  const waiting = sql`select distinct l.pid from pg_locks l join pg_stat_activity s on s.pid = l.pid where not l.granted and s.datname = current_database()`;
  await expect.poll(async () => (await waiting.execute(db)).rows.length, { timeout: 10_000 }).toBeGreaterThanOrEqual(count);
}
