import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { brandVisible } from '../../platform/db/scope.ts';
import type { Step } from './days.rules.ts';
import { onArrival, onSolving, sums, type Dimension, type Sums, type TimedMeasure } from './measures.ts';
import type { Grouping } from './reports.schemas.ts';

/** Numbers and codes as text, '' for none. */
export type Narrowing = { brandId?: number } & Partial<Record<Dimension, string>>;
export type Wanted = { scope: Scope; narrow: Narrowing; since: string; until: string };

const list = (names: readonly string[]) => sql.join(names.map((name) => sql.ref(name)));
const zeros = (names: readonly string[]) => sql.join(names.map((name) => sql`0 as ${sql.ref(name)}`));
const total = sql.join(sums.map((name) => sql`coalesce(sum(${sql.ref(name)}), 0)::bigint as ${sql.ref(name)}`));

const isDimension = (by: Grouping | null): by is Dimension => by !== null && by !== 'brand';
const narrowed = ({ brandId: _, ...rest }: Narrowing) => Object.entries(rest) as [Dimension, string][]; // the keys that the type has

/** The one thing that the sums by day must know of (`all`: nothing), or null when it is several at once. */
function dimensionOf(narrow: Narrowing, by: Grouping | null): 'all' | Dimension | null {
  const asked = new Set<Dimension>(narrowed(narrow).map(([name]) => name));
  if (isDimension(by)) asked.add(by);
  return asked.size > 1 ? null : ([...asked][0] ?? 'all');
}

function brands({ scope, narrow: { brandId } }: Pick<Wanted, 'scope' | 'narrow'>): RawBuilder<unknown> {
  return sql`${brandVisible(scope, sql`brand_id`)} ${brandId === undefined ? sql`` : sql`and brand_id = ${brandId}`}`;
}

function ofFacts(wanted: Pick<Wanted, 'scope' | 'narrow'>): RawBuilder<unknown> {
  return sql`workspace_id = ${wanted.scope.workspaceId} and ${brands(wanted)} ${sql.join(narrowed(wanted.narrow).map(([name, value]) => sql`and ${sql.ref(name)} = ${value}`), sql` `)}`;
}

function ofDays(wanted: Pick<Wanted, 'scope' | 'narrow'>, dimension: string): RawBuilder<unknown> {
  const values = narrowed(wanted.narrow).map(([, value]) => sql`and value = ${value}`);
  return sql`workspace_id = ${wanted.scope.workspaceId} and dimension = ${dimension} and ${brands(wanted)} ${sql.join(values, sql` `)}`;
}

/**
 * Rows of sums with `day`, `brand_id` and `value`. What shares at most one thing is read from the sums by day; where several are
 * asked for at once, the tickets of those days are summed up. Indexes: report_days (key), report_days_of, report_tickets_day, report_tickets_solved.
 */
function daysOf(wanted: Wanted, by: Grouping | null): RawBuilder<unknown> {
  const dimension = dimensionOf(wanted.narrow, by);
  const { since, until } = wanted;
  if (dimension !== null) return sql`select day, brand_id, value, ${list(sums)} from report_days where ${ofDays(wanted, dimension)} and day between ${since} and ${until}`;
  const value = isDimension(by) ? sql.ref(by) : sql`''`;
  return sql`
    select day, brand_id, ${value} as value, 1 as tickets, ${list(onArrival)}, ${zeros(onSolving)} from report_tickets where ${ofFacts(wanted)} and day between ${since} and ${until}
    union all
    select solved_day, brand_id, ${value} as value, 0 as tickets, ${zeros(onArrival)}, ${list(onSolving)} from report_tickets where ${ofFacts(wanted)} and solved_day between ${since} and ${until}`;
}

