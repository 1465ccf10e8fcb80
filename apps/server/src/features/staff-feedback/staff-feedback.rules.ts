import { endOfWorkingDay, openCalendar, type CalendarHours } from '../calendars/index.ts';

export const feedbackKinds = ['complaint', 'compliment'] as const;
export const feedbackChannels = ['mail', 'phone', 'letter', 'in_person', 'web'] as const;
/** How somebody was told. */
export const toldHow = ['mail', 'phone', 'letter', 'in_person'] as const;
export const feedbackOutcomes = ['upheld', 'partly_upheld', 'not_upheld', 'withdrawn', 'not_settled'] as const;
export const historyKinds = ['filed', 'read', 'note', 'owner', 'left', 'acknowledged', 'answered', 'closed', 'reopened', 'released', 'statement'] as const;

export type FeedbackKind = (typeof feedbackKinds)[number];
export type Outcome = (typeof feedbackOutcomes)[number];

export const defaultDays = { acknowledge: 2, answer: 10 };

/** A complaint is acknowledged at once and answered within a told time (ISO 10002:2018); the days are the workspace's. */
export function deadlines(hours: CalendarHours, receivedAt: Date, days: { acknowledge: number; answer: number }): { acknowledgeBy: Date; answerBy: Date } {
  const end = (count: number) => new Date(endOfWorkingDay(hours, receivedAt.getTime(), count));
  return { acknowledgeBy: end(days.acknowledge), answerBy: end(days.answer) };
}

/** Whoever complained hears what came of it before the file is closed (ISO 10002:2018), unless they took it back. */
export function mayClose(outcome: Outcome, isAnswered: boolean): boolean {
  return isAnswered || outcome === 'withdrawn';
}

const hour = 3_600_000;
/** Opening hours before each deadline at which its owner is warned: half a day, and two days. Of a short time, half of it. */
const warnedBefore = { acknowledge: 4 * hour, answer: 16 * hour };

export function warnAt(hours: CalendarHours, receivedAt: Date, by: Date, what: keyof typeof warnedBefore): Date {
  const open = openCalendar(hours);
  const whole = open.between(receivedAt.getTime(), by.getTime());
  // A calendar that never opens has no hours to count.
  if (whole === 0) return new Date((receivedAt.getTime() + by.getTime()) / 2);
  return new Date(open.add(receivedAt.getTime(), whole - Math.min(warnedBefore[what], whole / 2)) ?? by);
}

export const reminderKinds = ['complaint_acknowledge_due', 'complaint_acknowledge_late', 'complaint_answer_due', 'complaint_answer_late'] as const;
export type ReminderKind = (typeof reminderKinds)[number];

export type Reminded = {
  owner_id: number | null;
  acknowledge_soon_at: Date | null;
  acknowledge_by: Date | null;
  acknowledged_at: Date | null;
  answer_soon_at: Date | null;
  answer_by: Date | null;
  answered_at: Date | null;
  closed_at: Date | null;
  /** What came due up to then has been told. */
  reminded_until: Date | null;
};

/** Of each deadline that still stands, the moments of which nobody was reminded yet, in order. A compliment has none, and nobody hears of what nobody owns. */
function waitingOf(of: Reminded): { kind: ReminderKind; at: Date }[][] {
  if (of.owner_id === null || of.closed_at !== null) return [];
  const standing = (done: Date | null, moments: [ReminderKind, Date | null][]) =>
    done === null ? moments.flatMap(([kind, at]) => (at !== null && at > (of.reminded_until ?? new Date(0)) ? [{ kind, at }] : [])) : [];
  return [
    standing(of.acknowledged_at, [['complaint_acknowledge_due', of.acknowledge_soon_at], ['complaint_acknowledge_late', of.acknowledge_by]]),
    standing(of.answered_at, [['complaint_answer_due', of.answer_soon_at], ['complaint_answer_late', of.answer_by]]),
  ];
}

/** When the owner is to be reminded next; it may lie behind. */
export function nextReminder(of: Reminded): Date | null {
  const moments = waitingOf(of).flat().map(({ at }) => at.getTime());
  return moments.length === 0 ? null : new Date(Math.min(...moments));
}

/** What the owner is told now: of each deadline its latest word, so that what was missed is caught up once. */
export function remindersDue(of: Reminded, now: Date): ReminderKind[] {
  return waitingOf(of).flatMap((moments) => moments.findLast(({ at }) => at <= now)?.kind ?? []);
}
