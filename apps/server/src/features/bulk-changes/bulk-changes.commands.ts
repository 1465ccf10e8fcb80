import { parse } from 'node:querystring';
import type { Context } from '../../context.ts';
import type { AgentActor, EventActor } from '../../platform/auth/actor.ts';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { listTicketIds, ticketListQuery, toFilter } from '../tickets/index.ts';
import { countUnderWay, findBulkChange, insertBulkChange, insertUndo, stopBulkChange, type BulkRow } from './bulk-changes.queries.ts';
import type { BulkChange, CreateBulkBody } from './bulk-changes.schemas.ts';
import { findTicketIds } from './bulk-items.queries.ts';
import { limits } from './limits.ts';

/**
 * The tickets that a request means, as they are at this moment.
 * @throws Problem invalid_input: neither or both ways of naming them, one that is not there, a filter that is none, or more than 20,000
 */
export async function chooseTickets(context: Pick<Context, 'db' | 'customFields'>, actor: AgentActor, { tickets, filter, change }: CreateBulkBody): Promise<number[]> {
  if (Object.values(change).every((value) => value === undefined || (Array.isArray(value) && value.length === 0))) throw fieldProblem('change', 'required', 'Say what is to be changed');
  if (tickets && filter !== undefined) throw fieldProblem('filter', 'invalid_input', 'Either tickets or a filter');
  if (tickets) return named(context.db, actor, tickets);
  if (filter === undefined) throw fieldProblem('tickets', 'required', 'Name tickets, or give a filter');
  const query = readFilter(filter);
  if (/^#?\d{1,15}$/.test(query.q ?? '')) throw fieldProblem('filter', 'invalid_input', 'A ticket that is known by its number is named in tickets');
  // Mentions are a list of their own, in which the other conditions do not count.
  if (query.mentioned) throw fieldProblem('filter', 'invalid_input', 'Tickets in which you were mentioned are named in tickets');
  const ids = await listTicketIds(context.db, actor.scope, await toFilter(context, actor, query), limits.tickets + 1);
  if (ids.length > limits.tickets) throw fieldProblem('filter', 'too_many_tickets', `At most ${limits.tickets} tickets at once`);
  if (ids.length === 0) throw fieldProblem('filter', 'no_tickets', 'No ticket fits');
  return ids;
}

async function named(db: Queryable, { scope }: AgentActor, numbers: readonly number[]): Promise<number[]> {
  const ids = await findTicketIds(db, scope, numbers);
  const missing = numbers.find((number) => !ids.has(number));
  if (missing !== undefined) throw fieldProblem('tickets', 'not_found', `There is no ticket ${missing}`);
  return [...ids.values()];
}

function readFilter(text: string) {
  const { cursor: _cursor, limit: _limit, columns: _columns, ...parts } = parse(text.replace(/^\?/, ''));
  const read = ticketListQuery.safeParse(parts);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw fieldProblem('filter', 'invalid_input', `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim());
}

/** Hands it to the workers. @throws Problem too_many_attempts while ten of the agent's are under way */
export async function createBulkChange(tx: Tx, actor: AgentActor, change: BulkChange, ticketIds: readonly number[]): Promise<number> {
  const { workspaceId } = actor.scope;
  await refuseTooMany(tx, actor);
  const id = await insertBulkChange(tx, workspaceId, actor.id, change, ticketIds);
  await appendEvent(tx, actor, { type: 'bulk_change.created', data: { bulk_change_id: id, total: ticketIds.length } });
  return id;
}

/** What it has changed is put back, where nobody has changed it since. @throws Problem not_found, bulk_busy */
export async function undoBulkChange(tx: Tx, actor: AgentActor, bulkId: number): Promise<number> {
  const { workspaceId } = actor.scope;
  const row = await locked(tx, actor, bulkId);
  if (row.status === 'running' || row.undone_by !== null) throw new Problem('bulk_busy');
  await refuseTooMany(tx, actor);
  const id = await insertUndo(tx, workspaceId, actor.id, bulkId);
  if (id === null) throw new Problem('bulk_busy', 'It has changed nothing');
  await appendEvent(tx, actor, { type: 'bulk_change.created', data: { bulk_change_id: id, undoes: bulkId } });
  return id;
}

/** Ends it where it is; what is done stays done. One that has ended already stays as it is. @throws Problem not_found */
export async function stopBulk(tx: Tx, actor: AgentActor, bulkId: number): Promise<void> {
  const row = await locked(tx, actor, bulkId);
  if (row.status !== 'running') return;
  await stopBulkChange(tx, actor.scope.workspaceId, bulkId);
  await tellBulk(tx, actor, bulkId, 'stopped');
}

/** Says that it has got on; how far is read by whoever may see it. */
export async function tellBulk(tx: Tx, actor: EventActor, bulkId: number, status: BulkRow['status']): Promise<void> {
  await appendEvent(tx, actor, { type: 'bulk_change.updated', data: { bulk_change_id: bulkId, status } });
}

async function locked(tx: Tx, actor: AgentActor, bulkId: number): Promise<BulkRow> {
  const row = await findBulkChange(tx, actor, bulkId, { lock: true });
  if (!row) throw notFound('bulk change');
  return row;
}

async function refuseTooMany(tx: Tx, actor: AgentActor): Promise<void> {
  if ((await countUnderWay(tx, actor.scope.workspaceId, actor.id)) >= limits.underWay) throw new Problem('too_many_attempts', `At most ${limits.underWay} at once`);
}
