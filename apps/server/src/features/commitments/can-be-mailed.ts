import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { findTicketByNumber, listParticipants, type TicketState } from '../tickets/index.ts';

/** Whether a message on the ticket would reach anybody. */
export async function canBeMailed(db: Queryable, scope: Scope, ticket: Pick<TicketState, 'id' | 'number' | 'status'>): Promise<boolean> {
  if (ticket.status === 'closed') return false;
  if ((await listParticipants(db, scope, ticket.id)).some(({ confirmed }) => confirmed)) return true;
  return (await findTicketByNumber(db, scope, ticket.number, null))?.requester_email != null;
}
