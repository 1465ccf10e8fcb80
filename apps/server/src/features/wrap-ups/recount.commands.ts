import type { Tx } from '../../platform/db/db.ts';
import { addToDay, countedAndDue, noteCounted, type Counted } from './days.queries.ts';

/**
 * Brings the sums for reports in line with a ticket that has a wrap-up: after it was solved, opened again, moved, merged or
 * taken apart, or its wrap-up corrected. The caller has changed the ticket's row in this transaction, and holds it.
 */
export async function recountWrapUp(tx: Tx, workspaceId: number, ticketId: number): Promise<void> {
  const found = await countedAndDue(tx, workspaceId, ticketId);
  if (!found) return;
  const { counted, due } = found;
  if (isSame(counted, due)) return;
  if (counted) await addToDay(tx, workspaceId, counted, -1);
  if (due) await addToDay(tx, workspaceId, due, 1);
  await noteCounted(tx, workspaceId, ticketId, due);
}

function isSame(one: Counted | null, other: Counted | null): boolean {
  if (one === null || other === null) return one === other;
  return one.solvedAt.getTime() === other.solvedAt.getTime() && one.brandId === other.brandId && one.topicId === other.topicId && one.degree === other.degree && one.minutes === other.minutes;
}
