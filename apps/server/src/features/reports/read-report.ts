import type { Queryable } from '../../platform/db/db.ts';
import { periodBefore, startOf, startsOf, stepFor, type Step } from './days.rules.ts';
import { addUp, noSums, stepsByKey, toFigures } from './figures.rules.ts';
import { readLabels } from './labels.queries.ts';
import type { Only } from './reports.policy.ts';
import type { Figures, Grouping } from './reports.schemas.ts';
import { readBreakdown, readDays, readOpen, readTimes, readTimesByStart, readTimesOf, type Wanted } from './sums.queries.ts';

export type Report = { figures: Figures; before: Figures; step: Step; series: { start: string; figures: Figures }[] };
export type BreakdownRow = { value: string | null; label: string | null; figures: Figures };

/** A period with the one before it, and how it went. Five statements, whatever its length. */
export async function readReport(db: Queryable, wanted: Wanted, only: Only): Promise<Report> {
  const earlier = { ...wanted, ...periodBefore(wanted) };
  const step = stepFor(wanted.since, wanted.until);
  const volumeOnly = only === 'volume';
  const days = await readDays(db, { ...wanted, since: earlier.since });
  const [times, timesBefore, timesByStart, open] = [await readTimes(db, wanted), await readTimes(db, earlier), await readTimesByStart(db, wanted, step), (await readOpen(db, wanted, null)).get('') ?? 0];
  const inPeriod = days.filter(({ day }) => day >= wanted.since);
  const stepsAt = stepsByKey(timesByStart);
  const byStart = Map.groupBy(inPeriod, ({ day }) => startOf(step, day));
  return {
    figures: toFigures(addUp(inPeriod), stepsByKey(times)(''), open, volumeOnly),
    before: toFigures(addUp(days.filter(({ day }) => day < wanted.since)), stepsByKey(timesBefore)(''), open, volumeOnly),
    step,
    series: startsOf(step, wanted.since, wanted.until).map((start) => {
      const sums = addUp(byStart.get(start) ?? []);
      return { start, figures: toFigures(sums, stepsAt(start), sums.open, volumeOnly) };
    }),
  };
}

/** A period taken apart by what its tickets share; those with most tickets first. */
export async function readParts(db: Queryable, wanted: Wanted, by: Grouping, only: Only, language: string, limit = 200): Promise<{ rows: BreakdownRow[]; more: boolean }> {
  const found = await readBreakdown(db, wanted, by, limit + 1);
  const open = await readOpen(db, wanted, by);
  const listed = new Set(found.map(({ key }) => key));
  // Who has open tickets, and got none in the period, has a load all the same.
  const idle = [...open].flatMap(([key, count]) => (count > 0 && !listed.has(key) ? [{ key, ...noSums() }] : []));
  const rows = [...found, ...idle].slice(0, limit);
  const keys = rows.map(({ key }) => key);
  const steps = stepsByKey(await readTimesOf(db, wanted, by, keys));
  const labels = await readLabels(db, wanted.scope.workspaceId, by, keys, language);
  return {
    rows: rows.map(({ key, ...sums }) => ({ value: key === '' ? null : key, label: labels.get(key) ?? null, figures: toFigures(sums, steps(key), open.get(key) ?? 0, only === 'volume') })),
    more: found.length + idle.length > limit,
  };
}
