import { fold } from './fold.ts';

/** A word, or a whole e-mail address, with its place in the text. */
export type Token = { kind: 'word' | 'address'; word: string; folded: string; start: number; end: number };

// Bounded repeats only: the time grows with the text, whatever stands in it.
const pattern = /[\p{L}\p{N}_%+-][\p{L}\p{N}._%+-]{0,63}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
const longestWord = 64;

/** The tokens of a text, in order. An address is one token; `splitAddress` gives its words. */
export function* tokens(text: string): Generator<Token> {
  for (const { 0: found, index } of text.matchAll(pattern)) yield { ...readToken(found), start: index, end: index + found.length };
}

/** The tokens as they are written, and where. */
export function writtenTokens(text: string): Iterable<{ 0: string; index: number }> {
  return text.matchAll(pattern);
}

export function readToken(written: string): Pick<Token, 'kind' | 'word' | 'folded'> {
  const isAddress = written.includes('@');
  const word = written.slice(0, isAddress ? 320 : longestWord).toLowerCase();
  return { kind: isAddress ? 'address' : 'word', word, folded: fold(word) };
}

const wordPattern = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

export function splitAddress(address: string): string[] {
  return (address.match(wordPattern) ?? []).map((word) => word.slice(0, longestWord));
}

const telephone = /\+?\d(?:[ ()/.-]{0,2}\d){6,14}(?!\d)/g;
const shared = 8;

/**
 * Telephone and long customer numbers however they are grouped: the digits, and the last eight of them, so that
 * `+46 70 174 06 12` and `070-174 06 12` meet.
 */
export function longNumbers(text: string): string[] {
  const found = new Set<string>();
  for (const [match] of text.matchAll(telephone)) for (const lexeme of numberLexemes(match)) found.add(lexeme);
  return [...found];
}

export function numberLexemes(text: string): string[] {
  const digits = text.replace(/\D/g, '');
  if (digits.length < 7) return [];
  return digits.length > shared ? [`#${digits}`, `#${digits.slice(-shared)}`] : [`#${digits}`];
}
