/** A stretch of time in which a zone's clocks are `offset` ms ahead of UTC; from `from` up to, not including, `to`, in ms since 1970. */
export type Stretch = { from: number; to: number; offset: number };

export type WallClock = {
  /** How far its clocks are ahead of UTC, in ms. */
  offsetAt(moment: number): number;
  /** What lies between two moments, cut where the clocks are changed, in order. */
  stretches(from: number, to: number): Generator<Stretch>;
};

const day = 86_400_000;
/** Days whose offset is remembered: some ten years of one zone. */
const mostDays = 4_000;
const known = new Map<string, WallClock>();

/** The clocks of an IANA zone. @throws RangeError for a zone that there is not */
export function wallClockOf(timeZone: string): WallClock {
  const before = known.get(timeZone);
  if (before) return before;
  const clock = createWallClock(timeZone);
  if (known.size >= 50) known.clear();
  known.set(timeZone, clock);
  return clock;
}

function createWallClock(timeZone: string): WallClock {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' });
  const atMidnight = new Map<number, number>();
  const changeOn = new Map<number, number>();

  function offsetAt(moment: number): number {
    const whole = Math.floor(moment / 1000) * 1000;
    // "11/27/2026, 08:30:00": its numbers stand in this order in this locale.
    const [month = 1, date = 1, year = 1970, hour = 0, minute = 0, second = 0] = (format.format(whole).match(/\d+/g) ?? []).map(Number);
    return Date.UTC(year, month - 1, date, hour, minute, second) - whole;
  }

  /** The offset at the beginning of a UTC day. */
  function offsetOf(utcDay: number): number {
    let offset = atMidnight.get(utcDay);
    if (offset === undefined) {
      offset = offsetAt(utcDay * day);
      if (atMidnight.size >= mostDays) atMidnight.clear();
      atMidnight.set(utcDay, offset);
    }
    return offset;
  }

  /** The first moment of a UTC day that has another offset than its beginning. */
  function changeIn(utcDay: number): number {
    let change = changeOn.get(utcDay);
    if (change === undefined) {
      const before = offsetOf(utcDay);
      let low = utcDay * day;
      let high = low + day;
      while (high - low > 1000) {
        const middle = low + Math.floor((high - low) / 2000) * 1000;
        if (offsetAt(middle) === before) low = middle;
        else high = middle;
      }
      change = high;
      if (changeOn.size >= mostDays) changeOn.clear();
      changeOn.set(utcDay, change);
    }
    return change;
  }

  function* stretches(from: number, to: number): Generator<Stretch> {
    let start = from;
    for (let utcDay = Math.floor(from / day); utcDay * day < to; utcDay += 1) {
      const offset = offsetOf(utcDay);
      const end = Math.min(to, (utcDay + 1) * day);
      if (offsetOf(utcDay + 1) !== offset) {
        const change = changeIn(utcDay);
        if (change > start && change < end) {
          yield { from: start, to: change, offset };
          start = change;
        }
        if (start < end) yield { from: start, to: end, offset: start >= change ? offsetOf(utcDay + 1) : offset };
      } else yield { from: start, to: end, offset };
      start = end;
    }
  }

  return {
    offsetAt(moment) {
      for (const { offset } of stretches(moment, moment + 1)) return offset;
      return offsetAt(moment);
    },
    stretches,
  };
}
