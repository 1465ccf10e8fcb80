import type { Queryable } from '../../platform/db/db.ts';
import { endOfDayIn } from './commitments.queries.ts';
import type { DueTime } from '../commitment-rows/index.ts';

/** A moment or a day of `timeZone` as the API takes them, and where a slot begins. */
export async function readDue(db: Queryable, timeZone: string, { due, from }: { due: string; from?: string }): Promise<DueTime> {
  if (due.length === 10) return { due_at: await endOfDayIn(db, due, timeZone), due_on: due, starts_at: null };
  return { due_at: new Date(due), due_on: null, starts_at: from === undefined ? null : new Date(from) };
}
