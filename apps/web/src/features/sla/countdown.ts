import { useNow } from '@ombud/ui';
import { useFormats, useT } from '../../lib/i18n.ts';
import type { SlaDue } from './sla-queries.ts';

export type SlaTone = 'calm' | 'soon' | 'late' | 'resting';

export interface Countdown {
  tone: SlaTone;
  /** "2h 5m", of time that is left or gone */
  time: string;
  /** "2h 5m left", "1h late", "paused with 3h left" */
  words: string;
}

type Standing = Pick<SlaDue, 'state' | 'due_at' | 'left_seconds'>;

/** How a promised time stands now; it ticks each second in the last hour before it is due, else each few. */
export function useCountdown({ state, due_at, left_seconds }: Standing): Countdown {
  const t = useT();
  const formats = useFormats();
  const close = due_at !== null && Math.abs(Date.parse(due_at) - Date.now()) < 3_600_000;
  const now = useNow(close && state !== 'resting' ? 'second' : 'minute');
  if (state === 'resting') {
    // Whole hours where there are many: of opening hours, so that they make no days.
    const time = formats.duration(left_seconds >= 2 * day ? left_seconds - (left_seconds % 3_600) : left_seconds);
    return { tone: 'resting', time, words: t('sla.resting', { time }) };
  }
  if (due_at === null) return { tone: 'calm', time: '–', words: t('sla.noHours') };
  const seconds = Math.round((Date.parse(due_at) - now) / 1000);
  const late = state === 'breached' || seconds < 0;
  const time = sayTime(Math.abs(seconds), formats.duration, formats.number);
  return { tone: late ? 'late' : state === 'warned' ? 'soon' : 'calm', time, words: t(late ? 'sla.late' : 'sla.left', { time }) };
}

const day = 86_400;
/** Days beyond two, hours and minutes before, seconds at the end. */
function sayTime(seconds: number, duration: (seconds: number) => string, number: (value: number) => string): string {
  if (seconds >= 2 * day) return `${number(Math.floor(seconds / day))}d`;
  if (seconds >= 60) return duration(seconds);
  return `${seconds}s`;
}
