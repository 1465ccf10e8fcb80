import { fold } from '../../../lib/fuzzy.ts';
import type { Macro } from './types.ts';

/** What is searched of a macro: folded words, each once. */
interface Words {
  name: string[];
  keywords: string[];
  text: string[];
}

const words = new WeakMap<Macro, Words>();
/** Characters of each text that are searched */
const longest = 2_000;

function split(text: string): string[] {
  return [...new Set(fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean))];
}

function wordsOf(macro: Macro): Words {
  let known = words.get(macro);
  if (!known) {
    known = { name: split(macro.name), keywords: split(macro.keywords.join(' ')), text: split(macro.texts.map(({ text }) => text.slice(0, longest)).join(' ')) };
    words.set(macro, known);
  }
  return known;
}

/** Slips of the hand that are forgiven in a word of this length. */
function allowedSlips(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

/** Whether `one` becomes `other` by at most `most` letters changed, left out, added or swapped (optimal string alignment). */
export function isNear(one: string, other: string, most: number): boolean {
  if (Math.abs(one.length - other.length) > most) return false;
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      let cost = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (same ? 0 : 1)); // rows are as long as `other`
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) cost = Math.min(cost, before[j - 2]! + 1); // likewise
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return false;
    before = row;
    row = next;
  }
  return row[other.length]! <= most; // likewise
}

/** How well a typed word fits one of these; 0: not at all. The beginning of a word is enough, also with a slip in it. */
function fit(typed: string, among: readonly string[]): number {
  let best = 0;
  for (const word of among) {
    if (word === typed) return 1;
    if (word.startsWith(typed)) best = Math.max(best, 0.85);
    else if (typed.length >= 3 && word.includes(typed)) best = Math.max(best, 0.6);
  }
  const slips = allowedSlips(typed.length);
  if (best > 0 || slips === 0) return best;
  for (const word of among) {
    for (let length = typed.length - slips; length <= typed.length + slips; length += 1) {
      if (length <= word.length && isNear(typed, word.slice(0, length), slips)) return 0.4;
    }
  }
  return 0;
}

const day = 86_400_000;

/** What one has used oneself lately stands first, then what one uses at all, then what others do. */
function habit({ used, used_by_me: own }: Macro, now: number): number {
  const age = own.last_used_at === null ? Number.POSITIVE_INFINITY : Math.max(0, now - Date.parse(own.last_used_at)) / day;
  return 3 * Math.exp(-age / 14) + Math.log2(1 + own.count) * 0.5 + Math.log2(1 + used.count) * 0.1;
}

/** Those that fit what is typed, the best first: every word must be found in name, keywords or text. */
export function searchMacros(macros: readonly Macro[], typed: string, { now, compare }: { now: number; compare(one: string, other: string): number }): Macro[] {
  const wanted = split(typed);
  const found = macros.flatMap((macro) => {
    const { name, keywords, text } = wordsOf(macro);
    let score = 0;
    for (const word of wanted) {
      const best = Math.max(6 * fit(word, name), 5 * fit(word, keywords), 2 * fit(word, text));
      if (best === 0) return [];
      score += best;
    }
    return [{ macro, score: score + habit(macro, now) * (wanted.length > 0 ? 0.3 : 1) }];
  });
  return found.toSorted((one, other) => other.score - one.score || compare(one.macro.name, other.macro.name)).map(({ macro }) => macro);
}

/** Those that can be used on a ticket of the brand. */
export function macrosFor(macros: readonly Macro[], brandId: number): Macro[] {
  return macros.filter((macro) => macro.brand === null || macro.brand.id === brandId);
}
