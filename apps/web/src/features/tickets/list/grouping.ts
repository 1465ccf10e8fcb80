import type { Grouping, Ticket } from '../store/types.ts';

const orders: Partial<Record<Grouping, readonly string[]>> = {
  status: ['new', 'open', 'pending', 'on_hold', 'solved', 'closed'],
  priority: ['urgent', 'high', 'normal', 'low'],
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

/** Groups in their own order, or by name, nobody first; within each the tickets stay as they stood. */
export function inGroups(tickets: readonly Ticket[], by: Grouping): Ticket[] {
  const groups = new Map<string | null, { group: Group; tickets: Ticket[] }>();
  for (const ticket of tickets) {
    const group = groupOf(ticket, by);
    const there = groups.get(group.key);
    if (there) there.tickets.push(ticket);
    else groups.set(group.key, { group, tickets: [ticket] });
  }
  const order = orders[by];
  const compare = (one: Group, other: Group) => {
    if (order) return order.indexOf(one.key ?? '') - order.indexOf(other.key ?? '');
    return one.key === null ? -1 : other.key === null ? 1 : (one.name ?? one.key).localeCompare(other.name ?? other.key);
  };
  return [...groups.values()].toSorted((one, other) => compare(one.group, other.group)).flatMap((each) => each.tickets);
}

/** Where groups begin, as places in the list. */
export function groupStarts(tickets: readonly Ticket[], by: Grouping): number[] {
  if (by === 'none') return [];
  return tickets.flatMap((ticket, at) => (at === 0 || groupOf(tickets[at - 1]!, by).key !== groupOf(ticket, by).key ? [at] : []));
}
