import { seesBrand } from '../../platform/auth/actor.ts';
import type { Database } from '../../platform/db/db.ts';
import type { Wake } from '../../platform/events/wake.ts';
import type { Log } from '../../platform/log/log.ts';
import { findPresence, findSeenTicket, moveConnection, refreshConnections, removeConnection, type PresenceState, type TicketPresence } from '../presence/index.ts';
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
    const here = [...screens].filter((screen) => (screen.subscribed || screen.place) && !screen.isDoubted);
    if (here.length === 0) return;
    const told = new Set(here.flatMap((screen) => [...screen.presence.keys(), ...(screen.place ? [screen.place.ticketId] : [])]));
    const rows = (await findPresence(db, workspaceId, [...told])).map((row) => ({ ...row, text: write({ type: 'presence', ticket: row.ticket, agents: row.agents }) }));
    for (const screen of here) for (const row of rows) tellOf(screen, row);
  }

  /** Lists show who is on which ticket, so every screen is told of every ticket that it may see. */
  function tellOf(screen: Screen, row: TicketPresence & { text: string }): void {
    // A screen may have lost its permission while the rows were read.
    if (screen.isDoubted) return;
    if (!seesBrand(screen.actor.scope, row.brand_id)) {
      screen.presence.delete(row.ticket_id);
      if (screen.place?.ticketId === row.ticket_id) quietly(leave(screen));
      return;
    }
    const isEmpty = row.agents.length === 0;
    if (screen.presence.get(row.ticket_id) === row.text || (isEmpty && !screen.presence.has(row.ticket_id))) return;
    if (isEmpty) screen.presence.delete(row.ticket_id);
    else screen.presence.set(row.ticket_id, row.text);
    screen.socket.send(row.text);
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
