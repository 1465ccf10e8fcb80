/** The same filters as the server's; the words are part of its language and not translated. */
export const filterNames = ['from', 'to', 'status', 'assignee', 'team', 'brand', 'tag', 'has', 'before', 'after', 'in', 'priority', 'channel', 'language', 'topic'] as const;
export type FilterName = (typeof filterNames)[number];

/** What is being typed where the cursor stands. */
export interface Spot {
  start: number;
  end: number;
  minus: string;
  /** One of the filters or the key of a custom field; null while it could still become one, or a word */
  filter: string | null;
  typed: string;
}

/** The part of the text around the cursor, up to the spaces that are not in quotes. */
export function spotAt(text: string, cursor: number, fieldKeys: readonly string[] = []): Spot {
  let start = 0;
  let quoted = false;
  for (let index = 0; index < cursor; index += 1) {
    if (text[index] === '"') quoted = !quoted;
    else if (/\s/.test(text[index] ?? '') && !quoted) start = index + 1;
  }
  let end = cursor;
  while (end < text.length && (quoted ? text[end - 1] !== '"' || end === cursor : !/\s/.test(text[end] ?? ''))) end += 1;
  const [, minus = '', name, rest = ''] = /^(-?)(?:([a-z][a-z0-9_]*):)?([\s\S]*)$/i.exec(text.slice(start, cursor)) ?? [];
  const filter = [...filterNames, ...fieldKeys].find((each) => each === name?.toLowerCase()) ?? null;
  return { start, end, minus, filter, typed: filter ? rest.replace(/^"/, '') : `${name ? `${name}:` : ''}${rest}` };
}

export interface Completion {
  /** What the filter is called or takes, as it is typed */
  value: string;
  /** What it means, in the agent's language */
  label: string;
}

/** Filters that begin so; all of them when nothing is typed. */
export function filtersBeginning(typed: string): FilterName[] {
  return filterNames.filter((name) => name.startsWith(typed.toLowerCase()) && name !== typed.toLowerCase());
}

/** The text with a completion put in where the cursor stands, and where it stands then. */
export function complete(text: string, spot: Spot, chosen: { filter: string; value: string | null }): { text: string; cursor: number } {
  const value = chosen.value === null ? '' : /[\s,"]/.test(chosen.value) ? `"${chosen.value.replaceAll('"', '')}" ` : `${chosen.value} `;
  const part = `${spot.minus}${chosen.filter}:${value}`;
  const after = text.slice(spot.end).replace(/^\s+/, '');
  return { text: `${text.slice(0, spot.start)}${part}${after}`, cursor: spot.start + part.length };
}

/** Values of which a word begins so, those that begin so themselves first. */
export function fitting(values: readonly Completion[], typed: string, most = 8): Completion[] {
  const wanted = plain(typed);
  if (wanted === '') return values.slice(0, most);
  const rank = ({ value, label }: Completion) => {
    const names = [plain(value), plain(label)];
    if (names.some((name) => name.startsWith(wanted))) return 0;
    return names.some((name) => name.split(/[\s@._-]+/).some((word) => word.startsWith(wanted))) ? 1 : 2;
  };
  return values.filter((value) => rank(value) < 2).toSorted((one, other) => rank(one) - rank(other)).slice(0, most);
}

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/ł/g, 'l').replace(/ø/g, 'o');
