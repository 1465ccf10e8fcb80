import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import { coversRoute } from '../../platform/auth/token-scopes.ts';
import { decodeCursor, encodeCursor } from '../../platform/http/cursors.ts';
import { z } from 'zod';
import type { KnownField } from '../custom-fields/index.ts';
import { findTicketByNumber, findTicketsById, type TicketRow } from '../tickets/index.ts';
import { correctNames, type Correction } from './correct-names.ts';
import { findPhoneCountry } from '../workspaces/index.ts';
import { compileQuery, joinAll, type CompiledQuery } from './query/compile-query.ts';
import { exactNumbers, hasNumber } from './query/exact-numbers.ts';
import { readFieldWords, searchableFields } from './query/field-words.ts';
import { namedKinds, readFilters, type Names } from './query/filters.ts';
import { parseQuery, type ParsedQuery } from './query/parse-query.ts';
import { readNames } from './search-names.queries.ts';
import { findCustomers, findOrganizations, type CustomerHit, type OrganizationHit } from './search-people.queries.ts';
import { findTickets, mostRanked } from './search-tickets.queries.ts';
import type { SearchAnswer, SearchQuery } from './search.schemas.ts';
import type { SnippetSource } from './snippets.queries.ts';
import { readSnippets, readTexts } from './ticket-snippets.ts';
import { toCustomerHit, toOrganizationHit, toTicketHit } from './search.views.ts';

type Tools = Pick<Context, 'db' | 'clock' | 'customFields'>;
type Found = { tickets: TicketRow[]; texts: SnippetSource[]; exact: number | null; customers: CustomerHit[]; organizations: OrganizationHit[]; more: boolean; some: boolean; compiled: CompiledQuery; unknown: SearchAnswer['unknown'] };

/** Beside tickets, so many people and firms. */
const beside = 5;
const offset = z.tuple([z.int().min(0).max(mostRanked)]);

/** Tickets, customers and organizations that fit, best first, as far as the actor sees them. */
export async function search(tools: Tools, actor: AgentActor, asked: SearchQuery): Promise<SearchAnswer> {
  const [from] = asked.cursor === undefined ? [0] : decodeCursor(asked.cursor, offset);
  const { db } = tools;
  const fields = searchableFields(actor.scope, await tools.customFields.of(actor.scope.workspaceId));
  const parsed = parseQuery(asked.q, fields.map(({ key }) => key));
  const query = { ...parsed, open: parsed.open && asked.typing };
  const names = await readNames(db, actor.scope, actor.id, namedKinds(query.filters));
  let found = await find(tools, fields, actor, query, asked, names, from);
  let corrections: Correction[] = [];
  if (isNothing(found) && from === 0 && found.unknown.length === 0 && coversRoute(actor.scopes, 'customers', 'GET', 'viewer')) {
    const corrected = await correctNames(db, actor.scope, query);
    if (corrected) {
      const again = await find(tools, fields, actor, corrected.query, asked, names, 0);
      if (!isNothing(again)) [found, corrections] = [again, corrected.corrections];
    }
  }
  if (asked.kind !== 'customers' && asked.kind !== 'organizations' && isNothing(found) && found.unknown.length === 0 && found.compiled.some.length > 1)
    found = await find(tools, fields, actor, query, { ...asked, kind: 'tickets' }, names, from, true);
  const { highlight } = found.compiled;
  const snippets = await readSnippets(db, actor.scope.workspaceId, found, highlight);
  return {
    tickets: found.tickets.map((row) => toTicketHit(row, found.exact === row.id, highlight, snippets.get(row.id) ?? null)),
    customers: found.customers.map((row) => toCustomerHit(row, highlight)),
    organizations: found.organizations.map((row) => toOrganizationHit(row, highlight)),
    corrected: corrections,
    some: found.some && found.tickets.length > 0,
    unknown: found.unknown,
    next_cursor: found.more ? encodeCursor([from + asked.limit]) : null,
  };
}

function isNothing({ tickets, customers, organizations }: Found): boolean {
  return tickets.length + customers.length + organizations.length === 0;
}

