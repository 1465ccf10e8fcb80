import type { Queryable, Tx } from '../../platform/db/db.ts';
import { openHours, readHoursOfBrands } from '../calendars/index.ts';
import { factsOf, readFactEvents } from '../sla/index.ts';
import { changesOf } from './contributions.rules.ts';
import { dayIn } from './days.rules.ts';
import { addToDays, lockFacts, readTicketsNow, removeFacts, saveFacts } from './facts.queries.ts';
import type { TicketFacts } from './measures.ts';
import { reckonTicket } from './reckon.rules.ts';

/** What these tickets count as, as they are now. Nothing is written: no transaction that writes waits for it. */
export async function reckonTickets(db: Queryable, workspaceId: number, ticketIds: readonly number[], timeZone: string): Promise<TicketFacts[]> {
  if (ticketIds.length === 0) return [];
  const tickets = await readTicketsNow(db, workspaceId, ticketIds);
  const events = await readFactEvents(db, workspaceId, ticketIds);
  const hours = openHours(await readHoursOfBrands(db, workspaceId, [...new Set(tickets.map(({ brand_id }) => brand_id))]));
  const dayOf = dayIn(timeZone);
  return tickets.flatMap((ticket) => {
    const open = hours.get(ticket.brand_id);
    const facts = open && reckonTicket(ticket, factsOf(events.get(ticket.ticket_id) ?? [], ticket.status), open, dayOf);
    return facts ? [facts] : [];
  });
}

/**
 * Brings the sums in line with these tickets: what they counted as is taken away, `after` is added. Whatever was missed or comes
 * twice, the sums are right after it. Only the holder of the workspace's progress calls it, in the transaction that holds it.
 */
export async function writeCounts(tx: Tx, workspaceId: number, ticketIds: readonly number[], after: readonly TicketFacts[]): Promise<void> {
  if (ticketIds.length === 0) return;
  const before = await lockFacts(tx, workspaceId, ticketIds);
  await addToDays(tx, workspaceId, changesOf(before, after));
  await saveFacts(tx, workspaceId, after);
  const still = new Set(after.map(({ ticket_id }) => ticket_id));
  await removeFacts(tx, workspaceId, before.map(({ ticket_id }) => ticket_id).filter((id) => !still.has(id)));
}
