import { sql } from 'kysely';
import type { Tx } from './db.ts';

/** Work that is taken back alone when it fails, while the transaction goes on. */
export async function inSavepoint<Result>(tx: Tx, work: () => Promise<Result>): Promise<Result> {
  await sql`savepoint one_step`.execute(tx);
  try {
    const result = await work();
    await sql`release savepoint one_step`.execute(tx);
    return result;
  } catch (error) {
    await sql`rollback to savepoint one_step`.execute(tx);
    throw error;
  }
}
