import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import { nameFrequentStatements } from './named-statements.ts';
import type { DB } from './schema.gen.ts';
import { commitMark, shortenTransactions } from './short-transactions.ts';

export type Database = Kysely<DB>;
/** A running transaction. Whoever writes takes it first. */
export type Tx = Transaction<DB>;
/** For one statement that commits by itself: a lease, a heartbeat, a counter; never a part of a command. */
export type Alone = Queryable;
/** For reads that may run in or outside of a transaction. */
export type Queryable = Database | Tx;

// Keys are identities below 2^53 (ADR 2), so they are JSON numbers here.
pg.types.setTypeParser(pg.types.builtins.INT8, (value) => Number(value));
pg.types.setTypeParser(1016 as never, (value: string) => (value === '{}' ? [] : value.slice(1, -1).split(',').map(Number)));

/**
 * A pool that works as the program's own role. `max` is the number of connections. The plans that we know are those of a
 * disk without moving parts: with PostgreSQL's own 4 for `random_page_cost` a list is sorted instead of read in order, and its
 * `jit` compiles for longer than most of our statements run.
 * Statements end after 30 s, and a transaction that idles after 30 s: nothing may hold the event feed back.
 */
export function createPool(url: string, { max = 10, role = 'ombud_app' as string | null } = {}): pg.Pool {
  const settings = ['search_path=public', 'random_page_cost=1.1', 'jit=off', 'statement_timeout=30000', 'idle_in_transaction_session_timeout=30000', ...(role ? [`role=${role}`] : [])];
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: 'ombud',
    options: settings.map((setting) => `-c ${setting}`).join(' '),
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
  });
  // An idle connection that PostgreSQL cut is no event for us: the next query opens another.
  pool.on('error', () => undefined);
  // One in use tells its next query. Without a listener a connection cut between two statements would end the program.
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    nameFrequentStatements(client);
    shortenTransactions(client);
  });
  return pool;
}

export function createDatabase(pool: pg.Pool): Database {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}

/**
 * Before a transaction's last statement: its `commit` goes with it, in the same round trip. Whatever would have to undo it
 * must be an error of the statement itself. Outside of a transaction it says nothing.
 */
export const andCommit = sql.raw(commitMark);

/** The text of a `::jsonb` value; pg would send a JavaScript array as a PostgreSQL array. */
export function json<T>(value: T) {
  return sql<T>`${JSON.stringify(value)}::jsonb`;
}

/** True for errors of PostgreSQL with this SQLSTATE, e.g. 23505 unique_violation. */
export function isDatabaseError(error: unknown, sqlState: string, constraint?: string): boolean {
  if (!(error instanceof pg.DatabaseError)) return false;
  return error.code === sqlState && (constraint === undefined || error.constraint === constraint);
}

/** What was done within it before it failed is undone, and nothing else of the transaction. */
export async function inSavepoint<Result>(tx: Tx, work: () => Promise<Result>): Promise<Result> {
  await sql`savepoint one_part`.execute(tx);
  try {
    const result = await work();
    await sql`release savepoint one_part`.execute(tx);
    return result;
  } catch (error) {
    await sql`rollback to savepoint one_part`.execute(tx);
    throw error;
  }
}

/** Of this transaction; a statement that takes longer ends with SQLSTATE 57014. */
export async function limitStatements(tx: Tx, milliseconds: number): Promise<void> {
  await sql`select set_config('statement_timeout', ${String(milliseconds)}, true)`.execute(tx);
}
