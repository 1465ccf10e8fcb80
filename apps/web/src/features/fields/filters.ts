import type { Field } from './fields.ts';

/** One filter by a field as it stands in the address: `product:router`, `price:10..20`. */
export type FieldFilter = string;

export function filterParts(filter: FieldFilter): { key: string; value: string } {
  const at = filter.indexOf(':');
  return { key: filter.slice(0, at), value: filter.slice(at + 1) };
}

/** Those of an address that can be filters at all, each field once, at most five. */
export function readFieldFilters(given: unknown): FieldFilter[] | undefined {
  const all = (Array.isArray(given) ? given : [given]).filter((each): each is string => typeof each === 'string' && /^[a-z][a-z0-9_]{0,49}:.{1,240}$/.test(each));
  const byKey = new Map(all.map((filter) => [filterParts(filter).key, filter]));
  return byKey.size > 0 ? [...byKey.values()].slice(0, 5) : undefined;
}

export function withFilter(filters: readonly FieldFilter[] | undefined, key: string, value: string | null): FieldFilter[] | undefined {
  const others = (filters ?? []).filter((filter) => filterParts(filter).key !== key);
  const next = value === null ? others : [...others, `${key}:${value}`];
  return next.length > 0 ? next : undefined;
}

/** The words of a filter's value: `10 – 20`, `from 10`, `Router → R200`. */
export function filterText(field: Field, value: string, words: { one(value: string): string; between(from: string, to: string): string; from(value: string): string; to(value: string): string; beginning(value: string): string; or(values: string[]): string }): string {
  if (field.type === 'text') return words.beginning(value);
  if (field.type === 'choice' || field.type === 'tree') return words.or(value.split(',').map(words.one));
  if (field.type === 'checkbox') return words.one(value);
  const [from = '', to = from] = value.split('..');
  if (!value.includes('..') || from === to) return words.one(from);
  if (from === '') return words.to(words.one(to));
  return to === '' ? words.from(words.one(from)) : words.between(words.one(from), words.one(to));
}
