/** As the database gives it: a moment, infinity (until something happens), or null. */
export type SnoozedUntil = Date | number | null;

export function shownSnooze(until: SnoozedUntil): string | null {
  if (until === null) return null;
  return until instanceof Date ? until.toISOString() : 'reply';
}
