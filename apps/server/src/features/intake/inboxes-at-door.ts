import type { Context } from '../../context.ts';
import { monotonicNow } from '../../platform/clock/clock.ts';
import { inboxCandidates } from './intake-addresses.ts';
import { findInboxesByAddress, type InboxAtDoor } from './intake.queries.ts';

/** Milliseconds for which an address that was found counts as found. */
const good = 1_000;
const mostRemembered = 10_000;

/**
 * Finds the inbox of a recipient. What was found is good for a second: mail for one inbox often comes in a row, and what is
 * taken that much after an inbox was closed might as well have come before. What was not found is looked for each time.
 */
export function createInboxesAtDoor(context: Pick<Context, 'db'>): (recipient: string) => Promise<InboxAtDoor | null> {
  const remembered = new Map<string, { inbox: InboxAtDoor; until: number }>();
  return async (recipient) => {
    const candidates = inboxCandidates(recipient);
    const [best] = candidates;
    const known = best === undefined ? undefined : remembered.get(best);
    if (known && known.until > monotonicNow()) return known.inbox;
    const found = await findInboxesByAddress(context.db, candidates);
    const inbox = candidates.map((candidate) => found.find(({ address }) => address === candidate)).find((one) => one !== undefined) ?? null;
    if (best !== undefined && inbox) {
      if (remembered.size >= mostRemembered) remembered.clear();
      remembered.set(best, { inbox, until: monotonicNow() + good });
    }
    return inbox;
  };
}
