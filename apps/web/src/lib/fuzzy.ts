/** Folds case and marks, so that "as" finds "Åsa" and "wyslij" finds "Wyślij". */
export function fold(text: string): string {
  return text
    .toLocaleLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae');
}

const wordsOf = (text: string) => fold(text).split(/[^\p{L}\p{N}#@.]+/u).filter(Boolean);

/** How many letters of a word may be wrong: none of a short one, which would be another word. */
function allowed(length: number): number {
  return length >= 8 ? 2 : length >= 4 ? 1 : 0;
}

/** Whether `typed` is a beginning of `word` but for a few slips: a letter wrong, missing, too many, or two swapped. */
export function almostBegins(word: string, typed: string): boolean {
  const most = allowed(typed.length);
  if (most === 0 || word[0] !== typed[0]) return false;
  for (let length = Math.max(1, typed.length - most); length <= Math.min(word.length, typed.length + most); length += 1) if (distance(word.slice(0, length), typed) <= most) return true;
  return false;
}

/** Optimal string alignment: insertions, deletions, substitutions, swaps of neighbours. */
function distance(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at += 1) {
    const row = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const same = one[at - 1] === other[to - 1] ? 0 : 1;
      let least = Math.min(last[to]! + 1, row[to - 1]! + 1, last[to - 1]! + same); // rows are as long as `other`
      if (at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1]) least = Math.min(least, before[to - 2]! + 1); // likewise
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[other.length]!; // the last of a row
}

/**
 * How well a label, and what is said about it, answer what was typed; null when a word of it is nowhere. A word counts
 * most at the beginning of the label, then at the beginning of one of its words, anywhere in it, in what is said, and
 * last with a slip.
 */
export function rank(label: string, typed: string, more = ''): number | null {
  const target = fold(label);
  const targets = wordsOf(label);
  const others = wordsOf(more);
  let score = 0;
  for (const word of fold(typed).split(/\s+/).filter(Boolean)) {
    if (target.startsWith(word)) score += 3;
    else if (targets.some((each) => each.startsWith(word))) score += 2;
    else if (target.includes(word)) score += 1;
    else if (others.some((each) => each.startsWith(word))) score += 0.8;
    else if (targets.some((each) => almostBegins(each, word))) score += 0.6;
    else if (others.some((each) => almostBegins(each, word))) score += 0.3;
    else return null;
  }
  return score;
}
