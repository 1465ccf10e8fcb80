import { readFieldFilters, type FieldFilter } from '../../fields/index.ts';
import type { Ticket, TicketStatus, ViewKey } from './types.ts';

export const viewKeys = ['mine', 'unassigned', 'open', 'pending', 'solved', 'all', 'spam', 'trash'] as const satisfies readonly ViewKey[];
export const listSorts = ['-updated_at', 'updated_at', '-created_at', 'created_at'] as const;

export type ListSort = (typeof listSorts)[number];

/** What the address bar says about a list; a view is a link. */
export interface ListFilter {
  view: ViewKey;
  brand?: number;
  team?: number;
  q?: string;
  /** Custom fields: `product:router` */
  field?: FieldFilter[];
  sort?: ListSort;
  /** Keys of the fields that the rows show; not in the address, but in the list's key */
  columns?: string;
}

export interface ListQuery {
  status?: string;
  assignee?: 'me' | 'none';
  folder?: Ticket['folder'];
  brand?: number;
  team?: number;
  q?: string;
  field?: FieldFilter[];
  columns?: string;
  sort: ListSort;
}

const waitingForUs: TicketStatus[] = ['new', 'open'];

interface ViewRule {
  statuses?: TicketStatus[];
  assignee?: 'me' | 'none';
  folder: Ticket['folder'];
}

/** The same rules as the server's counts: what stands beside the view's name is what its list holds. */
export const viewRules: Record<ViewKey, ViewRule> = {
  mine: { statuses: waitingForUs, assignee: 'me', folder: 'inbox' },
  unassigned: { statuses: waitingForUs, assignee: 'none', folder: 'inbox' },
  open: { statuses: waitingForUs, folder: 'inbox' },
  pending: { statuses: ['pending', 'on_hold'], folder: 'inbox' },
  solved: { statuses: ['solved', 'closed'], folder: 'inbox' },
  all: { folder: 'inbox' },
  spam: { folder: 'spam' },
  trash: { folder: 'trash' },
};

export function isViewKey(value: unknown): value is ViewKey {
  return viewKeys.some((key) => key === value);
}

/** Wrong or unknown parts of a link are left out: a mistyped address still shows a list. */
export function readListSearch(search: Record<string, unknown>): Omit<ListFilter, 'view' | 'columns'> {
  const number = (value: unknown) => (Number.isInteger(Number(value)) && Number(value) > 0 ? Number(value) : undefined);
  const q = typeof search['q'] === 'string' || typeof search['q'] === 'number' ? String(search['q']).trim().slice(0, 200) : '';
  return {
    brand: number(search['brand']),
    team: number(search['team']),
    q: q || undefined,
    field: readFieldFilters(search['field']),
    sort: listSorts.find((sort) => sort === search['sort'] && sort !== '-updated_at'),
  };
}

export function listQueryOf({ view, brand, team, q, field, sort, columns }: ListFilter): ListQuery {
  const rule = viewRules[view];
  return { status: rule.statuses?.join(','), assignee: rule.assignee, folder: rule.folder, brand, team, q, field, columns, sort: sort ?? '-updated_at' };
}

/** Whether a ticket belongs to a list, as far as the browser can tell; `q` and fields are the server's to judge. */
export function belongsTo(ticket: Ticket, filter: ListFilter, me: number): boolean {
  const rule = viewRules[filter.view];
  if (ticket.folder !== rule.folder) return false;
  if (rule.statuses && !rule.statuses.includes(ticket.status)) return false;
  if (rule.assignee === 'me' && ticket.assignee?.id !== me) return false;
  if (rule.assignee === 'none' && ticket.assignee) return false;
  if (filter.brand && ticket.brand.id !== filter.brand) return false;
  return !filter.team || ticket.team?.id === filter.team;
}

/** Negative when `one` stands above `other`. */
export function compareBy(sort: ListSort) {
  const field = sort.endsWith('created_at') ? 'created_at' : 'updated_at';
  const sign = sort.startsWith('-') ? -1 : 1;
  return (one: Ticket, other: Ticket) => sign * (one[field] < other[field] ? -1 : one[field] > other[field] ? 1 : one.id - other.id);
}
