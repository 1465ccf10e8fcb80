import { useNow } from '@ombud/ui';
import type { Formats } from '@ombud/i18n';
import { useFormats } from '../../../lib/i18n.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long until then or since, short: "12:41" below a quarter of an hour, "3h 5m" below a day, else the date. */
export function leftText(due: Date, now: number, formats: Pick<Formats, 'duration' | 'shortDate'>): string {
  const left = Math.abs(due.getTime() - now);
  if (left >= day) return formats.shortDate(due);
  if (left < 15 * minute && due.getTime() > now) return `${Math.floor(left / minute)}:${String(Math.floor((left % minute) / 1_000)).padStart(2, '0')}`;
  return formats.duration(left / 1_000);
}

export type Urgency = 'over' | 'soon' | 'calm';

export function urgencyOf(due: Date, now: number): Urgency {
  const left = due.getTime() - now;
  return left <= 0 ? 'over' : left < hour ? 'soon' : 'calm';
}

/** Ticks every second while that is what counts, else now and then. */
export function useTimeLeft(dueAt: string): { text: string; urgency: Urgency; due: Date; /** So near that the countdown says more than the date */ counts: boolean } {
  const formats = useFormats();
  const due = new Date(dueAt);
  const rough = useNow();
  const isNear = Math.abs(due.getTime() - rough) < 20 * minute;
  const now = useNow(isNear ? 'second' : 'minute');
  return { text: leftText(due, now, formats), urgency: urgencyOf(due, now), due, counts: Math.abs(due.getTime() - now) < day };
}

export const urgencyColor: Record<Urgency, string> = { over: 'text-red', soon: 'text-amber', calm: 'text-muted' };
