import type { Database } from '../../platform/db/db.ts';
import type { Log } from '../../platform/log/log.ts';
import { readOpenOffers } from '../routing/index.ts';
import { write } from './messages.ts';
import type { Screen } from './screen.ts';
import { createTeller } from './teller.ts';

export const noOffers = write({ type: 'offers', ids: [] });

/** Tells the screens of one workspace in this process which offers their agent has: only the ids, and nobody else's. One query for all. */
export function createOfferNews({ db, log, workspaceId, screens }: { db: Database; log: Log; workspaceId: number; screens: Set<Screen> }) {
  return createTeller(log, 'offers cannot be read now', async () => {
    const here = [...screens].filter((screen) => screen.subscribed && !screen.isDoubted);
    const people = new Set(here.map(({ actor }) => actor.id));
    if (people.size === 0) return;
    const offers = Map.groupBy(await readOpenOffers(db, workspaceId, [...people]), ({ agent_id }) => agent_id);
    for (const screen of here) {
      const text = write({ type: 'offers', ids: (offers.get(screen.actor.id) ?? []).map(({ id }) => id) });
      if (screen.isDoubted || screen.offers === text) continue;
      screen.offers = text;
      screen.socket.send(text);
    }
  });
}
