const day = 86_400_000;
const hour = 3_600_000;

export type PastRun = { status: 'done' | 'failed'; error: string | null; at: Date };

/** The last moment at or before `now` at which a daily backup was to begin. */
export function lastMoment(now: Date, atMinute: number): Date {
  const today = Math.floor(now.getTime() / day) * day + atMinute * 60_000;
  return new Date(today <= now.getTime() ? today : today - day);
}

/**
 * Whether the daily backup is due: none is whole since its moment, which is made up for after a stop. After a failure it
 * waits an hour, unless it was only cut off. A desk that was not there yet at that moment has nothing to save.
 */
export function isDue(now: Date, { atMinute, deskSince, last, lastDone }: { atMinute: number; deskSince: Date | null; last: PastRun | null; lastDone: Date | null }): boolean {
  const moment = lastMoment(now, atMinute);
  if (!deskSince || deskSince >= moment) return false;
  if (lastDone && lastDone >= moment) return false;
  if (last?.status !== 'failed' || last.error === 'stopped' || last.error === 'interrupted') return true;
  return now.getTime() - last.at.getTime() >= hour;
}
