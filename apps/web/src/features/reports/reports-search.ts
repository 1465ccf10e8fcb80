import type { Shape } from '@ombud/sdk';
import type { Answer, CallOptions } from '../../lib/api.ts';
import { ApiProblem } from '../../lib/problem.ts';

export const sections = ['overview', 'volume', 'times', 'quality', 'load', 'staffing', 'mail'] as const;
export type Section = (typeof sections)[number];

export type Query = NonNullable<CallOptions<'/api/v1/reports', 'get'>['query']>;
export type Figures = Shape<'ReportFigures'>;
export type Breakdown = Answer<'/api/v1/reports/by', 'get'>;
export type Grouping = Breakdown['by'];
export type Show = NonNullable<NonNullable<CallOptions<'/api/v1/reports/tickets', 'get'>['query']>['show']>;

export const groupings = ['brand', 'team', 'assignee', 'tier', 'topic', 'channel', 'language', 'kind'] as const satisfies readonly Grouping[];
export const periods = [7, 30, 90, 365] as const;

/** As it stands in the address: whatever somebody typed there. */
export interface ReportsSearch {
  section?: unknown; days?: unknown; since?: unknown; until?: unknown; by?: unknown; show?: unknown;
  brand?: unknown; team?: unknown; assignee?: unknown; tier?: unknown; topic?: unknown; channel?: unknown; language?: unknown; kind?: unknown;
}

export type Filter = Partial<Record<Grouping, string | number>>;
export interface Asked {
  section: Section;
  /** Null: from `since` to `until`, as they were chosen. */
  days: number | null;
  since: string;
  until: string;
  filter: Filter;
  by: Grouping | null;
  show: Show | null;
}

const shows = new Set<unknown>([
  'tickets', 'open', 'first_replies', 'sla_met', 'sla_missed', 'promises_kept', 'promises_broken', 'solved', 'reopened', 'first_contact', 'resolved', 'degree_solved', 'degree_partly', 'degree_worked_around', 'degree_not_solved', 'degree_withdrawn', 'timed', 'rated',
] satisfies Show[]);
const codes: Partial<Record<Grouping, RegExp>> = { channel: /^(email|phone|chat|form|letter|walk_in|api|web)$/, language: /^([a-z]{2,3}|none)$/, kind: /^(question|incident|problem|task|complaint|order)$/ };

/** What the address asks for; what it cannot mean is left out. `today`: where the workspace is. */
export function readSearch(search: ReportsSearch, today: string): Asked {
  const chosen = isDay(search.since) && isDay(search.until) && search.since <= search.until && daysOf(search.since, search.until) <= 1_100 ? { since: search.since, until: search.until } : null;
  const days = chosen ? null : (periods.find((each) => each === Number(search.days)) ?? 30);
  const filter: Filter = {};
  for (const name of groupings) {
    const value = search[name];
    const code = codes[name];
    if (code ? typeof value === 'string' && code.test(value) : isId(value, name === 'tier' ? 3 : Number.MAX_SAFE_INTEGER) || (value === 'none' && name !== 'brand' && name !== 'tier')) filter[name] = value as string | number; // as looked at here
  }
  return {
    section: sections.find((each) => each === search.section) ?? 'overview',
    days,
    ...(chosen ?? { since: addDays(today, 1 - (days ?? 30)), until: today }),
    filter,
    by: groupings.find((each) => each === search.by) ?? null,
    show: shows.has(search.show) ? (search.show as Show) : null, // as looked at here
  };
}

const isId = (value: unknown, most: number): value is number => Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= most;
const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`)) && new Date(`${value}T00:00:00Z`).toISOString().startsWith(value);

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function daysOf(since: string, until: string): number {
  return Math.round((Date.parse(until) - Date.parse(since)) / 86_400_000) + 1;
}

/** Several filters over so long a time are more than the server sums up for one question. */
export const isTooSlow = (error: unknown): boolean => error instanceof ApiProblem && error.fields.some(({ code }) => code === 'too_slow');

/** The next shorter period that is offered, which ends where the one asked for ends; null of the shortest. */
export function shorterSpan({ days, since, until }: Pick<Asked, 'days' | 'since' | 'until'>): { days: (typeof periods)[number] } | { since: string; until: string } | null {
  const shorter = periods.findLast((each) => each < daysOf(since, until));
  if (shorter === undefined) return null;
  return days === null ? { since: addDays(until, 1 - shorter), until } : { days: shorter };
}

export function queryOf({ since, until, filter }: Pick<Asked, 'since' | 'until' | 'filter'>): Query {
  return { since, until, ...filter } as Query; // the filter holds what readSearch let through
}
