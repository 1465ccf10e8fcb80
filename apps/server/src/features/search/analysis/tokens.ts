import { fold } from './fold.ts';

/** A word, or a whole e-mail address, with its place in the text. */
export type Token = { kind: 'word' | 'address'; word: string; folded: string; start: number; end: number };

// Bounded repeats only: the time grows with the text, whatever stands in it.
const pattern = /[\p{L}\p{N}_%+-][\p{L}\p{N}._%+-]{0,63}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
const longestWord = 64;
const wordPattern = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

/** The tokens of a text, in order, without signs that are a mark alone. An address is one token; `splitAddress` gives its words. */
export function* tokens(text: string): Generator<Token> {
  for (const { 0: found, index } of text.matchAll(patternFor(text))) {
    const token = readToken(found);
    if (token.folded !== '') yield { ...token, start: index, end: index + found.length };
  }
}

// Looking for an address at each word takes twice the time, and most texts have none.
const patternFor = (text: string): RegExp => (text.includes('@') ? pattern : wordPattern);

/** Letters and figures of these blocks stand for themselves: no marks among them, and no second half of a character. */
const plain = /^[\0-\u024f\u2000-\u206f\u20ac]*$/;
const plainWord = Uint8Array.from({ length: 0x250 }, (_, code) => (/[\p{L}\p{N}]/u.test(String.fromCharCode(code)) ? 1 : 0));
const isPlainWord = (code: number): boolean => code < 0x250 && plainWord[code] === 1;

/** The same tokens as they are written, and where, until `visit` says no more. Half the time, as the five languages are written with few signs. */
export function visitTokens(text: string, visit: (written: string, start: number) => boolean): void {
  if (text.includes('@') || !plain.test(text)) {
    for (const { 0: written, index } of text.matchAll(patternFor(text))) if (!visit(written, index)) return;
    return;
  }
  for (let index = 0; index < text.length; index += 1) {
    if (!isPlainWord(text.charCodeAt(index))) continue;
    const start = index;
    do index += 1;
    while (index < text.length && isPlainWord(text.charCodeAt(index)));
    if (!visit(text.slice(start, index), start)) return;
  }
}

export function readToken(written: string): Pick<Token, 'kind' | 'word' | 'folded'> {
  const isAddress = written.includes('@');
  const word = written.slice(0, isAddress ? 320 : longestWord).toLowerCase();
  return { kind: isAddress ? 'address' : 'word', word, folded: fold(word) };
}

export function splitAddress(address: string): string[] {
  return (address.match(wordPattern) ?? []).map((word) => word.slice(0, longestWord)).filter((word) => fold(word) !== '');
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
