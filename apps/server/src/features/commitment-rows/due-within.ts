import type { Tx } from '../../platform/db/db.ts';
import { aroundTheClock, openHours, readHoursOfBrands } from '../calendars/index.ts';
import type { DueTime } from './commitments.rules.ts';

const hour = 3_600_000;

export type Within = { hours: number; /** Hours in which the brand's desk is open */ business?: boolean };

/** When what is promised within so many hours is due, by the brand's desk where it says so; null where that never opens. */
export async function dueWithin(tx: Tx, workspaceId: number, brandId: number, { hours, business }: Within, begins: Date): Promise<DueTime | null> {
  const open = business ? openHours(await readHoursOfBrands(tx, workspaceId, [brandId])).get(brandId) : aroundTheClock;
  const at = open?.add(begins.getTime(), hours * hour) ?? null;
  return at === null ? null : { due_at: new Date(at), due_on: null, starts_at: null };
}
