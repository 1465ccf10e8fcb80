import type { Grouping, Ticket } from '../store/types.ts';
import { priorities } from '../store/view-filters.ts';
import { placeOf, type Heads } from './row-range.ts';

const orders: Partial<Record<Grouping, readonly string[]>> = {
  status: ['new', 'open', 'pending', 'on_hold', 'solved', 'closed'],
  priority: priorities,
};

export interface Group {
  /** A word of a closed list, or an id; null: nobody, no team */
  key: string | null;
  /** Of whom or what has a name of its own */
  name: string | null;
}

export function groupOf(ticket: Ticket, by: Grouping): Group {
  if (by === 'assignee' || by === 'team' || by === 'brand') {
    const named = ticket[by];
    return named ? { key: String(named.id), name: named.name } : { key: null, name: null };
  }
  return { key: by === 'none' ? null : ticket[by], name: null };
}

/** What a group is called, and how the reader's language orders such words */
export interface GroupWords {
  nameOf(group: Group): string;
  compare(one: string, other: string): number;
}

/** Groups in their own order, or by name, nobody first; within each the tickets stay as they stood. */
export function inGroups(tickets: readonly Ticket[], by: Grouping, { nameOf, compare }: GroupWords): Ticket[] {
  const groups = new Map<string | null, { group: Group; tickets: Ticket[] }>();
  for (const ticket of tickets) {
    const group = groupOf(ticket, by);
    const there = groups.get(group.key);
    if (there) there.tickets.push(ticket);
    else groups.set(group.key, { group, tickets: [ticket] });
  }
  const order = orders[by];
  const inOrder = (one: Group, other: Group) => {
    if (order) return order.indexOf(one.key ?? '') - order.indexOf(other.key ?? '');
    return one.key === null ? -1 : other.key === null ? 1 : compare(nameOf(one), nameOf(other));
  };
  return [...groups.values()].toSorted((one, other) => inOrder(one.group, other.group)).flatMap((each) => each.tickets);
}

/** Where groups begin, as places in the list. */
export function groupStarts(tickets: readonly Ticket[], by: Grouping): number[] {
  if (by === 'none') return [];
  return tickets.flatMap((ticket, at) => (at === 0 || groupOf(tickets[at - 1]!, by).key !== groupOf(ticket, by).key ? [at] : []));
}

/**
 * Where a list in groups has to be scrolled to after its rows have changed, so that what stood at the top of the view stays there:
 * rows of the next page come into groups above it as well. A row that has left, or gone to another group, holds nothing: the next one
 * does. `top` in px; null where nothing has to move.
 */
export function steadyTop(before: GroupedRows, after: GroupedRows, top: number, by: Grouping): number | null {
  const seen = before.rows.findIndex((_, at) => placeOf(at + 1, before.height, before.heads) > top);
  if (seen < 0) return null;
  const places = new Map(after.rows.map((row, at) => [row.number, at]));
  for (const [nth, row] of before.rows.slice(seen).entries()) {
    const now = places.get(row.number);
    if (now === undefined || groupOf(after.rows[now]!, by).key !== groupOf(row, by).key) continue;
    const moved = belowHead(now, after) - belowHead(seen + nth, before);
    return moved === 0 ? null : top + moved;
  }
  return null;
}

/** px; where the row itself begins, below the heading that it may have */
const belowHead = (at: number, { height, heads }: GroupedRows) => placeOf(at + 1, height, heads) - height;

/** Rows as they stand on the screen; px */
export interface GroupedRows {
  rows: readonly Ticket[];
  height: number;
  heads: Heads;
}
