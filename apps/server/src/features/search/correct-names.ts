import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { fold } from './analysis/fold.ts';
import { mostSlips, nearbyKeys, slips } from './analysis/nearby.ts';
import { tokens } from './analysis/tokens.ts';
import { quote } from './analysis/vector.ts';
import type { ParsedQuery } from './query/parse-query.ts';
import { findNearbyNames } from './search-people.queries.ts';

export type Correction = { typed: string; meant: string };

const mostCorrected = 3;

/** The query with names put right that nobody has as they were typed; null when there are none. */
export async function correctNames(db: Queryable, scope: Scope, query: ParsedQuery): Promise<{ query: ParsedQuery; corrections: Correction[] } | null> {
  const corrections: Correction[] = [];
  for (const { kind, text, excluded } of query.terms) {
    const folded = fold(text);
    const keys = nearbyKeys(folded);
    if (kind !== 'word' || excluded || keys.length === 0 || corrections.length >= mostCorrected) continue;
    const meant = nearest(folded, await findNearbyNames(db, scope, keys.map(quote).join('|')));
    if (meant !== null) corrections.push({ typed: text, meant });
  }
  if (corrections.length === 0) return null;
  const terms = query.terms.map((term) => ({ ...term, text: corrections.find(({ typed }) => typed === term.text)?.meant ?? term.text }));
  return { query: { ...query, terms }, corrections };
}

/** Of the words of these names, the one with the fewest slips; of several such, the one that most names have. */
export function nearest(folded: string, names: readonly string[]): string | null {
  const uses = new Map<string, { word: string; slips: number; names: number }>();
  const most = mostSlips(folded.length);
  for (const name of names) {
    for (const token of tokens(name)) {
      const known = uses.get(token.folded);
      if (known) known.names += 1;
      else uses.set(token.folded, { word: name.slice(token.start, token.end), slips: slips(folded, token.folded, most), names: 1 });
    }
  }
  // Nobody is put right who has typed a name that is there.
  if (uses.get(folded)) return null;
  const fitting = [...uses.values()].filter((use) => use.slips <= most);
  return fitting.sort((a, b) => a.slips - b.slips || b.names - a.names)[0]?.word ?? null;
}
