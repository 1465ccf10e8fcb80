import { sql, type RawBuilder } from 'kysely';

/** The words of a name, as the indexes customers_words and organizations_words have them: separators count as spaces. */
export function wordsOf(column: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`to_tsvector('simple', translate(${column}, '.-_/@:+''', '        '))`;
}

/** The text of a tsquery for names in which each word of `text` begins one; empty when there is no word in it. */
export function wordPrefixes(text: string): string {
  const words = text.normalize('NFC').toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);
  return words.slice(0, 10).map((word) => `${word}:*`).join(' & ');
}
