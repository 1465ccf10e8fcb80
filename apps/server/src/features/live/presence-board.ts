import { seesBrand } from '../../platform/auth/actor.ts';
import type { Database } from '../../platform/db/db.ts';
import type { Wake } from '../../platform/events/wake.ts';
import type { Log } from '../../platform/log/log.ts';
import { findPresence, findSeenTicket, moveConnection, refreshConnections, removeConnection, type PresenceState } from '../presence/index.ts';
import { write } from './messages.ts';
import type { Screen } from './screen.ts';

export type PresenceBoard = ReturnType<typeof createPresenceBoard>;

const settle = 30;
const sweepEvery = 15_000;

/** Who is on which ticket, for the screens of one workspace in this process. */
export function createPresenceBoard(options: { db: Database; wake: Wake; log: Log; workspaceId: number; screens: Set<Screen> }) {
  const { db, wake, log, workspaceId, screens } = options;
  const wanted = new Map<Screen, { ticket: number | null; state: PresenceState }>();
  const moving = new Set<Screen>();
  let timer: NodeJS.Timeout | undefined;
  let isTelling = false;
  let again = false;
  let stopped = false;

  const quietly = (work: Promise<unknown>) => void work.catch((error: unknown) => log.debug({ err: error }, 'presence not kept'));

  async function tell(): Promise<void> {
    const here = [...screens].filter((screen) => screen.place && !screen.isDoubted);
    const tickets = [...new Set(here.flatMap((screen) => screen.place?.ticketId ?? []))];
    if (tickets.length === 0) return;
    const found = new Map((await findPresence(db, workspaceId, tickets)).map((row) => [row.ticket_id, row]));
    const texts = new Map([...found].map(([id, { ticket, agents }]) => [id, write({ type: 'presence', ticket, agents })]));
    for (const screen of here) {
      // Asked again after the wait: a screen may have moved, or lost its permission meanwhile.
      if (!screen.place || screen.isDoubted) continue;
      const row = found.get(screen.place.ticketId);
      const text = texts.get(screen.place.ticketId);
      if (!row || text === undefined || !seesBrand(screen.actor.scope, row.brand_id)) {
        if (row && !seesBrand(screen.actor.scope, row.brand_id)) quietly(leave(screen));
        continue;
      }
      if (screen.lastPresence === text) continue;
      screen.lastPresence = text;
      screen.socket.send(text);
    }
  }

  function refresh(): void {
    if (stopped) return;
    if (isTelling) again = true;
    else timer ??= setTimeout(() => quietly(tellOnce()), settle);
  }

  async function tellOnce(): Promise<void> {
    timer = undefined;
    isTelling = true;
    try {
      await tell();
    } finally {
      isTelling = false;
      if (again) {
        again = false;
        refresh();
      }
    }
  }

  async function leave(screen: Screen): Promise<void> {
    screen.lastPresence = '';
    if (!screen.place) return;
    screen.place = null;
    await removeConnection(db, workspaceId, screen.actor.id, screen.connection);
    wake.say('presence');
  }

  async function move(screen: Screen): Promise<void> {
    moving.add(screen);
    try {
      for (let next = wanted.get(screen); next && !screen.isDoubted && screen.socket.isOpen(); next = wanted.get(screen)) {
        wanted.delete(screen);
        const ticket = next.ticket === null ? null : await findSeenTicket(db, screen.actor.scope, next.ticket);
        if (!ticket || next.ticket === null) {
          await leave(screen);
          continue;
        }
        if (screen.place?.ticketId !== ticket.id) screen.lastPresence = '';
        screen.place = { ticketId: ticket.id, number: next.ticket, state: next.state };
        await moveConnection(db, { workspaceId, agentId: screen.actor.id, connection: screen.connection, ticketId: ticket.id, state: next.state });
        // It may have closed while the row was written.
        if (!screen.socket.isOpen()) await removeConnection(db, workspaceId, screen.actor.id, screen.connection);
        wake.say('presence');
      }
    } finally {
      moving.delete(screen);
    }
  }

  const sweep = setInterval(() => {
    const alive = [...screens].filter((screen) => screen.place && screen.heard);
    for (const screen of screens) screen.heard = false;
    if (alive.length > 0) quietly(refreshConnections(db, workspaceId, alive.map((screen) => screen.connection)));
    refresh();
  }, sweepEvery);

  return {
    /** What a screen says of itself; of several at once only the newest counts. */
    place(screen: Screen, ticket: number | null, state: PresenceState): void {
      wanted.set(screen, { ticket, state });
      if (!moving.has(screen)) quietly(move(screen));
    },
    /** After a screen may be served again. */
    resume(screen: Screen): void {
      if (wanted.has(screen) && !moving.has(screen)) quietly(move(screen));
      refresh();
    },
    gone(screen: Screen): void {
      wanted.delete(screen);
      quietly(leave(screen));
    },
    refresh,
    stop(): void {
      stopped = true;
      clearInterval(sweep);
      clearTimeout(timer);
    },
  };
}
