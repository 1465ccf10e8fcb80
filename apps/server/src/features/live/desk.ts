import type { Context } from '../../context.ts';
import { systemActor } from '../../platform/auth/actor.ts';
import { feedEnd, readFeed, type EventRow } from '../../platform/events/events.queries.ts';
import { decodePosition, encodePosition } from '../../platform/events/feed.ts';
import { isAfter } from '../../platform/live/positions.ts';
import { startTailer } from '../../platform/live/tailer.ts';
import { viewEvent } from '../events/index.ts';
import { hasHeldEvents } from './live.queries.ts';
import { createBells, silentBell } from './bells.ts';
import { write } from './messages.ts';
import { createOfferNews, noOffers } from './offer-news.ts';
import { createPresenceBoard } from './presence-board.ts';
import { createRoll } from './roll.ts';
import type { Outgoing, Screen } from './screen.ts';

/** A screen that has missed more than this reads everything anew. */
const mostMissed = 1_000;

/** All screens of one workspace in this process, behind one reader of its feed. */
export type Desk = Awaited<ReturnType<typeof openDesk>>;

export async function openDesk({ db, wake, log, clock }: Pick<Context, 'db' | 'wake' | 'log' | 'clock'>, workspaceId: number) {
  const { scope } = systemActor(workspaceId);
  const screens = new Set<Screen>();
  const presence = createPresenceBoard({ db, wake, log, workspaceId, screens });
  const tailer = await startTailer(
    { end: () => feedEnd(db, workspaceId), read: (after, limit) => readFeed(db, scope, after, limit), held: () => hasHeldEvents(db, workspaceId) },
    (rows) => rows.map(toOutgoing).forEach((event) => screens.forEach((screen) => screen.deliver(event))),
    log,
  );
  const bells = createBells({ db, log, workspaceId, screens });
  const offers = createOfferNews({ db, log, workspaceId, screens });
  const roll = createRoll({ db, clock, log, workspaceId, screens });
  const quiet = [wake.on('events', tailer.poke), wake.on('presence', presence.refresh), wake.on('notifications', bells.refresh), wake.on('offers', offers.refresh), wake.on('offers', bells.refresh)];

  /** What the screen has missed, or null when that is too much or its position is none of ours. */
  async function findMissed(screen: Screen, after: string): Promise<{ rows: EventRow[]; position: ReturnType<typeof decodePosition> } | null> {
    const position = readPosition(after);
    // A position beyond the end is from before a restore.
    if (!position || isAfter(position, await feedEnd(db, workspaceId))) return null;
    const rows = await readFeed(db, screen.actor.scope, position, mostMissed + 1);
    return rows.length > mostMissed ? null : { rows, position };
  }

  /** The same with the rights of this moment: read again when they changed while it was read. */
  async function findMissedNow(screen: Screen, after: string): ReturnType<typeof findMissed> {
    for (;;) {
      await screen.trusted();
      const { doubts } = screen;
      const missed = await findMissed(screen, after);
      if (doubts === screen.doubts) return missed;
    }
  }

  return {
    screens,
    presence,
    bells,
    roll,
    /** Brings a screen up to now and keeps it there. */
    async subscribe(screen: Screen, after: string | null): Promise<void> {
      screen.hold();
      try {
        screen.subscribed = true;
        const start = tailer.position();
        const missed = after === null ? { rows: [], position: start } : await findMissedNow(screen, after);
        if (!missed) screen.socket.send(write({ type: 'reset' }));
        for (const row of missed?.rows ?? []) screen.socket.send(toOutgoing(row).text);
        const last = missed ? (missed.rows.at(-1) ?? missed.position) : start;
        const reached = isAfter(start, last) ? start : { xid: last.xid, id: last.id };
        screen.startAt(reached);
        screen.socket.send(write({ type: 'ready', position: encodePosition(reached) }));
        screen.presence.clear();
        presence.refresh();
        // A fresh one takes it that nothing waits; one that comes back may have been told otherwise.
        screen.bell = after === null ? silentBell : '';
        bells.refresh();
        screen.offers = after === null ? noOffers : '';
        offers.refresh();
      } finally {
        screen.release();
      }
    },
    close(): void {
      quiet.forEach((off) => off());
      presence.stop();
      bells.stop();
      offers.stop();
      roll.stop();
      tailer.stop();
    },
  };
}

function toOutgoing(row: EventRow): Outgoing {
  const event = viewEvent(row);
  return { xid: row.xid, id: row.id, brandId: row.brand_id, text: write({ type: 'event', position: event.position, event }) };
}

function readPosition(after: string) {
  try {
    return decodePosition(after);
  } catch {
    return null;
  }
}
