import { fold } from '../analysis/fold.ts';
import { splitAddress, tokens } from '../analysis/tokens.ts';
import { facet, quote } from '../analysis/vector.ts';
import { monthFacets, readDate } from './dates.ts';
import type { Filter, FilterName } from './parse-query.ts';

/** Somebody or something that a filter can name. */
export type Named = { id: number; names: string[] };
/** With what hangs on which. */
export type NamedTopic = Named & { parent: number | null };
export type Names = { me: number | null; agents: Named[]; teams: Named[]; brands: Named[]; topics: NamedTopic[] };

export type NamedKind = Exclude<keyof Names, 'me'>;

const kindOf: Partial<Record<FilterName, NamedKind>> = { assignee: 'agents', team: 'teams', brand: 'brands', topic: 'topics' };

/** Whose names must be known to read these filters: `assignee:none` and `assignee:me` name nobody. */
export function namedKinds(filters: readonly Filter[]): Set<NamedKind> {
  const kinds = new Set<NamedKind>();
  for (const { name, value } of filters) {
    const kind = kindOf[name];
    if (kind && !valuesOf(value).every((each) => isNone(name, each) || isMe(name, each))) kinds.add(kind);
  }
  return kinds;
}

const valuesOf = (value: string): string[] => value.split(',').map((each) => each.trim()).filter(Boolean);
const isNone = (name: FilterName, value: string): boolean => name !== 'brand' && name !== 'topic' && fold(value) === 'none';
const isMe = (name: FilterName, value: string): boolean => name === 'assignee' && fold(value) === 'me';

export type ReadFilters = {
  /** Conditions of a tsquery; all must hold. */
  conditions: string[];
  /** What the rows themselves must hold, besides: a month is coarser than a day. */
  after: Date | null;
  before: Date | null;
  brandIds: number[] | null;
  /** Filters whose value nobody knows; nothing can be found with them. */
  unknown: Filter[];
};

const closed: Partial<Record<FilterName, readonly string[]>> = {
  status: ['new', 'open', 'pending', 'on_hold', 'solved', 'closed'],
  priority: ['low', 'normal', 'high', 'urgent'],
  channel: ['email', 'phone', 'chat', 'form', 'letter', 'walk_in', 'api', 'web'],
  in: ['inbox', 'spam', 'trash', 'anywhere'],
  has: ['attachment'],
};

/** A ticket has one of these, so naming two means either; of the others it has many, so it must have both. */
const single: readonly FilterName[] = ['status', 'assignee', 'brand', 'team', 'in', 'priority', 'channel', 'language', 'topic'];

export function readFilters(filters: readonly Filter[], names: Names, now: Date): ReadFilters {
  const read: ReadFilters = { conditions: [], after: null, before: null, brandIds: null, unknown: [] };
  const either = new Map<FilterName, string[]>();
  for (const filter of filters) {
    if (filter.name === 'before' || filter.name === 'after') {
      readMoment(filter, read, now);
      continue;
    }
    const lexemes = valuesOf(filter.value).map((value) => condition({ ...filter, value }, names));
    if (lexemes.length === 0 || lexemes.includes(null)) {
      read.unknown.push(filter);
      continue;
    }
    const known = lexemes.filter((lexeme) => lexeme !== null);
    if (filter.excluded) read.conditions.push(`!(${known.join('|')})`);
    else if (single.includes(filter.name)) either.set(filter.name, [...(either.get(filter.name) ?? []), ...known]);
    else read.conditions.push(`(${known.join('|')})`);
  }
  if (!either.has('in')) either.set('in', [quote('folder:inbox')]);
  for (const lexemes of either.values()) read.conditions.push(`(${lexemes.join('|')})`);
  if (read.after || read.before) {
    const months = monthFacets(read.after, read.before, now);
    read.conditions.push(months.length > 0 ? `(${months.map(quote).join('|')})` : quote('month:none'));
  }
  read.brandIds = brandsOf(filters, names);
  return read;
}

/** What customers can be narrowed by too; null when no brand is named. */
function brandsOf(filters: readonly Filter[], names: Names): number[] | null {
  const named = filters.filter(({ name, excluded }) => name === 'brand' && !excluded);
  return named.length === 0 ? null : named.flatMap(({ value }) => valuesOf(value).flatMap((each) => resolve(names.brands, each)));
}

function readMoment(filter: Filter, read: ReadFilters, now: Date): void {
  const moment = readDate(filter.value, now);
  if (!moment) {
    read.unknown.push(filter);
    return;
  }
  const isAfter = (filter.name === 'after') !== filter.excluded;
  if (isAfter) read.after = read.after && read.after > moment ? read.after : moment;
  else read.before = read.before && read.before < moment ? read.before : moment;
}

function condition({ name, value }: Filter, names: Names): string | null {
  const words = closed[name];
  if (words) {
    const word = fold(value).replaceAll(/[\s-]/g, '_').replace(/^attachments$|^files?$/, 'attachment').replace(/^any$|^all$/, 'anywhere');
    if (!words.includes(word)) return null;
    if (name === 'in') return word === 'anywhere' ? ['inbox', 'spam', 'trash'].map((folder) => quote(facet('folder', folder))).join('|') : quote(facet('folder', word));
    return quote(facet(name, word));
  }
  if (name === 'tag' || name === 'language') return quote(facet(name, value));
  if (name === 'from' || name === 'to') return person(name, value);
  if (name === 'topic') return topic(names.topics, value);
  if (isNone(name, value)) return quote(`${name}:none`);
  if (isMe(name, value)) return names.me === null ? null : quote(`assignee:${names.me}`);
  const found = resolve(name === 'assignee' ? names.agents : name === 'team' ? names.teams : names.brands, value);
  return found.length === 0 ? null : found.map((id) => quote(`${name}:${id}`)).join('|');
}

/** A topic with all that hangs on it. */
function topic(topics: readonly NamedTopic[], value: string): string | null {
  const ids = new Set(resolve(topics, value));
  for (let before = -1; before < ids.size; ) {
    before = ids.size;
    for (const { id, parent } of topics) if (parent !== null && ids.has(parent)) ids.add(id);
  }
  return ids.size === 0 ? null : [...ids].map((id) => quote(`topic:${id}`)).join('|');
}

/** The whole address, or words of a name or address, each the beginning of one. */
function person(name: 'from' | 'to', value: string): string | null {
  const parts = [...tokens(value)].flatMap((token) =>
    token.kind === 'address' ? [quote(facet(name, token.word))] : splitAddress(token.word).map((word) => `${quote(facet(name, word))}${fold(word).length > 1 ? ':*' : ''}`),
  );
  return parts.length === 0 ? null : `(${parts.join('&')})`;
}

const mostNamed = 50;

/** Exactly named, else named by the beginning of a word. */
function resolve(known: readonly Named[], value: string): number[] {
  const wanted = fold(value);
  if (wanted === '') return [];
  const exact = known.filter(({ names }) => names.some((name) => fold(name) === wanted));
  const found = exact.length > 0 ? exact : known.filter(({ names }) => names.some((name) => fold(name).split(/[\s@]+/).some((_, index, words) => words.slice(index).join(' ').startsWith(wanted))));
  return found.slice(0, mostNamed).map(({ id }) => id);
}
