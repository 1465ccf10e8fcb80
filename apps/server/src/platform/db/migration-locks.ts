import pg from 'pg';
import { monotonicNow } from '../clock/clock.ts';

/** ms for all locks after the one that was waited for: short enough that nobody notices, long enough for who is just writing. */
const briefMs = 100;

const modes = ['row exclusive', 'share row exclusive', 'access exclusive'] as const;
type Mode = (typeof modes)[number];

const name = '([a-z_][a-z0-9_]*(?:\\.[a-z_][a-z0-9_]*)?)';
/** What a statement needs of a table that is there; an index stands for its table. */
const needs: [RegExp, Mode][] = [
  [new RegExp(`\\b(?:alter table|drop table|drop index|truncate(?: table)?)\\s+(?:if exists\\s+)?(?:only\\s+)?${name}`, 'gi'), 'access exclusive'],
  [new RegExp(`\\bcreate\\s+(?:unique\\s+)?index\\s+(?:[a-z_][a-z0-9_]*\\s+)?on\\s+(?:only\\s+)?${name}`, 'gi'), 'share row exclusive'],
  [new RegExp(`\\breferences\\s+${name}`, 'gi'), 'share row exclusive'],
  [new RegExp(`\\b(?:insert into|update|delete from)\\s+(?:only\\s+)?${name}`, 'gi'), 'row exclusive'],
];

/** The names in these statements, each with the most that is done to it. One that is no table, or made by them, is passed over later. */
export function tablesIn(text: string): Map<string, Mode> {
  const found = new Map<string, Mode>();
  const statements = text.replace(/--[^\n]*/g, ' ').replace(/\/\*[\s\S]*?\*\//g, ' ');
  for (const [pattern, mode] of needs)
    for (const [, table = ''] of statements.matchAll(pattern)) {
      const known = found.get(table.toLowerCase());
      if (known === undefined || modes.indexOf(mode) > modes.indexOf(known)) found.set(table.toLowerCase(), mode);
    }
  return found;
}

type TableLock = { table: string; mode: Mode };

/**
 * In the transaction that is open: takes what these statements will need before the first of them runs, so that none of them waits while
 * others wait for what it holds. Whoever is in the way is waited for with nothing in hand; the rest is taken within a moment, or all is
 * let go and the next one waited for alike. What is not found here the statements take for themselves.
 * @throws pg.DatabaseError 55P03 when it took longer than that
 */
export async function takeLocks(client: pg.Client, texts: readonly string[], patienceMs: number): Promise<void> {
  const locks = await locksFor(client, texts);
  const end = monotonicNow() + patienceMs;
  let inTheWay: TableLock | null = null;
  while (locks.length > 0) {
    await client.query('savepoint before_locks');
    try {
      if (inTheWay !== null) await take(client, inTheWay, end - monotonicNow());
      const brief: number = Math.min(end, monotonicNow() + briefMs);
      const first: TableLock | null = inTheWay;
      for (const lock of locks) {
        if (lock === first) continue;
        inTheWay = lock;
        await take(client, lock, brief - monotonicNow());
      }
      return;
    } catch (error) {
      if (!(error instanceof pg.DatabaseError && error.code === '55P03') || monotonicNow() >= end) throw error;
      await client.query('rollback to savepoint before_locks');
    }
  }
}

async function take(client: pg.Client, { table, mode }: TableLock, waitMs: number): Promise<void> {
  // 0 would be for ever.
  await client.query(`set local lock_timeout = ${Math.max(1, Math.ceil(waitMs))}`);
  await client.query(`lock table ${table} in ${mode} mode`);
}

async function locksFor(client: pg.Client, texts: readonly string[]): Promise<TableLock[]> {
  const wanted = tablesIn(texts.join(';\n'));
  const { rows } = await client.query<{ name: string; table: string }>(
    `select n.name, coalesce(i.indrelid, c.oid)::regclass::text as table from unnest($1::text[]) n(name)
     join pg_class c on c.oid = to_regclass(n.name) left join pg_index i on i.indexrelid = c.oid
     where c.relkind in ('r', 'p', 'i') and c.relpersistence = 'p' and c.relnamespace <> 'pg_catalog'::regnamespace and pg_has_role(c.relowner, 'usage') order by 2`,
    [[...wanted.keys()]],
  );
  const strongest = new Map<string, Mode>();
  for (const row of rows) {
    const mode = wanted.get(row.name) ?? 'row exclusive';
    const known = strongest.get(row.table);
    if (known === undefined || modes.indexOf(mode) > modes.indexOf(known)) strongest.set(row.table, mode);
  }
  return [...strongest].map(([table, mode]) => ({ table, mode }));
}
