/** What becomes of offers, pure. Times are ms. */

export const offerStates = ['open', 'accepted', 'declined', 'missed', 'withdrawn'] as const;
export type OfferState = (typeof offerStates)[number];
/** Ends after which somebody is not asked again in the same round. */
export type Passed = 'declined' | 'missed';

const second = 1_000;
const firstPause = 30 * second;
const longestPause = 600 * second;

/** All who could take it have been asked in this round (1, 2, …): so long until they are asked again. */
export function pauseAfter(round: number): number {
  return Math.min(longestPause, firstPause * 2 ** Math.min(10, round - 1));
}

/** Somebody who let so many offers run out one after another is not there, whatever they said. `ended`: the newest first, without withdrawn ones. */
export function isGone(ended: readonly OfferState[], misses: number): boolean {
  return misses > 0 && ended.length >= misses && ended.slice(0, misses).every((state) => state === 'missed');
}
