/** How long somebody had a ticket before them: counted while they are there, and kept until the server has it. */

/** s; who touches nothing for so long is elsewhere. */
export const idleAfter = 120;
/** s; shorter looks in passing are no work. */
export const leastSeconds = 5;
/** s; a page that was frozen or asleep did not count meanwhile. */
const longestStep = 3;

export interface Stretch {
  /** Its own name: told twice, it is one entry */
  stretch: string;
  ticket: number;
  agent: number;
  seconds: number;
  started_at: string;
}

export interface Moment {
  /** ms */
  now: number;
  /** ms; the last time that a key, a pointer or a wheel was used */
  lastActive: number;
  visible: boolean;
  paused: boolean;
}

export function isCounting({ now, lastActive, visible, paused }: Moment): boolean {
  return visible && !paused && now - lastActive < idleAfter * 1_000;
}

export function createStopwatch(ticket: number, agent: number, newName: () => string) {
  let current: Stretch | null = null;
  let before: number | null = null;
  return {
    /** Once a second or so. */
    tick(moment: Moment): void {
      const counts = isCounting(moment);
      const step = before === null ? 0 : Math.min(longestStep, (moment.now - before) / 1_000);
      before = counts ? moment.now : null;
      if (!counts) return;
      current ??= { stretch: newName(), ticket, agent, seconds: 0, started_at: new Date(moment.now).toISOString() };
      current.seconds += step;
    },
    seconds: () => current?.seconds ?? 0,
    /** The stretch as it stands. */
    current: (): Stretch | null => current && { ...current, seconds: Math.round(current.seconds) },
    /** Ends it; the next tick begins another. */
    end(): Stretch | null {
      const ended = current && { ...current, seconds: Math.round(current.seconds) };
      current = null;
      return ended;
    },
  };
}
