import { quantile, sums, type Sums, type TimedMeasure } from './measures.ts';
import type { Figures } from './reports.schemas.ts';
import type { TimesRow } from './sums.queries.ts';

export type Steps = Record<TimedMeasure, Map<number, number>>;

export const noSums = (): Sums => Object.fromEntries(sums.map((sum) => [sum, 0])) as Sums; // every sum

export function addUp(rows: readonly Sums[]): Sums {
  const all = noSums();
  for (const row of rows) for (const sum of sums) all[sum] += row[sum];
  return all;
}

/** By key, how many took how many steps. */
export function stepsByKey(rows: readonly TimesRow[]): (key: string) => Steps {
  const byKey = new Map<string, Steps>();
  const of = (key: string): Steps => byKey.get(key) ?? { first_reply: new Map(), resolution: new Map() };
  for (const { key, measure, step, count } of rows) {
    const steps = of(key);
    steps[measure].set(step, (steps[measure].get(step) ?? 0) + count);
    byKey.set(key, steps);
  }
  return of;
}

const ratio = (part: number, whole: number) => (whole === 0 ? null : part / whole);

/** What the sums mean. `volumeOnly`: only how many there were. */
export function toFigures(row: Sums, steps: Steps, open: number, volumeOnly: boolean): Figures {
  const duration = (measure: TimedMeasure, tickets: number, seconds: number, openSeconds: number) => ({
    tickets,
    average_seconds: ratio(seconds, tickets),
    average_open_seconds: ratio(openSeconds, tickets),
    median_seconds: quantile(steps[measure], 0.5),
    p90_seconds: quantile(steps[measure], 0.9),
  });
  const unless = <T>(value: T): T | null => (volumeOnly ? null : value);
  return {
    tickets: row.tickets,
    solved: row.solved,
    open,
    first_reply: unless(duration('first_reply', row.first_replies, row.first_reply_seconds, row.first_reply_open_seconds)),
    resolution: unless(duration('resolution', row.resolved, row.resolution_seconds, row.resolution_open_seconds)),
    sla: unless({ met: row.sla_met, missed: row.sla_missed, share: ratio(row.sla_met, row.sla_met + row.sla_missed) }),
    promises: unless({ kept: row.promises_kept, broken: row.promises_broken, share: ratio(row.promises_kept, row.promises_kept + row.promises_broken) }),
    reopened: unless({ tickets: row.reopened, share: ratio(row.reopened, row.solved) }),
    first_contact: unless({ tickets: row.first_contact, share: ratio(row.first_contact, row.solved) }),
    degrees: unless({ solved: row.degree_solved, partly: row.degree_partly, worked_around: row.degree_worked_around, not_solved: row.degree_not_solved, withdrawn: row.degree_withdrawn }),
    effort: unless({ tickets: row.timed, minutes: row.minutes, average_minutes: ratio(row.minutes, row.timed) }),
    satisfaction: unless({ answers: row.rated, average: ratio(row.score_sum, row.rated) }),
    replies: unless(row.replies),
  };
}
