import type { Actor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound, Problem } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { recountWrapUp } from '../wrap-ups/index.ts';
import { takeOffTicketRow } from './newest-line.queries.ts';
import { cancelOutboxRow, findOutbox, holdTicketOfMail, retryOutboxRow, type ChangedOutbox } from './outbox.queries.ts';
import { moveBeside, type LinkTools } from './move-beside.commands.ts';
import { besideData, countWithBeside, takeBackBeside, type WentBack } from './taken-back-beside.queries.ts';
import { putStatusBack } from './taken-back-status.queries.ts';

/**
 * Takes a mail back before it goes; its ticket's row shows the message before it again, and has the status from before
 * it; what a macro wrote beside it goes back too.
 * @throws Problem not_found; already_sent when a server has it, or is getting it at this moment
 */
export async function cancelMail(tx: Tx, actor: Actor, which: { id: number } | { messageId: number }): Promise<number> {
  const row = await findOutbox(tx, actor.scope, which);
  if (!row) throw notFound('mail');
  if (row.status === 'cancelled') return row.id;
  await holdTicketOfMail(tx, actor.scope.workspaceId, row.id);
  const cancelled = await cancelOutboxRow(tx, actor.scope.workspaceId, row.id);
  if (!cancelled) throw new Problem('already_sent');
  const { status, beside } = await takeOffTicket(tx, actor, cancelled);
  await appendEvent(tx, actor, {
    type: 'message.cancelled', ticketId: cancelled.ticket_id, brandId: cancelled.brand_id, messageId: cancelled.message_id,
    data: { ...(status && { changes: { status } }), ...besideData(beside) },
  });
  return row.id;
}

async function takeOffTicket(tx: Tx, actor: Actor, { ticket_id: ticketId, brand_id: brandId, message_id: messageId }: ChangedOutbox): Promise<{ status: { from: string; to: string } | null; beside: WentBack }> {
  if (ticketId === null || messageId === null) return { status: null, beside: {} };
  const { workspaceId } = actor.scope;
  const beside = await takeBackBeside(tx, actor, { ticketId, brandId, messageId });
  await takeOffTicketRow(tx, workspaceId, ticketId, countWithBeside(beside));
  const status = await putStatusBack(tx, workspaceId, { ticketId, messageId, escalation: beside.escalation ?? null });
  if (status?.wrapped) await recountWrapUp(tx, workspaceId, ticketId);
  return { status: status && { from: status.from, to: status.to }, beside };
}

/** Sends a mail that failed, or that waits, as soon as can be; what it promises runs from now. @throws Problem not_found, already_sent */
export async function retryMail(tx: Tx, tools: LinkTools, actor: Actor, id: number, now: Date): Promise<number> {
  const row = await findOutbox(tx, actor.scope, { id });
  if (!row) throw notFound('mail');
  await holdTicketOfMail(tx, actor.scope.workspaceId, id);
  const queued = await retryOutboxRow(tx, actor.scope.workspaceId, id);
  if (!queued) throw new Problem('already_sent', row.status === 'cancelled' ? 'It was taken back' : undefined);
  if (queued.begins_anew) await moveBeside(tx, tools, actor, queued, now, now);
  await appendEvent(tx, actor, { type: 'message.queued', ticketId: queued.ticket_id, brandId: queued.brand_id, messageId: queued.message_id });
  return row.id;
}
