const marks = /\p{M}/gu;
const letters: Record<string, string> = { ł: 'l', ø: 'o', æ: 'ae', ß: 'ss', '’': "'", '‘': "'", '`': "'", '–': '-', '—': '-', '\u00a0': ' ', '\u202f': ' ' };
const special = /[łøæß’‘`–—\u00a0\u202f]/g;

/** Small letters without marks, as people type who leave them out: the words of `words.ts` are written so too. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(marks, '').toLowerCase().replace(special, (letter) => letters[letter] ?? letter);
}
