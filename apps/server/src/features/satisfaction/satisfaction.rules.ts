import type { OpenCalendar } from '../calendars/index.ts';
import type { TicketStatus } from '../tickets/index.ts';

export const surveyStates = ['waiting', 'asked', 'answered', 'dropped'] as const;
export type SurveyState = (typeof surveyStates)[number];
export const dropReasons = ['off', 'reopened', 'not_in_inbox', 'merged', 'employee', 'tag', 'machine', 'no_address', 'asked_lately', 'no_inbox', 'never_open'] as const;
export type DropReason = (typeof dropReasons)[number];

export const scores = [1, 2, 3, 4, 5] as const;
export type Score = (typeof scores)[number];

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** ms; so long after it was asked a link takes a first answer. */
export const linkGoodFor = 30 * day;
/** ms; a lead has so long for a follow-up, and then until the desk opens again. */
const followUpWithin = 24 * hour;

/** When a customer is asked: so many hours after it was solved, or when the desk is open next after that; null when it never opens. */
export function askAt(solvedAt: Date, delayHours: number, open: Pick<OpenCalendar, 'nextOpening'>): Date | null {
  const next = open.nextOpening(solvedAt.getTime() + delayHours * hour);
  return next && new Date(next.opens);
}

/** By when a low score is followed up. */
export function followUpBy(now: Date, open: Pick<OpenCalendar, 'nextOpening'>): Date {
  const wanted = now.getTime() + followUpWithin;
  return new Date(open.nextOpening(wanted)?.opens ?? wanted);
}

export type SurveyFacts = {
  enabled: boolean | null; every_days: number | null; ask_employees: boolean | null; skip_tags: string[] | null;
  status: TicketStatus; folder: 'inbox' | 'spam' | 'trash'; merged_into: number | null; tags: string[]; customer_kind: 'external' | 'employee';
  /** A machine wrote the first message, or somebody whose address is not theirs. */
  machine: boolean;
  /** An address that mail can reach: not one of ours, not blocked, not one that sent everything back. */
  address: string | null;
  /** When this person was asked last, about whichever ticket. */
  last_asked_at: Date | null;
  /** When the oldest reply on the ticket was written that has not gone out yet, and can perhaps still be taken back. */
  answer_waits_since: Date | null;
};

/** ms */
const answerWaitedFor = 2 * day;

/** Until when the question is put off because the customer has not been sent the answer that it is about; null: it is not. A mail that cannot be sent for days holds it back no longer. */
export function waitsForAnswer({ answer_waits_since: since }: Pick<SurveyFacts, 'answer_waits_since'>, now: Date): Date | null {
  const waited = since ? now.getTime() - since.getTime() : answerWaitedFor;
  // Ever more seldom, while a mail server is away for long.
  return waited < answerWaitedFor ? new Date(now.getTime() + Math.min(Math.max(waited / 4, minute), hour)) : null;
}

/** Why a customer is not asked about a ticket whose time has come; null: they are. */
export function whyNotAsked(facts: SurveyFacts, now: Date): DropReason | null {
  if (!facts.enabled) return 'off';
  if (facts.merged_into !== null) return 'merged';
  if (facts.folder !== 'inbox') return 'not_in_inbox';
  if (facts.status !== 'solved' && facts.status !== 'closed') return 'reopened';
  if (facts.customer_kind === 'employee' && !facts.ask_employees) return 'employee';
  if (facts.skip_tags?.some((tag) => facts.tags.includes(tag))) return 'tag';
  if (facts.machine) return 'machine';
  if (facts.address === null) return 'no_address';
  if (facts.last_asked_at && now.getTime() < facts.last_asked_at.getTime() + (facts.every_days ?? 30) * day) return 'asked_lately';
  return null;
}

/** What a customer's page takes: a first answer, another one, nothing more, or nothing at all. */
export type PageTakes = 'answer' | 'change' | 'over' | 'expired';

export function pageTakes({ asked_at, answered_at, change_days }: { asked_at: Date; answered_at: Date | null; change_days: number }, now: Date): PageTakes {
  if (answered_at) return now.getTime() < answered_at.getTime() + change_days * day ? 'change' : 'over';
  return now.getTime() < asked_at.getTime() + linkGoodFor ? 'answer' : 'expired';
}

export function isLow(score: number, lowScore: number): boolean {
  return score <= lowScore;
}

export type ScoreCounts = Record<Score, number>;

/** To two decimals; null without an answer. */
export function averageOf(counts: ScoreCounts): number | null {
  const answered = scores.reduce((sum, score) => sum + counts[score], 0);
  const total = scores.reduce((sum, score) => sum + score * counts[score], 0);
  return answered === 0 ? null : Math.round((total / answered) * 100) / 100;
}
