import { seesBrand, type AgentActor } from '../../platform/auth/actor.ts';
import type { FeedPosition } from '../../platform/events/events.queries.ts';
import type { LiveSocket } from '../../platform/live/live-socket.ts';
import { isAfter } from '../../platform/live/positions.ts';
import type { PresenceState } from '../presence/index.ts';
import { write } from './messages.ts';

/** An event ready to be sent: written once for all screens. */
export type Outgoing = FeedPosition & { brandId: number | null; text: string };
export type Place = { ticketId: number; number: number; state: PresenceState };

const mostHeld = 1_000;

/** One open socket of an agent. */
export type Screen = ReturnType<typeof createScreen>;

export function createScreen(options: { connection: string; actor: AgentActor; socket: LiveSocket; identify: () => Promise<AgentActor | null> }) {
  let holds = 0;
  let held: Outgoing[] = [];
  let overflowed = false;
  let reached: FeedPosition | null = null;
  const waiting: (() => void)[] = [];

  function send(event: Outgoing): void {
    if (reached && !isAfter(event, reached)) return;
    reached = { xid: event.xid, id: event.id };
    if (event.brandId !== null && !seesBrand(screen.actor.scope, event.brandId)) return;
    screen.socket.send(event.text);
  }

  const screen = {
    ...options,
    /** Set once the client has said hello. */
    subscribed: false,
    place: null as Place | null,
    /** What it was last told of each ticket that somebody is on. */
    presence: new Map<number, string>(),
    /** What its bell was last told. */
    bell: '',
    /** Which offers it was last told of. */
    offers: '',
    heard: true,
    /** How often it was doubted whether the agent may still see what comes; nothing goes out while `isDoubted`. */
    doubts: 0,
    isDoubted: false,
    doubt(): void {
      screen.doubts += 1;
      if (screen.isDoubted) return;
      screen.isDoubted = true;
      screen.hold();
    },
    trust(): void {
      if (!screen.isDoubted) return;
      screen.isDoubted = false;
      screen.release();
      waiting.splice(0).forEach((go) => go());
    },
    /** Resolves when the screen is not doubted; never for one that is closed instead. */
    async trusted(): Promise<void> {
      while (screen.isDoubted) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    /** Events wait until `release`: while the screen catches up, or while it is asked again who it is. */
    hold(): void {
      holds += 1;
    },
    release(): void {
      holds -= 1;
      if (holds > 0) return;
      const kept = held;
      held = [];
      if (overflowed) {
        screen.presence.clear();
        screen.socket.send(write({ type: 'reset' }));
      }
      overflowed = false;
      kept.forEach(send);
    },
    /** From here on: events up to this position are not sent again. */
    startAt(position: FeedPosition): void {
      reached = position;
    },
    deliver(event: Outgoing): void {
      if (!screen.subscribed) return;
      if (holds === 0) return send(event);
      held.push(event);
      if (held.length <= mostHeld) return;
      held = [];
      overflowed = true;
    },
  };
  return screen;
}