function timesOf(wanted: Wanted, by: Grouping | null): RawBuilder<unknown> {
  const dimension = dimensionOf(wanted.narrow, by);
  const { since, until } = wanted;
  if (dimension !== null) return sql`select day, brand_id, value, measure, step, count from report_day_times where ${ofDays(wanted, dimension)} and day between ${since} and ${until}`;
  const value = isDimension(by) ? sql.ref(by) : sql`''`;
  const step = (column: string) => sql`round(ln(greatest(1, ${sql.ref(column)})::float8) / ln(1.1::float8))::int`;
  return sql`
    select day, brand_id, ${value} as value, 'first_reply' as measure, ${step('first_reply_seconds')} as step, 1 as count from report_tickets where ${ofFacts(wanted)} and first_replies > 0 and day between ${since} and ${until}
    union all
    select solved_day, brand_id, ${value} as value, 'resolution', ${step('resolution_seconds')}, 1 from report_tickets where ${ofFacts(wanted)} and resolved > 0 and solved_day between ${since} and ${until}`;
}

/** Sums of each day that has any, in order. */
export async function readDays(db: Queryable, wanted: Wanted): Promise<({ day: string } & Sums)[]> {
  const { rows } = await sql<{ day: string } & Sums>`select day, ${total} from (${daysOf(wanted, null)}) d group by day order by day`.execute(db);
  return rows;
}

export type TimesRow = { key: string; measure: TimedMeasure; step: number; count: number };

/** How many took how long, by the start of each step of the time. */
export async function readTimesByStart(db: Queryable, wanted: Wanted, step: Step): Promise<TimesRow[]> {
  const start = step === 'day' ? sql`day` : step === 'month' ? sql`left(day, 7) || '-01'` : sql`to_char(date_trunc('week', day::timestamp), 'YYYY-MM-DD')`;
  const { rows } = await sql<TimesRow>`select ${start} as key, measure, step, sum(count)::bigint as count from (${timesOf(wanted, null)}) d group by 1, 2, 3`.execute(db);
  return rows;
}

export async function readTimes(db: Queryable, wanted: Wanted): Promise<TimesRow[]> {
  const { rows } = await sql<TimesRow>`select '' as key, measure, step, sum(count)::bigint as count from (${timesOf(wanted, null)}) d group by 2, 3`.execute(db);
  return rows;
}

const keyOf = (by: Grouping) => (by === 'brand' ? sql`brand_id::text` : sql`value`);

/** Sums of each value, those with most tickets first. */
export async function readBreakdown(db: Queryable, wanted: Wanted, by: Grouping, limit: number): Promise<({ key: string } & Sums)[]> {
  const { rows } = await sql<{ key: string } & Sums>`
    select * from (select ${keyOf(by)} as key, ${total} from (${daysOf(wanted, by)}) d group by 1) s
    where s.tickets > 0 or s.solved > 0 order by s.tickets desc, s.solved desc, s.key limit ${sql.lit(limit)}`.execute(db);
  return rows;
}

export async function readTimesOf(db: Queryable, wanted: Wanted, by: Grouping, keys: readonly string[]): Promise<TimesRow[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<TimesRow>`
    select * from (select ${keyOf(by)} as key, measure, step, sum(count)::bigint as count from (${timesOf(wanted, by)}) d group by 1, 2, 3) s where s.key = any(${[...keys]}::text[])`.execute(db);
  return rows;
}

/** How many are open now, whenever they came in, by value. Indexes: report_days_open, report_tickets_open. */
export async function readOpen(db: Queryable, wanted: Pick<Wanted, 'scope' | 'narrow'>, by: Grouping | null): Promise<Map<string, number>> {
  const dimension = dimensionOf(wanted.narrow, by);
  const key = by === null ? sql`''` : by === 'brand' ? sql`brand_id::text` : dimension === null ? sql.ref(by) : sql`value`;
  const from = dimension === null ? sql`report_tickets where ${ofFacts(wanted)}` : sql`report_days where ${ofDays(wanted, dimension)}`;
  const { rows } = await sql<{ key: string; open: number }>`select ${key} as key, sum(open)::bigint as open from ${from} and open > 0 group by 1`.execute(db);
  return new Map(rows.map((row) => [row.key, row.open]));
}
