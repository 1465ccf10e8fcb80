import type { Context } from '../../context.ts';
import { noteNewHolidays } from './calendars.commands.ts';
import { findWithFewHolidays, storeHolidays, type StoredHolidays } from './calendars.queries.ts';
import type { HolidaySource } from './calendars.schemas.ts';
import { daysOff, holidaysOfYears } from './holidays/holidays.ts';

/** Last year is asked for by old tickets, the years that come by long targets. */
const yearsAhead = 5;
/** Refreshed before it comes to that. */
const fewestAhead = 2;

/** The days off of these holidays, as they are stored; takes a thread a moment, so not in a transaction. */
export async function findDaysOff(source: HolidaySource, now: Date): Promise<StoredHolidays> {
  const year = now.getUTCFullYear();
  const years = Array.from({ length: yearsAhead + 2 }, (_, index) => year - 1 + index);
  return { days: daysOff(await holidaysOfYears(source, years), source), until: year + yearsAhead };
}

/** Adds the years that have come nearer. */
export async function refreshHolidays({ db, clock }: Pick<Context, 'db' | 'clock'>, workspaceId: number): Promise<void> {
  const now = clock.now();
  for (const { id, holidays } of await findWithFewHolidays(db, workspaceId, now.getUTCFullYear() + fewestAhead)) {
    const stored = await findDaysOff(holidays, now);
    await db.transaction().execute(async (tx) => {
      await storeHolidays(tx, workspaceId, id, holidays, stored);
      await noteNewHolidays(tx, workspaceId, id);
    });
  }
}
