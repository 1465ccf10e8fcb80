import { fold } from '../analysis/fold.ts';
import { lexemesOf, stemLanguages } from '../analysis/stem.ts';
import { isStopWordSomewhere } from '../analysis/stop-words.ts';
import { numberLexemes, splitAddress, tokens } from '../analysis/tokens.ts';
import { quote } from '../analysis/vector.ts';
import type { ParsedQuery, Term } from './parse-query.ts';

export type CompiledQuery = {
  /** Conditions of a tsquery for the words; all must hold. Empty when there are no words. */
  conditions: string[];
  /** The words alone, each a condition: for tickets that have some of them. */
  some: string[];
  excluded: string[];
  /** Every lexeme that is looked for, joined by "or": what the rank is counted by. Empty when there are no words. */
  rank: string;
  /** The words beside each other as they were typed; null for a single word. */
  phrase: string | null;
  highlight: Highlight;
};

/** What to mark in a text: lexemes with the place of what asks for them in the query, and the beginning that a word may have. */
export type Highlight = { lexemes: Map<string, number>; beginning: string | null; asked: number; /** What was asked of words that texts have shown so far. */ known: Map<string, number | null> };

const shortestBeginning = 3;

/** Words may be in any of the five languages, and in any form of it. */
export function compileQuery({ terms, open }: ParsedQuery): CompiledQuery {
  const wanted = terms.filter(({ excluded }) => !excluded);
  const highlight: Highlight = { lexemes: new Map(), beginning: null, asked: 0, known: new Map() };
  const last = open ? wanted.at(-1) : undefined;
  const telling = wanted.filter((term) => term.kind !== 'word' || !isOnlyStopWords(term.text));
  // Who asks for `to be` alone means it.
  const looked = telling.length > 0 ? telling : wanted;
  const some = looked.map((term) => condition(term, term === last, highlight)).filter((each) => each !== '');
  const excluded = terms.filter((term) => term.excluded).flatMap((term) => condition(term, false, null) || []).map((each) => `!(${each})`);
  const rank = [...highlight.lexemes.keys()].map(quote);
  if (highlight.beginning) rank.push(`${quote(highlight.beginning)}:*`);
  return { conditions: [...some, ...excluded], some, excluded, rank: rank.join('|'), phrase: beside(wanted, last), highlight };
}

/** One condition of several that must all hold. */
export function joinAll(conditions: readonly string[]): string {
  return conditions.join('&');
}

function condition(term: Term, isOpen: boolean, highlight: Highlight | null): string {
  if (term.kind === 'number') return numberCondition(term.text, highlight);
  const found = [...tokens(term.text)];
  const words = found.flatMap((token) => (token.kind === 'address' ? [token.word] : splitAddress(token.word)));
  if (words.length === 0) return '';
  if (words.length === 1 && words[0] !== undefined) return `(${alternatives(words[0], isOpen, highlight, term.kind === 'word')})`;
  const phrase = phraseOf(words, { isOpen, stemmed: term.kind === 'word' }, highlight);
  const digits = words.join('');
  if (/^\d+$/.test(digits)) return `(${phrase}|${numberLexemes(digits).map(quote).join('|') || quote(digits)})`;
  const joined = fold(digits);
  if (term.kind !== 'word' || !/^\p{L}+(?:-\p{L}+)+$/u.test(term.text)) return phrase;
  note(highlight, [joined]);
  return `(${phrase}|${quote(joined)})`;
}

function numberCondition(text: string, highlight: Highlight | null): string {
  const words = splitAddress(text);
  for (const word of words) note(highlight, [word]);
  return `(${[...numberLexemes(text).map(quote), `(${words.map(quote).join('&')})`].join('|')})`;
}

/** One word: as it stands, its stems, and what it begins. */
function alternatives(word: string, isOpen: boolean, highlight: Highlight | null, stemmed = true): string {
  const folded = fold(word);
  const isAddress = word.includes('@');
  const lexemes = isAddress || !stemmed ? [folded] : lexemesOf(stemLanguages, word, folded);
  note(highlight, lexemes);
  const beginning = isOpen && folded.length >= shortestBeginning;
  if (beginning && highlight) highlight.beginning = folded;
  const numbers = /^\d{7,}$/.test(folded) ? numberLexemes(folded) : [];
  return [...lexemes.map((lexeme, index) => `${quote(lexeme)}${beginning && index === 0 ? ':*' : ''}`), ...numbers.map(quote)].join('|');
}

function note(highlight: Highlight | null, lexemes: readonly string[]): void {
  if (!highlight) return;
  for (const lexeme of lexemes) if (!highlight.lexemes.has(lexeme)) highlight.lexemes.set(lexeme, highlight.asked);
  highlight.asked += 1;
}

/** Words at their distances; one that stands everywhere only takes its place. */
function phraseOf(words: readonly string[], { isOpen, stemmed }: { isOpen: boolean; stemmed: boolean }, highlight: Highlight | null): string {
  const telling = words.map((word) => !isStopWordSomewhere(fold(word)));
  const all = !telling.includes(true);
  let built = '';
  let distance = 0;
  for (const [index, word] of words.entries()) {
    distance += 1;
    if (!all && telling[index] === false) continue;
    const operand = `(${alternatives(word, isOpen && index === words.length - 1, highlight, stemmed)})`;
    built = built === '' ? operand : `${built}<${distance}>${operand}`;
    distance = 0;
  }
  return `(${built})`;
}

function beside(terms: readonly Term[], last: Term | undefined): string | null {
  const words = terms.filter(({ kind }) => kind !== 'number').flatMap(({ text }) => [...tokens(text)].flatMap((token) => (token.kind === 'address' ? [] : [token.word])));
  return words.length < 2 || words.length > 10 ? null : phraseOf(words, { isOpen: last !== undefined, stemmed: true }, null);
}

function isOnlyStopWords(text: string): boolean {
  return [...tokens(text)].every(({ folded }) => isStopWordSomewhere(folded));
}
