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

/** How well a label answers what was typed: every word must begin a word of it, or at least stand in it; null if not. */
export function rank(label: string, typed: string): number | null {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  const target = fold(label);
  let score = 0;
  for (const word of words) {
    const at = target.indexOf(word);
    if (at < 0) return null;
    score += at === 0 ? 3 : target.includes(` ${word}`) ? 2 : 1;
  }
  return score;
}
