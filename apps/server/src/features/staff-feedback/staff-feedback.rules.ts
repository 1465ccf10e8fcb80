import { endOfWorkingDay, type CalendarHours } from '../calendars/index.ts';

export const feedbackKinds = ['complaint', 'compliment'] as const;
export const feedbackChannels = ['mail', 'phone', 'letter', 'in_person', 'web'] as const;
/** How somebody was told. */
export const toldHow = ['mail', 'phone', 'letter', 'in_person'] as const;
export const feedbackOutcomes = ['upheld', 'partly_upheld', 'not_upheld', 'withdrawn', 'not_settled'] as const;
export const historyKinds = ['filed', 'read', 'note', 'owner', 'acknowledged', 'answered', 'closed', 'reopened', 'released', 'statement'] as const;

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
