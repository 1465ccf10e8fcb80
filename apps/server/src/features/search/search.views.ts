import { showPhoneNumber } from '../customers/index.ts';
import { toTicket, type TicketRow } from '../tickets/index.ts';
import type { Highlight } from './query/compile-query.ts';
import type { CustomerHit, OrganizationHit } from './search-people.queries.ts';
import type { SearchAnswer } from './search.schemas.ts';
import { mark, snippet } from './snippets.ts';
import type { TicketSnippet } from './ticket-snippets.ts';


export function toTicketHit(row: TicketRow, exact: boolean, highlight: Highlight, found: TicketSnippet | null): SearchAnswer['tickets'][number] {
  return { ticket: toTicket(row), exact, subject: mark(row.subject, highlight), snippet: found };
}

export function toCustomerHit(row: CustomerHit, highlight: Highlight): SearchAnswer['customers'][number] {
  return {
    id: row.id,
    name: mark(row.name, highlight),
    email: row.email === null ? null : mark(row.email, highlight),
    phone: row.phone === null ? null : mark(showPhoneNumber(row.phone).text, highlight),
    organization: row.organization_id === null ? null : { id: row.organization_id, name: row.organization_name ?? '' },
    note: snippet(row.note, highlight)?.pieces ?? null,
  };
}

export function toOrganizationHit(row: OrganizationHit, highlight: Highlight): SearchAnswer['organizations'][number] {
  return { id: row.id, name: mark(row.name, highlight), domains: row.domains, note: snippet(row.note, highlight)?.pieces ?? null };
}
