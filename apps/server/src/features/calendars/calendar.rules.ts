import type { CalendarHours } from './calendars.schemas.ts';
import { openMinutes } from './opening-days.rules.ts';
import { wallClockOf } from './wall-clock.ts';

/**
 * When a desk is open, and how much of that lies between two moments. Moments and lengths are ms; a stretch holds its
 * beginning and not its end.
 *
 * It is open whenever its clock on the wall shows an hour of that date's hours. So an hour that a change of the clocks
 * leaves out does not exist for it either, and one that comes twice counts twice.
 */
export type OpenCalendar = {
  isOpen(at: number): boolean;
  /** The first moment at which so much open time has passed since `from`; null when it never comes. */
  add(from: number, open: number): number | null;
  /** The open time between two moments; 0 when they are not in order. */
  between(from: number, to: number): number;
  /** The first open moment at or after `from`, and when it closes again (null: it does not, as far as can be seen); null when it never opens. */
  nextOpening(from: number): { opens: number; closes: number | null } | null;
  /** The open stretches of a time, in order, joined where one follows the other. */
  openStretches(from: number, to: number): Generator<{ from: number; to: number }>;
};

const minute = 60_000;
const dayMs = 86_400_000;
/** So far ahead it is looked for: what does not come within ten years never comes. */
export const horizon = 3_653 * dayMs;

export function openCalendar(calendar: CalendarHours): OpenCalendar {
  const clock = wallClockOf(calendar.timeZone);
  const minutesOf = openMinutes(calendar);

  function* pieces(from: number, to: number): Generator<{ from: number; to: number }> {
    for (const stretch of clock.stretches(from, to)) {
      const { offset } = stretch;
      for (let day = Math.floor((stretch.from + offset) / dayMs); day * dayMs - offset < stretch.to; day += 1) {
        const midnight = day * dayMs - offset;
        for (const open of minutesOf(day)) {
          const start = Math.max(stretch.from, midnight + open.from * minute);
          const end = Math.min(stretch.to, midnight + open.to * minute);
          if (start < end) yield { from: start, to: end };
        }
      }
    }
  }

  function* openStretches(from: number, to: number): Generator<{ from: number; to: number }> {
    let last: { from: number; to: number } | null = null;
    for (const piece of pieces(from, to)) {
      if (last && piece.from === last.to) last.to = piece.to;
      else {
        if (last) yield last;
        last = { ...piece };
      }
    }
    if (last) yield last;
  }

  return {
    openStretches,
    isOpen(at) {
      for (const _ of pieces(at, at + 1)) return true;
      return false;
    },
    add(from, open) {
      if (open <= 0) return from;
      let left = open;
      for (const piece of pieces(from, from + horizon)) {
        if (piece.to - piece.from >= left) return piece.from + left;
        left -= piece.to - piece.from;
      }
      return null;
    },
    between(from, to) {
      let sum = 0;
      for (const piece of pieces(from, to)) sum += piece.to - piece.from;
      return sum;
    },
    nextOpening(from) {
      for (const { from: opens, to: closes } of openStretches(from, from + horizon)) return { opens, closes: closes >= from + horizon ? null : closes };
      return null;
    },
  };
}

/** Time as it passes, by day and night: what counts where a target is not in business time. */
export const aroundTheClock: OpenCalendar = {
  isOpen: () => true,
  add: (from, open) => from + Math.max(0, open),
  between: (from, to) => Math.max(0, to - from),
  nextOpening: (from) => ({ opens: from, closes: null }),
  *openStretches(from, to) {
    if (from < to) yield { from, to };
  },
};
