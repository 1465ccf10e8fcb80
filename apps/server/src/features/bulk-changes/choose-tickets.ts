import { parse } from 'node:querystring';
import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { fieldProblem } from '../../platform/errors/problem.ts';
import { listMentionedIds, ticketListQuery, type TicketFolder } from '../tickets/index.ts';
import { allThatFit, findView, viewTicketsQuery, type Conditions } from '../views/index.ts';
import type { CreateBulkBody } from './bulk-changes.schemas.ts';
import { findTicketIds } from './bulk-items.queries.ts';
import { limits } from './limits.ts';

type Tools = Pick<Context, 'db' | 'customFields' | 'clock'>;

/**
 * The tickets that a request means, as they are at this moment: their ids are all that is kept of it, so that nothing is
 * read differently later. A word that is not known is refused, never passed over: it would mean more tickets than were meant.
 * @throws Problem invalid_input: none or several ways of naming them, one that is not there, a filter that is none, a view that
 *   has changed, none or more than `limits.tickets`
 */
export async function chooseTickets(context: Tools, actor: AgentActor, { tickets, filter, view, change }: CreateBulkBody): Promise<number[]> {
  if (Object.values(change).every((value) => value === undefined || (Array.isArray(value) && value.length === 0))) throw fieldProblem('change', 'required', 'Say what is to be changed');
  if (tickets && view) throw fieldProblem('view', 'invalid_input', 'Either tickets or a view');
  if (tickets && filter !== undefined) throw fieldProblem('filter', 'invalid_input', 'Either tickets or a filter');
  if (tickets) return named(context.db, actor, tickets);
  if (!view && filter === undefined) throw fieldProblem('tickets', 'required', 'Name tickets, or give a filter or a view');
  const field = view ? 'view' : 'filter';
  const ids = view ? await ofView(context, actor, view, filter) : await ofFilter(context, actor, filter ?? '');
  if (ids.length > limits.tickets) throw fieldProblem(field, 'too_many_tickets', `At most ${limits.tickets} tickets at once`);
  if (ids.length === 0) throw fieldProblem(field, 'no_tickets', 'No ticket fits');
  return ids;
}

async function named(db: Queryable, { scope }: AgentActor, numbers: readonly number[]): Promise<number[]> {
  const ids = await findTicketIds(db, scope, numbers);
  const missing = numbers.find((number) => !ids.has(number));
  if (missing !== undefined) throw fieldProblem('tickets', 'not_found', `There is no ticket ${missing}`);
  return [...ids.values()];
}

/** Of the view as its asker had it before them: one that somebody has changed since holds other tickets. */
async function ofView(context: Tools, actor: AgentActor, { id, updated_at }: NonNullable<CreateBulkBody['view']>, filter: string | undefined): Promise<number[]> {
  const found = await findView(context, actor, id);
  if (!found) throw fieldProblem('view', 'not_found', 'There is no such view');
  if (found.updatedAt.getTime() !== Date.parse(updated_at)) throw fieldProblem('view', 'view_changed', 'The view has been changed since');
  const { q, field } = read(viewTicketsQuery, filter ?? '');
  refuseNumber(q);
  return found.conditions ? allThatFit(context, actor, found.conditions, { q, field }, room()) : [];
}

async function ofFilter(context: Tools, actor: AgentActor, filter: string): Promise<number[]> {
  const { q, field, ...query } = read(ticketListQuery, filter);
  refuseNumber(q);
  if (query.mentioned) {
    const { mentioned: _mentioned, folder, sort: _sort, limit: _limit, ...others } = query;
    // A list of mentions passes over other conditions: here they would be meant.
    if (q !== undefined || field || Object.values(others).some((value) => value !== undefined)) throw fieldProblem('filter', 'invalid_input', 'Only folder counts beside mentioned');
    return ofMentions(context.db, actor, folder);
  }
  const one = <Value>(value: Value | undefined) => (value === undefined ? undefined : [value]);
  const conditions: Conditions = {
    folder: query.folder,
    status: query.status,
    assignee: one(query.assignee),
    team: one(query.team),
    brand: one(query.brand),
    requester: one(query.requester),
    tag: one(query.tag),
    snoozed: query.snoozed ?? 'any',
  };
  return allThatFit(context, actor, conditions, { q, field }, room());
}

async function ofMentions(db: Queryable, { scope, id }: AgentActor, folder: TicketFolder): Promise<number[]> {
  const found: number[] = [];
  for (let before: number | undefined; found.length <= limits.tickets; ) {
    const rows = await listMentionedIds(db, scope, id, { folder, before, limit: limits.step });
    found.push(...rows.map((row) => row.id));
    before = rows.at(-1)?.mention;
    if (rows.length < limits.step) break;
  }
  return [...new Set(found)];
}

const room = () => ({ most: limits.tickets, step: limits.step });

/** How a list is paged, shown and sorted says nothing of what it holds. */
function read<Query>(shape: { safeParse(value: unknown): { success: true; data: Query } | { success: false; error: { issues: readonly { path: PropertyKey[]; message: string }[] } } }, text: string): Query {
  const { cursor: _cursor, limit: _limit, columns: _columns, ...parts } = parse(text.replace(/^\?/, ''));
  const whole = shape.safeParse(parts);
  if (whole.success) return whole.data;
  const [issue] = whole.error.issues;
  throw fieldProblem('filter', 'invalid_input', `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim());
}

/** Such a search shows the one ticket of that number. */
function refuseNumber(q: string | undefined): void {
  if (/^#?\d{1,15}$/.test(q ?? '')) throw fieldProblem('filter', 'invalid_input', 'A ticket that is known by its number is named in tickets');
}
