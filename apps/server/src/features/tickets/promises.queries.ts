import { sql } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';
import { listMerged } from './merges.queries.ts';

/**
 * Notes on a ticket's row when the soonest promise on it, or on what was merged into it, is due, so that lists need not
 * look. Call it with whatever changed a promise. Index: commitments_ticket.
 */
export async function refreshPromise(tx: Tx, workspaceId: number, ticketId: number): Promise<void> {
  const ids = (await listMerged(tx, workspaceId, ticketId)).map(({ id }) => id);
  await sql`update tickets set promise_due_at = (
      select min(c.due_at) from commitments c where c.workspace_id = ${workspaceId} and c.ticket_id = any(${ids}::bigint[]) and c.state in ('open', 'broken'))
    where workspace_id = ${workspaceId} and id = ${ticketId}`.execute(tx);
}
