import { lexemesOf, stemLanguages } from './analysis/stem.ts';
import { readToken, visitTokens } from './analysis/tokens.ts';
import type { Highlight } from './query/compile-query.ts';

/** A piece of text; `match` is what was looked for. The screen shows pieces as text: no markup ever comes from here. */
export type Piece = { text: string; match: boolean };

const before = 60;
const whole = 220;
/** All words of a snippet stand in so much of it. */
const window = whole - before;

type Place = { start: number; end: number; asked: number };

/** The whole of a short text, with what was looked for marked. */
export function mark(text: string, highlight: Highlight): Piece[] {
  return pieces(text, places(text, highlight, false), 0, text.length);
}

/** A window of a long text around the most different words that were looked for; null when it has none of them. */
export function snippet(text: string, highlight: Highlight): { pieces: Piece[]; words: number } | null {
  // Single blanks are most of it, and stay.
  const flat = text.replace(/\s{2,}|[^\S ]/g, ' ').trim();
  const found = places(flat, highlight, true);
  let best: { start: number; words: number } | null = null;
  for (const [index, place] of found.entries()) {
    const inside = new Set<number>();
    for (let next = index; next < found.length; next += 1) {
      const other = found[next];
      if (!other || other.end - place.start > window) break;
      inside.add(other.asked);
    }
    if (!best || inside.size > best.words) best = { start: place.start, words: inside.size };
  }
  if (!best) return null;
  const start = toWordStart(flat, Math.max(0, best.start - before));
  const end = toWordEnd(flat, Math.min(flat.length, start + whole));
  const shown = pieces(flat, found, start, end);
  if (start > 0) shown.unshift({ text: '… ', match: false });
  if (end < flat.length) shown.push({ text: ' …', match: false });
  return { pieces: shown, words: best.words };
}

/** Where the words stand; `first`: no further than the first window reaches that has all of them, as none after it is better. */
function places(text: string, highlight: Highlight, first: boolean): Place[] {
  const found: Place[] = [];
  const { known } = highlight;
  let until = Infinity;
  visitTokens(text, (written, start) => {
    // Of ten words nine were there before: each is looked at once in a search.
    let asked = known.get(written);
    if (asked === undefined) {
      const { word, folded } = readToken(written);
      known.set(written, (asked = askedFor(word, folded, highlight) ?? null));
    }
    if (asked === null) return start <= until;
    found.push({ start, end: start + written.length, asked });
    if (first && until === Infinity) until = (windowWithAll(found, highlight.asked) ?? Infinity) + whole;
    return start <= until;
  });
  return found;
}

/** Where the window begins that ends with the last place, if it has all that was asked. */
function windowWithAll(found: readonly Place[], asked: number): number | null {
  const end = found.at(-1)?.end ?? 0;
  const inside = new Set<number>();
  let start: number | null = null;
  for (let index = found.length - 1; index >= 0; index -= 1) {
    const place = found[index];
    if (!place || end - place.start > window) break;
    inside.add(place.asked);
    start = place.start;
  }
  return inside.size >= asked ? start : null;
}

function askedFor(word: string, folded: string, { lexemes, beginning, asked }: Highlight): number | undefined {
  if (beginning && folded.startsWith(beginning)) return asked - 1;
  for (const lexeme of lexemesOf(stemLanguages, word, folded)) {
    const place = lexemes.get(lexeme);
    if (place !== undefined) return place;
  }
  return undefined;
}

function pieces(text: string, found: readonly Place[], start: number, end: number): Piece[] {
  const made: Piece[] = [];
  let reached = start;
  const add = (to: number, match: boolean) => {
    if (to > reached) made.push({ text: text.slice(reached, to), match });
    reached = Math.max(reached, to);
  };
  for (const place of found) {
    if (place.start < reached || place.end > end) continue;
    add(place.start, false);
    add(place.end, true);
  }
  add(end, false);
  return made;
}

const mostBack = 30;

function toWordStart(text: string, index: number): number {
  if (index === 0) return 0;
  const space = text.indexOf(' ', index);
  return space !== -1 && space - index < mostBack ? space + 1 : index;
}

function toWordEnd(text: string, index: number): number {
  if (index >= text.length) return text.length;
  const space = text.lastIndexOf(' ', index);
  return index - space < mostBack ? space : index;
}
