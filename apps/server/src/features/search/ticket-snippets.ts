import type { Queryable } from '../../platform/db/db.ts';
import type { Highlight } from './query/compile-query.ts';
import { snippet, type Piece } from './snippets.ts';
import { readFurtherTexts, readMessageTexts, type SnippetSource } from './snippets.queries.ts';

export type TicketSnippet = { kind: 'message' | 'note' | 'file'; who: string; pieces: Piece[] };
type Found = { words: number; snippet: TicketSnippet };

/** For so few, files and old messages are read too. */
const mostFurther = 10;

/** The newest messages of tickets, to look for the words in them. */
export async function readTexts(db: Queryable, workspaceId: number, ticketIds: readonly number[], highlight: Highlight): Promise<SnippetSource[]> {
  return ticketIds.length === 0 || highlight.lexemes.size === 0 ? [] : readMessageTexts(db, workspaceId, [...new Set(ticketIds)]);
}

/** For each ticket the text in which most of the words stand; the newest of several. */
export async function readSnippets(db: Queryable, workspaceId: number, { tickets, texts }: { tickets: readonly { id: number; subject: string }[]; texts: readonly SnippetSource[] }, highlight: Highlight): Promise<Map<number, TicketSnippet>> {
  if (tickets.length === 0 || highlight.lexemes.size === 0) return new Map();
  const best = new Map<number, Found>();
  take(texts, best, highlight);
  const without = tickets.filter(({ id, subject }) => !best.has(id) && snippet(subject, highlight) === null).map(({ id }) => id);
  if (without.length > 0) take(await readFurtherTexts(db, workspaceId, without.slice(0, mostFurther)), best, highlight);
  return new Map([...best].map(([id, found]) => [id, found.snippet]));
}

function take(sources: readonly SnippetSource[], best: Map<number, Found>, highlight: Highlight): void {
  for (const { ticket_id: id, kind, who, text } of sources) {
    const known = best.get(id);
    if (known && known.words >= highlight.asked) continue;
    const found = snippet(text, highlight);
    if (found && found.words > (known?.words ?? 0)) best.set(id, { words: found.words, snippet: { kind, who, pieces: found.pieces } });
  }
}
