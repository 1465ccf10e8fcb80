/** Help with mistyped names: words that are one slip apart share a word that both become when a letter is taken out. */

const shortest = 4;
const longest = 24;

/** The word and what is left of it without one letter, marked so that no word of a text is one of them. */
export function nearbyKeys(folded: string): string[] {
  if (folded.length < shortest || folded.length > longest || /\d|@/.test(folded)) return [];
  const keys = new Set([`~${folded}`]);
  for (let index = 0; index < folded.length; index += 1) keys.add(`~${folded.slice(0, index)}${folded.slice(index + 1)}`);
  return [...keys];
}

/** How many slips a word of this length may have: a letter too many, missing, wrong, or two the wrong way round. */
export function mostSlips(length: number): number {
  if (length < shortest) return 0;
  return length < 8 ? 1 : 2;
}

/** Slips between two words, counted no further than `most` (optimal string alignment; Damerau 1964). */
export function slips(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
      row.push(least);
    }
    if (Math.min(...row) > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return last[other.length] ?? most + 1;
}
