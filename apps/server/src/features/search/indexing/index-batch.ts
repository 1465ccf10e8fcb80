import { setImmediate as breath } from 'node:timers/promises';
import type { Context } from '../../../context.ts';
import { noteFiles } from '../files/search-files.queries.ts';
import { customerWords, organizationWords, ticketWords } from './documents.ts';
import { writeIndexRows, type IndexKind, type IndexRow } from './index-rows.queries.ts';
import { readCustomers, readOrganizations, readTickets } from './index-source.queries.ts';

type Tools = Pick<Context, 'db' | 'log'>;

/** Tickets in one slice of the index. */
export const sliceSize = 8192;
const rounds = 5;

/**
 * Makes the index rows of these anew from what stands in the database now. What somebody else has written meanwhile is
 * read once more; what is gone has taken its row with it. One that cannot be read or written is logged and left out, so
 * that it holds up no other.
 */
export async function indexBatch(tools: Tools, kind: IndexKind, workspaceId: number, ids: readonly number[]): Promise<void> {
  try {
    await indexNow(tools, kind, workspaceId, ids);
  } catch (error) {
    if (ids.length === 1) {
      tools.log.error({ err: error, kind, id: ids[0] }, 'could not be put into the search index');
      return;
    }
    for (const id of ids) await indexBatch(tools, kind, workspaceId, [id]);
  }
}

async function indexNow({ db }: Tools, kind: IndexKind, workspaceId: number, ids: readonly number[]): Promise<void> {
  let left = [...new Set(ids)];
  if (kind === 'tickets') await noteFiles(db, workspaceId, left);
  for (let round = 0; round < rounds && left.length > 0; round += 1) {
    const rows = await makeRows({ db }, kind, workspaceId, left);
    const written = new Set(await writeIndexRows(db, kind, workspaceId, rows));
    left = rows.map(({ id }) => id).filter((id) => !written.has(id));
  }
}

async function makeRows({ db }: Pick<Tools, 'db'>, kind: IndexKind, workspaceId: number, ids: readonly number[]): Promise<IndexRow[]> {
  if (kind === 'tickets') return inTurn(await readTickets(db, workspaceId, ids), (ticket) => ({ id: ticket.id, version: ticket.version, slice: Math.floor(ticket.number / sliceSize), words: ticketWords(ticket) }));
  if (kind === 'customers') return inTurn(await readCustomers(db, workspaceId, ids), (customer) => ({ id: customer.id, version: customer.version, slice: 0, words: customerWords(customer) }));
  return inTurn(await readOrganizations(db, workspaceId, ids), (organization) => ({ id: organization.id, version: organization.version, slice: 0, words: organizationWords(organization) }));
}

/** With a breath after each: requests that wait go first. */
async function inTurn<Source>(sources: Source[], make: (source: Source) => IndexRow): Promise<IndexRow[]> {
  const rows: IndexRow[] = [];
  for (const source of sources) {
    rows.push(make(source));
    await breath();
  }
  return rows;
}
