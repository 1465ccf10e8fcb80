import type { Language } from '@ombud/i18n';
import { labelOf, offeredOptions, pathOf, type Field, type FieldValue } from './fields.ts';

export interface Step {
  value: string;
  label: string;
  opens?: boolean;
}

export const upwards = '\u0000up';
const mostFound = 50;
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** What hangs on a branch, or everything whose path has all the words that were typed. */
export function treeSteps(field: Field, { branch, typed, chosen, language }: { branch: string | null; typed: string; chosen?: FieldValue | null; language: Language }): Step[] {
  const options = offeredOptions(field, chosen);
  const words = plain(typed).split(/[\s→>/]+/).filter(Boolean);
  if (words.length > 0) {
    const found = options.map(({ key }) => ({ value: key, label: pathOf(field, key, language).join(' → ') }));
    return found.filter(({ label }) => words.every((word) => plain(label).includes(word))).slice(0, mostFound);
  }
  const branches = new Set(options.map(({ parent }) => parent));
  return options.filter(({ parent }) => parent === branch).map((option) => ({ value: option.key, label: labelOf(option, language), opens: branches.has(option.key) }));
}
