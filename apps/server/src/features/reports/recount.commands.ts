import type { Tx } from '../../platform/db/db.ts';
import { openHours, readHoursOfBrands } from '../calendars/index.ts';
import { factsOf, readFactEvents } from '../sla/index.ts';
import { changesOf } from './contributions.rules.ts';
import { dayIn } from './days.rules.ts';
import { addToDays, lockFacts, readTicketsNow, removeFacts, saveFacts } from './facts.queries.ts';
import { reckonTicket } from './reckon.rules.ts';

/**
 * Brings the sums in line with these tickets as they are now: what they counted as is taken away, what they count as is added.
 * Whatever was missed or comes twice, the sums are right after it. Only the holder of the workspace's progress calls it.
 */
export async function recountTickets(tx: Tx, workspaceId: number, ticketIds: readonly number[], timeZone: string): Promise<void> {
  if (ticketIds.length === 0) return;
  const before = await lockFacts(tx, workspaceId, ticketIds);
  const tickets = await readTicketsNow(tx, workspaceId, ticketIds);
  const events = await readFactEvents(tx, workspaceId, ticketIds);
  const hours = openHours(await readHoursOfBrands(tx, workspaceId, [...new Set(tickets.map(({ brand_id }) => brand_id))]));
  const dayOf = dayIn(timeZone);
  const after = tickets.flatMap((ticket) => {
    const open = hours.get(ticket.brand_id);
    const facts = open && reckonTicket(ticket, factsOf(events.get(ticket.ticket_id) ?? [], ticket.status), open, dayOf);
    return facts ? [facts] : [];
  });
  await addToDays(tx, workspaceId, changesOf(before, after));
  await saveFacts(tx, workspaceId, after);
  const still = new Set(after.map(({ ticket_id }) => ticket_id));
  await removeFacts(tx, workspaceId, before.map(({ ticket_id }) => ticket_id).filter((id) => !still.has(id)));
}