async function find({ db, clock }: Tools, known: readonly KnownField[], actor: AgentActor, query: ParsedQuery, asked: SearchQuery, names: Names, from: number, some = false): Promise<Found> {
  const compiled = compileQuery(query);
  const filters = readFilters(query.filters, names, clock.now());
  const ofFields = readFieldWords(query.fields, known);
  filters.conditions.push(...ofFields.conditions);
  const nothing: Found = { tickets: [], texts: [], exact: null, customers: [], organizations: [], more: false, some: false, compiled, unknown: [...filters.unknown.map(({ name, value }) => ({ filter: name, value })), ...ofFields.unknown.map(({ key, value }) => ({ filter: key, value }))] };
  const wantsNothing = query.filters.length + query.fields.length === 0 && compiled.rank === '';
  if (wantsNothing || nothing.unknown.length > 0) return nothing;
  const wants = (kind: SearchQuery['kind']) => asked.kind === undefined || asked.kind === kind;
  const page = { offset: from, limit: asked.limit + 1 };
  const { scope } = actor;
  // People have no status and no date; of the filters only the brand narrows them.
  // A token that is limited to tickets learns nothing else of customers.
  const ofPeople = coversRoute(actor.scopes, 'customers', 'GET', 'viewer') && compiled.rank !== '' && query.fields.length === 0 && query.filters.every(({ name, excluded }) => name === 'brand' && !excluded);
  const exact = ofPeople && hasNumber(query) ? exactNumbers(query, await findPhoneCountry(db, scope.workspaceId)) : [];
  const people = { condition: joinAll([...compiled.conditions, ...exact]), rank: compiled.rank };
  const [hits, numbered, customers, organizations] = await Promise.all([
    wants('tickets') ? findTickets(db, scope, { ...wanted(compiled, filters.conditions, some), rank: compiled.rank, after: filters.after, before: filters.before, now: clock.now() }, page) : [],
    wants('tickets') && from === 0 ? numberedTicket(db, actor, query) : null,
    ofPeople && wants('customers') && (from === 0 || asked.kind) ? findCustomers(db, scope, { ...people, brands: filters.brandIds }, pageOf(asked, 'customers', page)) : [],
    ofPeople && wants('organizations') && filters.brandIds === null && (from === 0 || asked.kind) ? findOrganizations(db, scope, people, pageOf(asked, 'organizations', page)) : [],
  ]);
  const ids = hits.slice(0, asked.limit).map(({ id }) => id);
  const [rows, texts] = await Promise.all([ids.length === 0 ? [] : findTicketsById(db, scope, ids, actor.id), readTexts(db, scope.workspaceId, numbered ? [numbered.id, ...ids] : ids, compiled.highlight)]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const ordered = hits.flatMap(({ id }) => byId.get(id) ?? []);
  const tickets = numbered ? [numbered, ...ordered.filter(({ id }) => id !== numbered.id)].slice(0, asked.limit) : ordered;
  const more = { tickets: hits.length, customers: customers.length - from, organizations: organizations.length - from }[asked.kind ?? 'tickets'] > asked.limit && from + asked.limit < mostRanked;
  return {
    ...nothing,
    some,
    tickets,
    texts,
    exact: numbered?.id ?? null,
    customers: asked.kind === 'customers' ? customers.slice(from, from + asked.limit) : customers.slice(0, beside),
    organizations: asked.kind === 'organizations' ? organizations.slice(from, from + asked.limit) : organizations.slice(0, beside),
    more,
  };
}

/** All the words, those beside each other first; or, where nothing has them all, some of them. */
function wanted(compiled: CompiledQuery, filters: readonly string[], some: boolean) {
  if (!some) return { conditions: [...compiled.conditions, ...filters], phrase: compiled.phrase, some: [] };
  return { conditions: [`(${compiled.some.join('|')})`, ...compiled.excluded, ...filters], phrase: null, some: compiled.some };
}

/** Alone, people and firms are paged too: they are few, and ranked anew each time. */
function pageOf(asked: SearchQuery, kind: SearchQuery['kind'], page: { offset: number; limit: number }): number {
  return asked.kind === kind ? page.offset + page.limit : beside;
}

/** `#4711` or `4711` alone is the ticket of that number, whatever else has it. */
async function numberedTicket(db: Tools['db'], actor: AgentActor, { terms, filters, fields }: ParsedQuery): Promise<TicketRow | null> {
  const [only, second] = terms;
  const number = /^#?(\d{1,15})$/.exec(only?.text ?? '')?.[1];
  if (number === undefined || second || filters.length + fields.length > 0 || only?.excluded) return null;
  return findTicketByNumber(db, actor.scope, Number(number), actor.id);
}
