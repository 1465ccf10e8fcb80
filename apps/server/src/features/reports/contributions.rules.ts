import { dimensions, onArrival, onSolving, stepOf, sums, timed, type Dimension, type Sums, type TicketFacts, type TimedMeasure } from './measures.ts';

export type DayKey = { dimension: 'all' | Dimension; day: string; value: string; brand_id: number };
export type DayChange = DayKey & Sums;
export type TimesChange = DayKey & { measure: TimedMeasure; step: number; count: number };
export type Changes = { days: DayChange[]; times: TimesChange[] };

/**
 * What the sums by day have to be changed by, when these tickets counted as `before` and count as `after` now. Each ticket
 * stands in the row of all and in one for each thing that it shares; rows come in the order of their keys.
 */
export function changesOf(before: readonly TicketFacts[], after: readonly TicketFacts[]): Changes {
  const days = new Map<string, DayChange>();
  const times = new Map<string, TimesChange>();
  const count = (facts: TicketFacts, by: 1 | -1) => {
    for (const dimension of ['all', ...dimensions] as const) {
      const key = { dimension, value: dimension === 'all' ? '' : facts[dimension], brand_id: facts.brand_id };
      const arrived = rowOf(days, { ...key, day: facts.day });
      arrived.tickets += by;
      for (const amount of onArrival) arrived[amount] += by * facts[amount];
      if (facts.first_replies > 0) stepIn(times, { ...key, day: facts.day }, 'first_reply', facts.first_reply_seconds, by);
      if (facts.solved_day === null) continue;
      const solved = rowOf(days, { ...key, day: facts.solved_day });
      for (const amount of onSolving) solved[amount] += by * facts[amount];
      if (facts.resolved > 0) stepIn(times, { ...key, day: facts.solved_day }, 'resolution', facts.resolution_seconds, by);
    }
  };
  for (const facts of before) count(facts, -1);
  for (const facts of after) count(facts, 1);
  const inOrder = <Row>(rows: ReadonlyMap<string, Row>) => [...rows].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
  return {
    days: inOrder(days).filter((row) => sums.some((sum) => row[sum] !== 0)),
    times: inOrder(times).filter((row) => row.count !== 0),
  };
}

const nothing = Object.fromEntries(sums.map((sum) => [sum, 0])) as Sums; // every sum
const nameOf = ({ dimension, day, value, brand_id }: DayKey) => [dimension, day, value, brand_id].join('\n');

function rowOf(rows: Map<string, DayChange>, key: DayKey): DayChange {
  const name = nameOf(key);
  const row = rows.get(name) ?? { ...key, ...nothing };
  rows.set(name, row);
  return row;
}

function stepIn(rows: Map<string, TimesChange>, key: DayKey, measure: (typeof timed)[number], seconds: number, by: number): void {
  const step = stepOf(seconds);
  const name = `${nameOf(key)}\n${measure}\n${step}`;
  const row = rows.get(name) ?? { ...key, measure, step, count: 0 };
  row.count += by;
  rows.set(name, row);
}
