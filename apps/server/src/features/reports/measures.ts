/** What tickets can share: reports are taken apart by it and narrowed to it. `brand` goes with every row of the sums. */
export const dimensions = ['team', 'assignee', 'tier', 'topic', 'channel', 'language', 'kind'] as const;
export type Dimension = (typeof dimensions)[number];

/** Counted on the day on which a ticket came in. */
export const onArrival = ['open', 'replies', 'first_replies', 'first_reply_seconds', 'first_reply_open_seconds', 'sla_met', 'sla_missed', 'promises_kept', 'promises_broken'] as const;
/** Counted on the day on which it was first solved. */
export const onSolving = [
  'solved', 'reopened', 'first_contact', 'resolved', 'resolution_seconds', 'resolution_open_seconds',
  'degree_solved', 'degree_partly', 'degree_worked_around', 'degree_not_solved', 'degree_withdrawn', 'timed', 'minutes', 'rated', 'score_sum',
] as const;
export type Amount = (typeof onArrival)[number] | (typeof onSolving)[number];
export type Sum = 'tickets' | Amount;
export const sums = ['tickets', ...onArrival, ...onSolving] as const satisfies readonly Sum[];
export type Sums = Record<Sum, number>;

/** Whose durations are kept by steps, too. */
export const timed = ['first_reply', 'resolution'] as const;
export type TimedMeasure = (typeof timed)[number];

/** What is said of one ticket: a row of report_tickets. */
export type TicketFacts = { ticket_id: number; brand_id: number; created_at: Date; day: string; solved_day: string | null } & Record<Dimension, string> & Record<Amount, number>;

const growth = Math.log(1.1);

/** The step of a duration in seconds: each is a tenth longer than the one before, so its middle is at most 5 % off. */
export function stepOf(seconds: number): number {
  return Math.round(Math.log(Math.max(1, seconds)) / growth);
}

/** The middle of a step, in seconds. */
export function secondsOf(step: number): number {
  return Math.round(Math.exp(step * growth));
}

/** The duration that `share` of all stay below, in seconds; null without any. Counts by step, in any order. */
export function quantile(counts: ReadonlyMap<number, number>, share: number): number | null {
  const steps = [...counts].filter(([, count]) => count > 0).toSorted(([one], [other]) => one - other);
  const all = steps.reduce((sum, [, count]) => sum + count, 0);
  let passed = 0;
  for (const [step, count] of steps) {
    passed += count;
    if (passed >= all * share) return secondsOf(step);
  }
  return null;
}
