import { seesBrand, type Scope } from '../../platform/auth/actor.ts';
import { fieldProblem } from '../../platform/errors/problem.ts';
import { dayOf, textKeyOf } from './fields.rules.ts';
import type { KnownField } from './known-fields.ts';

/** What tickets must have in one field, as plain data. */
export type FieldFilter = {
  fieldId: number;
  /** A brand's own field: only its tickets show the value. */
  brandId: number | null;
} & ({ kind: 'options'; ids: number[] } | { kind: 'numbers'; from: number | null; to: number | null } | { kind: 'beginning'; text: string } | { kind: 'unticked' });

/**
 * `product:router,switch`, `price:10..20`, `bought:2026-01-01..`, `serial:ab-`, `fitted:true` as conditions.
 * @throws Problem invalid_input for `field`: unknown, not filterable, or nothing that the field can hold
 */
export function readFieldFilters(scope: Scope, fields: readonly KnownField[], given: readonly string[]): FieldFilter[] {
  return given.map((each) => {
    const at = each.indexOf(':');
    const [key, value] = [each.slice(0, at), each.slice(at + 1).trim()];
    const field = fields.find((known) => known.key === key && (known.brandId === null || seesBrand(scope, known.brandId)));
    if (!field) throw fieldProblem('field', 'unknown_field', `There is no field ${key}`);
    if (!field.filterable) throw fieldProblem('field', 'not_filterable', `Lists cannot be filtered by ${key}`);
    if (!field.ready) throw fieldProblem('field', 'filter_not_ready', `The values of ${key} are being indexed; try again in a minute`);
    const filter = readFilter(field, value);
    if (!filter) throw fieldProblem('field', 'wrong_type', `${key} cannot be ${value}`);
    return { fieldId: field.id, brandId: field.brandId, ...filter };
  });
}

type Condition = { kind: 'options'; ids: number[] } | { kind: 'numbers'; from: number | null; to: number | null } | { kind: 'beginning'; text: string } | { kind: 'unticked' };

function readFilter(field: KnownField, value: string): Condition | null {
  switch (field.type) {
    case 'choice':
    case 'tree': {
      const ids = value.split(',').map((key) => field.options.get(key.trim()));
      return ids.includes(undefined) ? null : { kind: 'options', ids: withBelow(field, ids.flatMap((id) => id ?? [])) };
    }
    case 'number':
      return readRange(value, (text) => (/^-?\d{1,15}(?:\.\d{1,10})?$/.test(text) ? Number(text) : null));
    case 'date':
      return readRange(value, dayOf);
    case 'checkbox':
      return value === 'true' ? { kind: 'numbers', from: 1, to: 1 } : value === 'false' ? { kind: 'unticked' } : null;
    case 'text': {
      const text = textKeyOf(value);
      return text === '' ? null : { kind: 'beginning', text };
    }
  }
}

function readRange(value: string, read: (text: string) => number | null): Condition | null {
  const parts = value.split('..');
  if (parts.length > 2 || value === '..') return null;
  const [first = '', last = first] = parts;
  const from = first === '' ? null : read(first);
  const to = last === '' ? null : read(last);
  if ((first !== '' && from === null) || (last !== '' && to === null)) return null;
  return { kind: 'numbers', from, to };
}

/** A branch stands for everything that hangs on it. */
function withBelow(field: KnownField, ids: readonly number[]): number[] {
  const found = new Set<number>();
  const rest = [...ids];
  for (let id = rest.pop(); id !== undefined; id = rest.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    rest.push(...(field.below.get(id) ?? []));
  }
  return [...found];
}
