import { z } from 'zod';
import type { CustomerActor } from '../../../platform/auth/actor.ts';
import type { Tx } from '../../../platform/db/db.ts';
import { appendEvent } from '../../../platform/events/events.queries.ts';
import { longText } from '../../../platform/http/shapes.ts';
import { findRoots } from '../../tickets/index.ts';
import { updateCommitmentRow } from '../commitments.queries.ts';
import { isUnkept } from '../../commitment-rows/index.ts';
import { findPromised, momentIn, type PromisedRow } from './page.queries.ts';

export const promiseForm = z.discriminatedUnion('action', [
  z.object({ action: z.literal('agree') }),
  z.object({ action: z.literal('propose'), when: z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d$/), note: longText(500).transform((text) => text.trim()).default('') }),
]);
export type PromiseForm = z.infer<typeof promiseForm>;

const furthest = 366 * 24 * 3_600_000;

/** What the customer said on the page; a second time changes nothing. @returns false for a time that is over, or too far off */
export async function answerOnPage(tx: Tx, workspaceId: number, id: number, form: PromiseForm, now: Date): Promise<boolean> {
  const row = await findPromised(tx, workspaceId, id, { lock: true });
  if (!row || !isUnkept(row.state)) return true;
  if (form.action === 'agree') {
    if (row.agreed_at || row.proposed_due || row.due_at <= now) return true;
    await updateCommitmentRow(tx, workspaceId, id, { agreed_at: now });
    await tell(tx, workspaceId, row, 'commitment.agreed');
    return true;
  }
  // A day that the month does not have is none that PostgreSQL would take.
  if (Number.isNaN(Date.parse(`${form.when}Z`)) || new Date(`${form.when}Z`).toISOString().slice(0, 16) !== form.when) return false;
  const due = await momentIn(tx, form.when, row.time_zone);
  if (due <= now || due.getTime() > now.getTime() + furthest) return false;
  if (row.proposed_due?.getTime() === due.getTime()) return true;
  await updateCommitmentRow(tx, workspaceId, id, { agreed_at: null, proposed_at: now, proposed_due: due, proposed_text: form.note || null });
  await tell(tx, workspaceId, row, 'commitment.proposed');
  return true;
}

async function tell(tx: Tx, workspaceId: number, row: PromisedRow, type: 'commitment.agreed' | 'commitment.proposed'): Promise<void> {
  const actor: CustomerActor = { type: 'customer', id: row.requester_id, scope: { workspaceId, brands: 'all' } };
  const ticketId = (await findRoots(tx, workspaceId, [row.ticket_id])).get(row.ticket_id) ?? row.ticket_id;
  await appendEvent(tx, actor, { type, ticketId, brandId: row.brand_id, data: { commitment: row.id, owner: row.owner_id } });
}
