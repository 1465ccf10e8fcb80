import { lexemesOf, toStemLanguages } from './stem.ts';
import { isStopWord } from './stop-words.ts';
import { longNumbers, splitAddress, tokens, type Token } from './tokens.ts';
import { fold } from './fold.ts';

/** A: what it is called; B: who; C: what was written; D: files and notes. */
export type Weight = 'A' | 'B' | 'C' | 'D';

/** PostgreSQL's limits: positions up to 16,383, 255 of a lexeme, 1 MB in all. */
const lastPosition = 16_000;
const mostPerLexeme = 64;
const mostBytes = 400_000;
/** So that no phrase reaches from one field into the next. */
const gap = 10;

export type VectorBuilder = {
  /** Adds at most `most` words of a text. */
  text(text: string, weight: Weight, language: string | null, most?: number): void;
  /** A lexeme that says something of the document and is no word of it, e.g. `status:open`. */
  facet(name: string, value: string): void;
  key(lexeme: string): void;
  toString(): string;
};

/** Builds a tsvector's text from our own lexemes, so that the database needs no dictionary and no language. */
export function createVector(): VectorBuilder {
  const lexemes = new Map<string, string[]>();
  let position = 1;
  let bytes = 0;

  function add(lexeme: string, place?: { at: number; weight: Weight }): void {
    const known = lexemes.get(lexeme);
    if (known === undefined) {
      if (bytes > mostBytes || lexeme === '') return;
      bytes += Buffer.byteLength(lexeme) + 8;
      lexemes.set(lexeme, place ? [`${place.at}${place.weight}`] : []);
    } else if (place && known.length < mostPerLexeme) {
      const entry = `${place.at}${place.weight}`;
      if (known.at(-1) !== entry) {
        known.push(entry);
        bytes += 2;
      }
    }
  }

  function word(token: Pick<Token, 'word' | 'folded'>, at: number, weight: Weight, language: string | null): void {
    const languages = toStemLanguages(language);
    if (languages.length === 1 && languages[0] && isStopWord(languages[0], token.folded)) return;
    for (const lexeme of lexemesOf(languages, token.word, token.folded)) add(lexeme, { at, weight });
  }

  return {
    text(text, weight, language, most = 4_000) {
      let left = most;
      let before: Token | null = null;
      for (const token of tokens(text)) {
        if (left <= 0 || position > lastPosition) break;
        if (token.kind === 'address') add(token.folded, { at: position, weight });
        for (const part of token.kind === 'address' ? splitAddress(token.word) : [token.word]) {
          word({ word: part, folded: token.kind === 'address' ? fold(part) : token.folded }, Math.min(position, lastPosition), weight, token.kind === 'address' ? 'none' : language);
          position += 1;
          left -= 1;
        }
        // `Wi-Fi` is `wifi` too.
        if (before && isHyphenated(text, before, token)) add(before.folded + token.folded, { at: Math.max(1, position - 2), weight });
        before = token;
      }
      position += gap;
      for (const number of longNumbers(text.slice(0, most * 20)).slice(0, 200)) add(number);
    },
    facet: (name, value) => add(facet(name, value)),
    key: (lexeme) => add(lexeme),
    toString: () => [...lexemes].map(([lexeme, places]) => `${quote(lexeme)}${places.length > 0 ? `:${places.join(',')}` : ''}`).join(' '),
  };
}

function isHyphenated(text: string, one: Token, other: Token): boolean {
  return one.kind === 'word' && other.kind === 'word' && one.end + 1 === other.start && text[one.end] === '-' && one.folded.length + other.folded.length <= 30 && !/\d/.test(one.folded + other.folded);
}

/** A word never has a colon in it, so that nobody writes a facet into a text. */
export function facet(name: string, value: string): string {
  return `${name}:${fold(value).slice(0, 200)}`;
}

/** A lexeme as PostgreSQL reads it in a tsvector and a tsquery. */
export function quote(lexeme: string): string {
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll('\0', '')}'`;
}
