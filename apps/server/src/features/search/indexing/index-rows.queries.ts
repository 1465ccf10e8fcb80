import { sql } from 'kysely';
import type { Alone } from '../../../platform/db/db.ts';

export type IndexKind = 'tickets' | 'customers' | 'organizations';
export type IndexRow = { id: number; /** Of the row as it was when its source was read; 0 when there was none. */ version: number; slice: number; words: string };

const keys = { tickets: 'ticket_id', customers: 'customer_id', organizations: 'organization_id' } as const;

/**
 * Writes rows, each only over the version that its reader saw, and says which were written: who reads first and writes
 * last must not put back what is old.
 */
export async function writeIndexRows(alone: Alone, kind: IndexKind, workspaceId: number, rows: readonly IndexRow[]): Promise<number[]> {
  if (rows.length === 0) return [];
  const sorted = [...rows].sort((a, b) => a.id - b.id);
  const table = sql.table(`search_${kind}`);
  const key = sql.ref(keys[kind]);
  const slice = kind === 'tickets';
  const { rows: written } = await sql<{ id: number }>`
    insert into ${table} as s (workspace_id, ${key}, words, version ${slice ? sql`, slice` : sql``})
    select ${workspaceId}, x.id, x.words::tsvector, x.version + 1 ${slice ? sql`, x.slice` : sql``}
    from unnest(${sorted.map(({ id }) => id)}::bigint[], ${sorted.map(({ words }) => words)}::text[], ${sorted.map(({ version }) => version)}::bigint[], ${sorted.map((row) => row.slice)}::int[]) as x(id, words, version, slice)
    on conflict (workspace_id, ${key}) do update set words = excluded.words, version = excluded.version
    where s.version = excluded.version - 1
    returning ${key} as id`.execute(alone);
  return written.map(({ id }) => id);
}
