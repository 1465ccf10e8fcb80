import { readFieldFilters, type FieldFilter } from '../../fields/index.ts';
import { askedColumns } from '../list/own-columns.ts';
import { knownViews } from './saved-views.ts';
import type { Grouping, Ticket, TicketStatus, ViewKey } from './types.ts';

export const viewKeys = ['mine', 'team_unassigned', 'unassigned', 'open', 'pending', 'mentioned', 'snoozed', 'solved_by_me', 'solved', 'all', 'spam', 'trash'] as const satisfies readonly ViewKey[];
export const listSorts = ['-updated_at', 'updated_at', '-created_at', 'created_at', 'due', 'priority'] as const;

export const groupings = ['none', 'status', 'priority', 'assignee', 'team', 'brand', 'channel', 'kind'] as const satisfies readonly Grouping[];

export type ListSort = (typeof listSorts)[number];

/** What the address bar says about a list; a view is a link. */
export interface ListFilter {
  view: ViewKey;
  /** A view that somebody built; it stands for `view` */
  saved?: number;
  brand?: number;
  team?: number;
  q?: string;
  /** Custom fields: `product:router` */
  field?: FieldFilter[];
  sort?: ListSort;
  group?: Grouping;
  /** Keys of what the rows show besides; not in the address, but in the list's key */
  columns?: string;
}

export interface ListQuery {
  status?: string;
  assignee?: 'me' | 'none';
  folder?: Ticket['folder'];
  snoozed?: 'no' | 'only';
  mentioned?: 'me';
  brand?: number;
  team?: number | 'mine';
  q?: string;
  field?: FieldFilter[];
  columns?: string;
  sort: ListSort;
}

const waitingForUs: TicketStatus[] = ['new', 'open'];

interface ViewRule {
  statuses?: TicketStatus[];
  assignee?: 'me' | 'none';
  team?: 'mine';
  snoozed?: 'no' | 'only';
  mentioned?: 'me';
  folder: Ticket['folder'];
}

/** The same rules as the server's counts: what stands beside the view's name is what its list holds. */
export const viewRules: Record<ViewKey, ViewRule> = {
  mine: { statuses: waitingForUs, assignee: 'me', snoozed: 'no', folder: 'inbox' },
  team_unassigned: { statuses: waitingForUs, assignee: 'none', team: 'mine', snoozed: 'no', folder: 'inbox' },
  unassigned: { statuses: waitingForUs, assignee: 'none', snoozed: 'no', folder: 'inbox' },
  open: { statuses: waitingForUs, snoozed: 'no', folder: 'inbox' },
  pending: { statuses: ['pending', 'on_hold'], snoozed: 'no', folder: 'inbox' },
  mentioned: { mentioned: 'me', folder: 'inbox' },
  snoozed: { statuses: ['new', 'open', 'pending', 'on_hold'], assignee: 'me', snoozed: 'only', folder: 'inbox' },
  solved_by_me: { statuses: ['solved', 'closed'], assignee: 'me', folder: 'inbox' },
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
    sort: listSorts.find((sort) => sort === search['sort'] && (sort !== '-updated_at' || search['saved'] !== undefined)),
    saved: number(search['saved']),
    group: groupings.find((group) => group === search['group']),
  };
}

export function listQueryOf({ view, brand, team, q, field, sort, columns }: ListFilter): ListQuery {
  const rule = viewRules[view];
  return { status: rule.statuses?.join(','), assignee: rule.assignee, snoozed: rule.snoozed, mentioned: rule.mentioned, folder: rule.folder, brand, team: team ?? rule.team, q, field, columns: askedColumns(columns), sort: sort ?? '-updated_at' };
}

/** The filter as it says which list it is: what a row shows of its own without being asked for makes no other list. */
export const asListKey = (filter: ListFilter): ListFilter => ({ ...filter, columns: askedColumns(filter.columns) });

/** Lists whose members or order only the server knows: there rows change or leave, and others come when it is asked again. */
export function serverChooses({ view, saved, q, field, sort }: ListFilter): boolean {
  return Boolean(saved || q || field) || sort === 'due' || view === 'mentioned' || view === 'team_unassigned';
}

/** Whether a ticket belongs to a list, as far as the browser can tell; `q` and fields are the server's to judge. */
export function belongsTo(ticket: Ticket, filter: ListFilter, me: number): boolean {
  if (filter.saved) return mayFit(ticket, filter.saved, me);
  const rule = viewRules[filter.view];
  if (rule.snoozed && (rule.snoozed === 'only') !== (ticket.snoozed_until !== null)) return false;
  if (ticket.folder !== rule.folder) return false;
  if (rule.statuses && !rule.statuses.includes(ticket.status)) return false;
  if (rule.assignee === 'me' && ticket.assignee?.id !== me) return false;
  if (rule.assignee === 'none' && ticket.assignee) return false;
  if (filter.brand && ticket.brand.id !== filter.brand) return false;
  return !filter.team || ticket.team?.id === filter.team;
}

/** False when the ticket plainly does not fit a saved view any more; what the row does not tell is the server's to judge. */
function mayFit(ticket: Ticket, saved: number, me: number): boolean {
  const conditions = knownViews.get(saved)?.conditions;
  if (!conditions) return true;
  const { status, assignee, priority, snoozed = 'no' } = conditions;
  if (status && !status.includes(ticket.status)) return false;
  if (assignee && !assignee.some((each) => (each === 'none' ? ticket.assignee === null : ticket.assignee?.id === (each === 'me' ? me : each)))) return false;
  if (priority && !priority.includes(ticket.priority)) return false;
  return ticket.folder === (conditions.folder ?? 'inbox') && (snoozed === 'any' || (snoozed === 'only') === (ticket.snoozed_until !== null));
}

/** The most urgent first. */
export const priorities = ['urgent', 'high', 'normal', 'low'] as const satisfies readonly Ticket['priority'][];
const rankOf = ({ priority }: Ticket) => priorities.indexOf(priority);

/** Negative when `one` stands above `other`. */
export function compareBy(sort: ListSort): (one: Ticket, other: Ticket) => number {
  if (sort === 'priority') {
    const lastChanged = compareBy('-updated_at');
    return (one, other) => rankOf(one) - rankOf(other) || lastChanged(one, other);
  }
  const field = sort.endsWith('created_at') ? 'created_at' : 'updated_at';
  const sign = sort.startsWith('-') ? -1 : 1;
  return (one: Ticket, other: Ticket) => sign * (one[field] < other[field] ? -1 : one[field] > other[field] ? 1 : one.id - other.id);
}
