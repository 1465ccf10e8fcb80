/** What can stand before a colon. */
export const filterNames = ['from', 'to', 'tag', 'status', 'assignee', 'brand', 'team', 'before', 'after', 'has', 'in', 'priority', 'channel', 'language', 'topic'] as const;
export type FilterName = (typeof filterNames)[number];

export type Term = { kind: 'word' | 'phrase' | 'number'; text: string; excluded: boolean };
export type Filter = { name: FilterName; value: string; excluded: boolean };

/** A filter by a custom field: its key and what it shall be. */
export type FieldWord = { key: string; value: string; excluded: boolean };

export type ParsedQuery = {
  terms: Term[];
  filters: Filter[];
  fields: FieldWord[];
  /** The last word may still be being typed. */
  open: boolean;
};

export const longestQuery = 500;
const mostParts = 20;

// Each repeat ends at a character that the next part begins with: one way to read a text, so the time grows with it.
const part = /(-)?(?:([\p{L}][\p{L}\p{N}_]{1,49}):)?(?:["“”„]([^"“”„]*)["“”„]?|([^\s"“”„]+))/gu;
const grouped = /(?<![\p{L}\p{N}:.@_-])(?:\+\d{1,4}[ ()/.-]{1,2}\d{8,12}|\+?\d{1,7}(?:[ ()/.-]{1,2}\d{1,7}){1,7})(?![\p{L}\p{N}@_])/gu;

/**
 * Reads what somebody typed. Whatever it is, it means something: what is no filter is words.
 * @param fieldKeys custom fields that can stand before a colon as well
 */
export function parseQuery(typed: string, fieldKeys: readonly string[] = []): ParsedQuery {
  const text = typed.slice(0, longestQuery).replace(/[\0-\x1f\x7f]/g, ' ');
  const query: ParsedQuery = { terms: [], filters: [], fields: [], open: false };
  const rest = takeNumbers(text, query.terms);
  let last: Term | null = null;
  for (const match of rest.matchAll(part)) {
    const [, minus, name, quoted, word] = match;
    if (query.terms.length + query.filters.length + query.fields.length >= mostParts) break;
    const excluded = minus !== undefined;
    const named = filterNames.find((each) => each === name?.toLowerCase());
    // A field that a desk has called so was there before the filter was.
    const filterName = named === 'topic' && fieldKeys.includes(named) ? undefined : named;
    const fieldKey = filterName ? undefined : fieldKeys.find((each) => each === name?.toLowerCase());
    const value = (quoted ?? word ?? '').trim();
    last = null;
    if (filterName) {
      // `status:` alone is somebody who goes on typing.
      if (value !== '') query.filters.push({ name: filterName, value, excluded });
    } else if (fieldKey) {
      if (value !== '') query.fields.push({ key: fieldKey, value, excluded });
    } else if (quoted !== undefined) {
      for (const piece of [name, value]) if (piece && /[\p{L}\p{N}]/u.test(piece)) query.terms.push({ kind: 'phrase', text: piece, excluded });
    } else {
      const term: Term = { kind: 'word', text: name === undefined ? value : `${name}:${value}`, excluded };
      if (!/[\p{L}\p{N}]/u.test(term.text)) continue;
      query.terms.push(term);
      last = term;
    }
  }
  query.open = last !== null && !last.excluded && !/\s$/.test(rest);
  return query;
}

/** Telephone numbers and the like are typed in groups; they are one thing. Quoted ones and those of filters stay where they are. */
function takeNumbers(text: string, terms: Term[]): string {
  return text
    .split(/(["“”„][^"“”„]*["“”„]?)/u)
    .map((piece, index) =>
      index % 2 === 1
        ? piece
        : piece.replace(grouped, (found) => {
            const digits = found.replace(/\D/g, '');
            if (digits.length < 7 || digits.length > 15 || isDate(found) || terms.length >= mostParts) return found;
            terms.push({ kind: 'number', text: found, excluded: false });
            return ' ';
          }),
    )
    .join('');
}

function isDate(text: string): boolean {
  return /^(?:\d{4}([-./])\d{1,2}\1\d{1,2}|\d{1,2}([-./])\d{1,2}\2\d{4})$/.test(text);
}
