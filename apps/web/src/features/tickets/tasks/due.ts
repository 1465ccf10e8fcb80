import type { Task } from '../work/work-queries.ts';
import { momentOf, toFields, wallTime } from '../snooze/snooze-times.ts';

export type DueState = 'none' | 'overdue' | 'today' | 'later';

/** How a task stands to now, by the agent's clock. */
export function dueState({ due_at, done_at }: Pick<Task, 'due_at' | 'done_at'>, now: Date, zone: string): DueState {
  if (due_at === null) return 'none';
  const at = new Date(due_at);
  if (at < now && done_at === null) return 'overdue';
  return toFields(at, zone).date === toFields(now, zone).date ? 'today' : 'later';
}

/** Days to choose from with one press. */
export function dueDays(now: Date, zone: string): { today: string; tomorrow: string; nextWeek: string } {
  const today = wallTime(now, zone);
  const onDay = (days: number) => toFields(momentOf({ ...today, day: today.day + days, hour: 12, minute: 0 }, zone), zone).date;
  return { today: onDay(0), tomorrow: onDay(1), nextWeek: onDay((8 - today.weekday) % 7 || 7) };
}

export const isDay = (due: string) => due.length === 10;
