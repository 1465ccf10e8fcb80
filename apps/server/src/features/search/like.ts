import type { Queryable } from '../../platform/db/db.ts';
import { fold } from './analysis/fold.ts';
import { isStopWordSomewhere } from './analysis/stop-words.ts';
import { tokens } from './analysis/tokens.ts';
import { facet, quote } from './analysis/vector.ts';
import { compileQuery } from './query/compile-query.ts';
import type { Term } from './query/parse-query.ts';
import { findTickets, type TicketHit } from './search-tickets.queries.ts';

/** Of the subject and of the text, so many words are looked for. */
const mostOfSubject = 8;
const mostOfText = 10;
const shortest = 4;
const mostHits = 40;

/**
 * Tickets of one brand with a wrap-up that are about the same words, the nearest first: of the newest of them that the search
 * itself looks through (`mostRanked`). Nothing for a text without a word that tells something.
 */
export async function findLikeTickets(db: Queryable, { workspaceId, brandId, subject, text, now }: { workspaceId: number; brandId: number; subject: string; text: string; now: Date }): Promise<TicketHit[]> {
  const ofSubject = tellingWords(subject).slice(0, mostOfSubject);
  const ofText = tellingWords(text).filter((word) => !ofSubject.includes(word)).slice(0, mostOfText);
  const terms = [...ofSubject, ...ofText].map((word): Term => ({ kind: 'word', text: word, excluded: false }));
  if (terms.length === 0) return [];
  const { some, rank } = compileQuery({ terms, filters: [], fields: [], open: false });
  if (some.length === 0) return [];
  const conditions = [`(${some.join('|')})`, quote(facet('wrapped', 'yes'))];
  return findTickets(db, { workspaceId, brands: [brandId] }, { conditions, rank, phrase: null, some, now, after: null, before: null }, { offset: 0, limit: mostHits });
}

/** Words in their order, each once; what stands in every text tells nothing. The longer ones first: they tell most. */
function tellingWords(text: string): string[] {
  const found = new Map<string, string>();
  for (const { kind, word } of tokens(text.slice(0, 4_000))) {
    const folded = fold(word);
    if (kind === 'word' && folded.length >= shortest && !/^\d+$/.test(folded) && !isStopWordSomewhere(folded) && !found.has(folded)) found.set(folded, word);
  }
  return [...found.values()].slice(0, 40).sort((one, other) => other.length - one.length);
}
