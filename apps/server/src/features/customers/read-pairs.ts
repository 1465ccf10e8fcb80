import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { findCustomersById, type CustomerRow } from './customers.queries.ts';
import { listPairs, type DuplicateReason, type PairRow } from './duplicates.queries.ts';

/** Pairs that one page looks at to find those that the scope sees. */
const stretch = 500;

export type PairPosition = { other: number; one: number };

/** At most `limit` pairs, and where the next page begins; null at the end. */
export async function findPairPage(db: Queryable, scope: Scope, after: PairPosition | null, limit: number): Promise<{ pairs: PairRow[]; next: PairPosition | null }> {
  const looked = await listPairs(db, scope, { after, stretch });
  const seen = looked.filter(({ is_seen }) => is_seen);
  const pairs = seen.slice(0, limit);
  const last = seen.length > limit ? pairs.at(-1) : looked.length === stretch ? looked.at(-1) : undefined;
  return { pairs, next: last ? { other: last.other_id, one: last.one_id } : null };
}

export type ReadPair = { customers: [CustomerRow, CustomerRow]; reasons: DuplicateReason[] };

/** With both customers as the scope sees them, in one look. */
export async function readPairs(db: Queryable, scope: Scope, pairs: readonly PairRow[]): Promise<ReadPair[]> {
  if (pairs.length === 0) return [];
  const customers = new Map((await findCustomersById(db, scope, [...new Set(pairs.flatMap(({ one_id, other_id }) => [one_id, other_id]))])).map((row) => [row.id, row]));
  return pairs.flatMap(({ one_id, other_id, reasons }) => {
    const [one, other] = [customers.get(one_id), customers.get(other_id)];
    return one && other ? [{ customers: [one, other], reasons }] : [];
  });
}
