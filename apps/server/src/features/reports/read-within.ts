import { isDatabaseError, limitStatements, type Database, type Tx } from '../../platform/db/db.ts';
import { fieldProblem } from '../../platform/errors/problem.ts';

const mostMs = 10_000;

/** Several filters at once, over years, are summed from tickets: what takes too long gives its connection back. @throws Problem invalid_input */
export async function readWithin<Result>(db: Database, read: (tx: Tx) => Promise<Result>, milliseconds = mostMs): Promise<Result> {
  try {
    return await db.transaction().execute(async (tx) => {
      await limitStatements(tx, milliseconds);
      return read(tx);
    });
  } catch (error) {
    throw isDatabaseError(error, '57014') ? fieldProblem('since', 'too_slow', 'That takes too long: ask for a shorter period, or by fewer things at once') : error;
  }
}
