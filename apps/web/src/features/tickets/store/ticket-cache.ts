import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { ticketKeys } from './ticket-queries.ts';
import { isMessage, type Page, type Ticket, type TicketDetail, type TimelineEntry } from './types.ts';
import { belongsTo, compareBy, serverChooses, type ListFilter } from './view-filters.ts';

export type ListData = InfiniteData<Page<Ticket>>;
export type TimelineData = InfiniteData<Page<TimelineEntry>>;

/** Edits the ticket wherever it is held. Lists that it leaves or joins by this are brought right as well. */
export function editTicket(client: QueryClient, number: number, edit: <T extends Ticket>(ticket: T) => T, me: number): void {
  client.setQueryData<TicketDetail>(ticketKeys.detail(number), (detail) => detail && edit(detail));
  for (const [key, data] of client.getQueriesData<ListData>({ queryKey: ticketKeys.lists })) {
    const held = data && findInList(data, number);
    if (held) client.setQueryData<ListData>(key, placeInList(data, edit(held), key[2] as ListFilter /* the key's own shape */, me));
  }
}

/** Puts the server's newest word on a ticket everywhere; lists that have not held it take it in if it belongs there. */
export function putTicket(client: QueryClient, ticket: Ticket | TicketDetail, me: number): void {
  client.setQueryData<TicketDetail>(ticketKeys.detail(ticket.number), (detail) => (detail ? { ...detail, ...ticket } : 'participants' in ticket ? ticket : undefined));
  const row = toRow(ticket);
  for (const [key, data] of client.getQueriesData<ListData>({ queryKey: ticketKeys.lists })) {
    if (!data) continue;
    const filter = key[2] as ListFilter; // the key's own shape
    const next = placeInList(data, row, filter, me);
    if (next !== data) client.setQueryData<ListData>(key, next);
  }
}

export function findTicket(client: QueryClient, number: number): Ticket | undefined {
  const detail = client.getQueryData<TicketDetail>(ticketKeys.detail(number));
  if (detail) return detail;
  for (const [, data] of client.getQueriesData<ListData>({ queryKey: ticketKeys.lists })) {
    const held = data && findInList(data, number);
    if (held) return held;
  }
  return undefined;
}

function findInList(data: ListData, number: number): Ticket | undefined {
  for (const page of data.pages) {
    const held = page.items.find((ticket) => ticket.number === number);
    if (held) return held;
  }
  return undefined;
}

/** A detail without what a row does not carry. */
function toRow(ticket: Ticket | TicketDetail): Ticket {
  if (!('participants' in ticket)) return ticket;
  const { participants: _p, links: _l, drafts: _d, reply_from: _r, allowed_statuses: _a, ...row } = ticket;
  return row;
}

/**
 * The list with the ticket at its right place, or without it. One that sorts behind everything loaded so far is left
 * to the page that will bring it. The members of a search, of a filter by fields and of a saved view are the server's to choose: there rows only change or leave.
 */
export function placeInList(data: ListData, ticket: Ticket, filter: ListFilter, me: number): ListData {
  const belongs = belongsTo(ticket, filter, me);
  const held = findInList(data, ticket.number);
  if (!held && (!belongs || serverChooses(filter))) return data;
  const compare = compareBy(filter.sort ?? '-updated_at');
  const keepsPlace = filter.saved || filter.view === 'mentioned' || filter.sort === 'due';
  if (held && belongs && (keepsPlace || compare(held, ticket) === 0)) return mapPages(data, (items) => items.map((item) => (item.number === ticket.number ? ticket : item)));
  const without = mapPages(data, (items) => (items.some((item) => item.number === ticket.number) ? items.filter((item) => item.number !== ticket.number) : items));
  if (!belongs) return without;
  let placed = false;
  const pages = without.pages.map((page, at) => {
    if (placed) return page;
    const before = page.items.findIndex((item) => compare(ticket, item) < 0);
    const isEnd = at === without.pages.length - 1 && page.next_cursor === null;
    if (before < 0 && !isEnd) return page;
    placed = true;
    return { ...page, items: before < 0 ? [...page.items, ticket] : page.items.toSpliced(before, 0, ticket) };
  });
  return { ...without, pages };
}

function mapPages(data: ListData, edit: (items: Ticket[]) => Ticket[]): ListData {
  return { ...data, pages: data.pages.map((page) => ({ ...page, items: edit(page.items) })) };
}

/** Events and messages are numbered apart, so the type belongs to an entry's name. */
export function entryKey(entry: TimelineEntry): string {
  return isMessage(entry) ? `message-${entry.id}` : `event-${entry.id}`;
}

/** Puts newer or changed entries into the newest page, in order; nothing that is there already comes twice. */
export function mergeEntries(data: TimelineData, entries: readonly TimelineEntry[]): TimelineData {
  const fresh = new Map(entries.map((entry) => [entryKey(entry), entry]));
  const pages = data.pages.map((page) => ({
    ...page,
    items: page.items.map((entry) => {
      const key = entryKey(entry);
      const newer = fresh.get(key);
      fresh.delete(key);
      return newer ?? entry;
    }),
  }));
  const [first, ...older] = pages;
  if (!first) return data;
  const oldest = first.items.at(-1)?.created_at ?? '';
  const added = [...fresh.values()].filter((entry) => entry.created_at >= oldest || first.next_cursor === null);
  const items = [...added, ...first.items].toSorted((one, other) => (one.created_at < other.created_at ? 1 : one.created_at > other.created_at ? -1 : 0));
  return { ...data, pages: [{ ...first, items }, ...older] };
}

/** Oldest first, each entry once. */
export function inReadingOrder(data: TimelineData | undefined): TimelineEntry[] {
  const seen = new Set<string>();
  const entries: TimelineEntry[] = [];
  for (const entry of data?.pages.flatMap((page) => page.items) ?? []) {
    const key = entryKey(entry);
    if (seen.has(key)) continue;
    seen.add(key);
    entries.push(entry);
  }
  return entries.reverse();
}

/** It is gone, or no longer ours to see. */
export function removeTicket(client: QueryClient, number: number): void {
  for (const [key, data] of client.getQueriesData<ListData>({ queryKey: ticketKeys.lists })) {
    if (data && findInList(data, number)) client.setQueryData<ListData>(key, mapPages(data, (items) => items.filter((item) => item.number !== number)));
  }
  void client.invalidateQueries({ queryKey: ticketKeys.detail(number) });
}
