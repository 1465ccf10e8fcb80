import type { Scope } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { findMergedInto, findRoots } from './merges.queries.ts';
import { findTicketState, type TicketState } from './ticket-row.queries.ts';

/** Merged again and again while we look: whoever asks may ask once more. */
const mostTries = 5;

/**
 * The ticket in which this one stands now, itself or what it was merged into, with its row held: it is merged no further
 * before the caller's commit. Null when there is none that the scope sees.
 */
export async function lockRoot(tx: Tx, scope: Scope, ticketId: number): Promise<TicketState | null> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const root = (await findRoots(tx, scope.workspaceId, [ticketId])).get(ticketId);
    const ticket = root === undefined ? null : await findTicketState(tx, scope, { id: root }, { lock: true });
    if (!ticket || (await findMergedInto(tx, scope.workspaceId, ticket.id)) === null) return ticket;
  }
  return null;
}
