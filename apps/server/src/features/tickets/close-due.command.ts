import { systemActor } from '../../platform/auth/actor.ts';
import type { Context } from '../../context.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { endEscalations } from '../ticket-escalations/index.ts';
import { workspaceIds } from './ticket-lookups.queries.ts';
import { takeDueToClose, updateTicketRow } from './ticket-writes.queries.ts';

const batch = 200;

/** Closes the solved tickets whose time has come, in small transactions; safe to run on several nodes at once. */
export async function closeDueTickets(context: Context): Promise<number> {
  let closed = 0;
  for (const workspaceId of await workspaceIds(context.db)) {
    for (;;) {
      const done = await closeBatch(context, workspaceId);
      closed += done;
      if (done > 0) context.wake.say('events');
      if (done < batch) break;
    }
  }
  return closed;
}

async function closeBatch(context: Context, workspaceId: number): Promise<number> {
  const actor = systemActor(workspaceId);
  const now = context.clock.now();
  return context.db.transaction().execute(async (tx) => {
    const due = await takeDueToClose(tx, workspaceId, now, batch);
    for (const ticket of due) {
      await updateTicketRow(tx, workspaceId, ticket.id, { status: 'closed', close_at: null }, now);
      if (ticket.escalated) await endEscalations(tx, workspaceId, ticket.id, now);
      await appendEvent(tx, actor, {
        type: 'ticket.updated',
        ticketId: ticket.id,
        brandId: ticket.brand_id,
        data: { changes: { status: { from: 'solved', to: 'closed' } } },
      });
    }
    return due.length;
  });
}
