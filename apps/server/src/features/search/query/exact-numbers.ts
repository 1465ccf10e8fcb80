import { nationalDigits, readPhoneNumber } from '../../customers/index.ts';
import { quote } from '../analysis/vector.ts';
import type { ParsedQuery } from './parse-query.ts';

/** Telephone numbers among what is looked for: nothing but digits and what stands between them, seven at least. */
function numbersIn({ terms }: ParsedQuery): string[] {
  return terms.filter(({ text, excluded }) => !excluded && /^\+?[\d ()./\u00a0-]+$/.test(text) && text.replace(/\D/g, '').length >= 7).map(({ text }) => text);
}

export function hasNumber(query: ParsedQuery): boolean {
  return numbersIn(query).length > 0;
}

/**
 * Conditions of a tsquery by which people are found by the whole number only, however it is typed: the last digits, which
 * find it in the text of a ticket, are those of others in other countries too. What was typed counts as it stands as well,
 * for customer numbers and the like.
 */
export function exactNumbers(query: ParsedQuery, country: string | undefined): string[] {
  return numbersIn(query).flatMap((text) => {
    const number = readPhoneNumber(text, country);
    if (number === undefined) return [];
    const spellings = new Set([number, nationalDigits(number), text].map((each) => `#${each.replace(/\D/g, '')}`));
    return [`(${[...spellings].map(quote).join('|')})`];
  });
}
