import type { Database } from '../../platform/db/db.ts';
import type { Log } from '../../platform/log/log.ts';
import { askerOf, mostCounted, readBells } from '../notifications/index.ts';
import { write } from './messages.ts';
import type { Screen } from './screen.ts';
import { createTeller } from './teller.ts';

export const silentBell = write({ type: 'bell', unread: 0, newest: null, ring: null });

/** Tells the screens of one workspace in this process how many notifications wait for their agent: one query for all. */
export function createBells({ db, log, workspaceId, screens }: { db: Database; log: Log; workspaceId: number; screens: Set<Screen> }) {
  return createTeller(log, 'the bells cannot be read now', async () => {
    const here = [...screens].filter((screen) => screen.subscribed && !screen.isDoubted);
    const people = new Map(here.map(({ actor }) => [actor.id, askerOf(actor)]));
    if (people.size === 0) return;
    const bells = await readBells(db, workspaceId, [...people.values()], mostCounted);
    const texts = new Map(bells.map(({ agent_id, unread, newest, ring }) => [agent_id, write({ type: 'bell', unread, newest, ring })]));
    for (const screen of here) {
      const text = texts.get(screen.actor.id);
      // A screen may have lost its permission while the rows were read.
      if (text === undefined || screen.isDoubted || screen.bell === text) continue;
      screen.bell = text;
      screen.socket.send(text);
    }
  });
}
