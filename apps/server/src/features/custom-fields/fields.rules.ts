import { fieldProblem } from '../../platform/errors/problem.ts';
import { deepestTree, mostOptions, type FieldType, type OptionInput, type PerLanguage } from './fields.schemas.ts';

/** "Serial number" → serial_number; empty when the label has no letter or digit of the alphabet. */
export function keyOf(label: string): string {
  const plain = label.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ł', 'l').replaceAll('ø', 'o').replaceAll('æ', 'ae').replaceAll('ß', 'ss');
  return plain.replace(/[^a-z0-9]+/g, '_').replace(/^_+|_+$/g, '').slice(0, 40).replace(/_+$/, '');
}

/** What a value's row holds. */
export type Stored = { number: number | null; text: string | null; textKey: string | null };
const nothing: Stored = { number: null, text: null, textKey: null };

export type Read = { ok: true; stored: Stored | null } | { ok: false; code: string; message: string };

/** A given value as it is stored; null takes it away. Options are looked up elsewhere. */
export function readValue(type: Exclude<FieldType, 'choice' | 'tree'>, given: string | number | boolean | null): Read {
  if (given === null || (typeof given === 'string' && given.trim() === '')) return { ok: true, stored: null };
  switch (type) {
    case 'text': {
      if (typeof given !== 'string') return wrong('A text');
      const text = given.toWellFormed().trim();
      return { ok: true, stored: { ...nothing, text, textKey: textKeyOf(text) } };
    }
    case 'number':
      if (typeof given !== 'number' || !Number.isFinite(given) || Math.abs(given) > 1e15) return wrong('A number');
      return { ok: true, stored: { ...nothing, number: given } };
    case 'date': {
      const day = typeof given === 'string' ? dayOf(given) : null;
      return day === null ? wrong('A date such as 2026-12-31') : { ok: true, stored: { ...nothing, number: day } };
    }
    case 'checkbox':
      if (typeof given !== 'boolean') return wrong('true or false');
      return { ok: true, stored: given ? { ...nothing, number: 1 } : null };
  }
}

function wrong(message: string): Read {
  return { ok: false, code: 'wrong_type', message };
}

/** What filters compare of a text. */
export function textKeyOf(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim().slice(0, 100).toWellFormed();
}

/** 2026-12-31 → 20261231; null for what is no day. */
export function dayOf(text: string): number | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!match || match[1] === '0000') return null;
  const milliseconds = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(milliseconds) || !new Date(milliseconds).toISOString().startsWith(text)) return null;
  return Number(`${match[1]}${match[2]}${match[3]}`);
}

export function dayText(day: number): string {
  const digits = String(day).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

export type PlannedOption = { key: string; parent: string | null; label: string; labels: PerLanguage; position: number; archived: boolean };

/**
 * Options as they will be stored: each with a key of its own, after the branch that it hangs on, archived with it.
 * @param kept keys that are taken by options which are not in the list
 * @throws Problem invalid_input that names the option
 */
export function planOptions(type: FieldType, given: readonly OptionInput[], kept: ReadonlySet<string>): PlannedOption[] {
  if (type !== 'choice' && type !== 'tree') throw fieldProblem('options', 'not_for_type', 'Only choice and tree have options');
  return planTree(given, kept, { field: 'options', levels: type === 'choice' ? 1 : deepestTree, most: mostOptions });
}

/** The same for any tree. `field` names it in problems; one with a single level has no branches. */
export function planTree(given: readonly OptionInput[], kept: ReadonlySet<string>, { field, levels, most }: { field: string; levels: number; most: number }): PlannedOption[] {
  const named = new Set([...kept, ...given.flatMap(({ key }) => key ?? [])]);
  const planned = new Map<string, PlannedOption & { depth: number }>();
  for (const [position, option] of given.entries()) {
    const key = option.key ?? freeKey(option.label, named);
    named.add(key);
    if (planned.has(key)) throw fieldProblem(`${field}.${position}.key`, 'duplicate', `There is a second option ${key}`);
    const parent = option.parent ?? null;
    if (parent !== null && levels === 1) throw fieldProblem(`${field}.${position}.parent`, 'not_for_type', 'Only a tree has branches');
    const above = parent === null ? null : planned.get(parent);
    if (above === undefined) throw fieldProblem(`${field}.${position}.parent`, 'not_found', 'No option of this key comes before it');
    const depth = (above?.depth ?? 0) + 1;
    if (depth > levels) throw fieldProblem(`${field}.${position}.parent`, 'too_deep', `This tree has at most ${levels} levels`);
    planned.set(key, { key, parent, label: option.label, labels: option.labels ?? {}, position, archived: option.archived === true || above?.archived === true, depth });
  }
  if (planned.size + kept.size > most) throw fieldProblem(field, 'too_big', `At most ${most}, archived ones included`);
  return [...planned.values()].map(({ depth: _, ...option }) => option);
}

function freeKey(label: string, taken: ReadonlySet<string>): string {
  const wanted = keyOf(label) || 'option';
  for (let turn = 1; ; turn += 1) {
    const key = turn === 1 ? wanted : `${wanted}_${turn}`;
    if (!taken.has(key)) return key;
  }
}
