import type { EventRow, FeedPosition } from '../events/events.queries.ts';
import { monotonicNow } from '../clock/clock.ts';
import type { Log } from '../log/log.ts';

export type FeedReader = {
  end(): Promise<FeedPosition>;
  /** The next rows of the whole workspace. */
  read(after: FeedPosition, limit: number): Promise<EventRow[]>;
  /** True while committed events wait for an older transaction. */
  held(): Promise<boolean>;
};

export type Tailer = {
  /** Where it stands: every event up to here has been handed over. */
  position(): FeedPosition;
  /** There may be something new. */
  poke(): void;
  stop(): void;
};

const batch = 500;
const safetyPoll = 2_000;
const heldPoll = 25;
/** After so long a hold, look less often: somebody has a transaction open. */
const patience = 2_000;

/**
 * Follows the feed of one workspace for all its screens: one query a wake-up, however many sockets there are.
 * Resolves when it knows where it starts.
 */
export async function startTailer(reader: FeedReader, hand: (rows: EventRow[]) => void, log: Log): Promise<Tailer> {
  let position = await reader.end();
  let running = false;
  let again = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let heldSince: number | null = null;

  async function readAll(): Promise<void> {
    for (;;) {
      const rows = await reader.read(position, batch);
      const last = rows.at(-1);
      if (last) {
        position = { xid: last.xid, id: last.id };
        if (!stopped) hand(rows);
      }
      if (rows.length < batch) return;
    }
  }

  async function run(): Promise<void> {
    running = true;
    clearTimeout(timer);
    let wait = safetyPoll;
    try {
      do {
        again = false;
        await readAll();
      } while (again && !stopped);
      const held = await reader.held();
      heldSince = held ? (heldSince ?? monotonicNow()) : null;
      if (heldSince !== null) wait = monotonicNow() - heldSince < patience ? heldPoll : heldPoll * 10;
    } catch (error) {
      log.debug({ err: error }, 'the feed cannot be read now');
      wait = 500;
    } finally {
      running = false;
      if (!stopped) {
        if (again) void run();
        else timer = setTimeout(() => void run(), wait);
      }
    }
  }

  timer = setTimeout(() => void run(), safetyPoll);
  return {
    position: () => position,
    poke() {
      if (running) again = true;
      else if (!stopped) void run();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
