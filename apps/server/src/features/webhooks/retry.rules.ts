const minute = 60;
const hour = 60 * minute;

/** Seconds from each failed attempt to the next, about three days in all: the schedule that Standard Webhooks gives as its example. */
const waits = [5, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour] as const;
export const mostAttempts = waits.length + 1;

const longestRest = 5 * minute;
const longestAsked = 24 * hour;

/** Seconds to the next attempt, up to a fifth longer by `chance` (0 to 1); null when there is none left. */
export function secondsToNext(attempts: number, chance: number): number | null {
  const wait = waits[attempts - 1];
  return wait === undefined ? null : wait * (1 + chance / 5);
}

/** Seconds for which nothing is sent to an endpoint that has failed so often in a row: one that is down is not called for each event anew. */
export function secondsToRest(failures: number): number {
  return Math.min(longestRest, 2 ** Math.min(failures, 20));
}

/** Seconds that an answer asks to be left alone for (RFC 9110 §10.2.3), within a day; 0 when it does not say so readably. */
export function secondsAsked(retryAfter: string | undefined, now: Date): number {
  if (retryAfter === undefined) return 0;
  const seconds = /^\d{1,9}$/.test(retryAfter.trim()) ? Number(retryAfter) : (Date.parse(retryAfter) - now.getTime()) / 1000;
  return Number.isFinite(seconds) ? Math.min(longestAsked, Math.max(0, seconds)) : 0;
}
