import { sql, type RawBuilder } from 'kysely';

/** The words of a name without accents, as the indexes customers_words and organizations_words have them (migration 0023). */
export function wordsOf(column: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`ombud.name_words(${column})`;
}

/** Letters that Unicode does not take apart into a base letter and a mark. */
const whole: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', ı: 'i', æ: 'ae', œ: 'oe', ß: 'ss', þ: 'th' };

/** As `ombud.name_words` folds them. */
function foldName(text: string): string {
  return text.toLowerCase().normalize('NFKD').replace(/[\u0300-\u036f]+/g, '').replace(/[łøđðıæœßþ]/g, (letter) => whole[letter] ?? letter);
}

/** The text of a tsquery for names in which each word of `text` begins one; empty when there is no word in it. */
export function wordPrefixes(text: string): string {
  const words = foldName(text).split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);
  return words.slice(0, 10).map((word) => `${word}:*`).join(' & ');
}
