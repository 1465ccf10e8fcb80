import type { Context } from '../../context.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { linkNewestPromise } from '../commitment-links/index.ts';
import { dueWithin, nextAt } from '../commitment-rows/index.ts';
import { putOffCommitment, putOffTelling, readBeside, refreshPromiseUpwards } from './beside.queries.ts';
import type { ChangedOutbox } from './outbox.queries.ts';

export type LinkTools = Pick<Context, 'sealer' | 'config'>;

/**
 * A mail goes out at another time than it was to: a webhook that a macro of it tells hears then, and what was promised by it runs from
 * then, as long as the promise is open and nothing else has said it to the customer. Where the desk never opens any more, the promise
 * stays as it is. The caller holds the ticket's row.
 */
export async function moveBeside(tx: Tx, tools: LinkTools, actor: Actor, mail: ChangedOutbox, begins: Date, now: Date): Promise<void> {
  const { ticket_id: ticketId, message_id: messageId, brand_id: brandId } = mail;
  if (ticketId === null || messageId === null) return;
  const { workspaceId } = actor.scope;
  const { commitment, within, telling, webhook } = await readBeside(tx, workspaceId, { ticketId, messageId });
  if (telling !== null && webhook !== null) await putOffTelling(tx, workspaceId, { webhook, telling }, begins);
  if (commitment === null || within === null) return;
  const due = await dueWithin(tx, workspaceId, brandId, within, begins);
  const was = due && (await putOffCommitment(tx, workspaceId, commitment, { due_at: due.due_at, nextAt: nextAt(due, now, now) }));
  if (!due || !was) return;
  await refreshPromiseUpwards(tx, workspaceId, ticketId);
  const changes = { due: { from: was.toISOString(), to: due.due_at.toISOString() } };
  await appendEvent(tx, actor, { type: 'commitment.updated', ticketId, brandId, data: { commitment, changes } });
  // The link in the mail is good for a while after the promise is due.
  await linkNewestPromise(tx, { sealer: tools.sealer, publicUrl: tools.config.publicUrl }, { workspaceId, ticketId, messageId, commitmentId: commitment }, now);
}
