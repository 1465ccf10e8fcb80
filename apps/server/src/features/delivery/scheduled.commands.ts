import type { Actor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { takeOffTicketRow } from './newest-line.queries.ts';
import { findOutbox, holdTicketOfMail } from './outbox.queries.ts';
import { letAnswersStopMail, rescheduleRow, stopAnsweredMail, stopAnsweredSideMail } from './scheduled.queries.ts';
import { moveBeside, type LinkTools } from './move-beside.commands.ts';
import { besideData, countWithBeside, takeBackBeside, type WentBack } from './taken-back-beside.queries.ts';

/** Nobody plans a mail further ahead than this; what is further is a slip in the year. */
const furthest = 366 * 24 * 3600 * 1000;

/** @throws Problem invalid_input for a time that is over, or too far away */
export function checkSendAt(sendAt: Date, now: Date): void {
  if (sendAt <= now) throw fieldProblem('send_at', 'in_the_past', 'This time is over');
  if (sendAt.getTime() - now.getTime() > furthest) throw fieldProblem('send_at', 'too_far', 'At most a year ahead');
}

/**
 * Moves a mail that waits for its time, or sends it now, and with it what it promises. It is the same row as before, so nothing can
 * go out twice.
 * @throws Problem not_found; already_sent when it does not wait any more; invalid_input for the time
 */
export async function rescheduleMail(tx: Tx, tools: LinkTools, actor: Actor, messageId: number, wish: { sendAt: Date | null; unlessAnswered: boolean | undefined }, now: Date): Promise<number> {
  const row = await findOutbox(tx, actor.scope, { messageId });
  if (!row) throw notFound('mail');
  if (wish.sendAt) checkSendAt(wish.sendAt, now);
  const unlessAnswered = wish.unlessAnswered ?? row.unless_answered;
  await holdTicketOfMail(tx, actor.scope.workspaceId, row.id);
  const moved = await rescheduleRow(tx, actor.scope.workspaceId, row.id, { sendAt: wish.sendAt, unlessAnswered });
  if (!moved) throw new Problem('already_sent', row.status === 'cancelled' ? 'It was taken back' : undefined);
  await moveBeside(tx, tools, actor, moved, wish.sendAt ?? now, now);
  if (wish.sendAt && unlessAnswered && moved.ticket_id !== null) await letAnswersStopMail(tx, actor.scope.workspaceId, moved.ticket_id);
  await appendEvent(tx, actor, { type: 'message.queued', ticketId: moved.ticket_id, brandId: moved.brand_id, messageId: moved.message_id, data: { scheduled: wish.sendAt !== null } });
  return row.id;
}

/** A person has written: what was to go out only without an answer does not go out, and the thread says so. */
export async function stopMailThatIsAnswered(tx: Tx, actor: Actor, answered: { ticketId: number } | { sideId: number }): Promise<void> {
  const { workspaceId } = actor.scope;
  const isAside = 'sideId' in answered;
  const stopped = isAside ? await stopAnsweredSideMail(tx, workspaceId, answered.sideId) : await stopAnsweredMail(tx, workspaceId, answered.ticketId);
  for (const mail of stopped) {
    let beside: WentBack = {};
    if (mail.ticket_id !== null && mail.message_id !== null) {
      if (!isAside) beside = await takeBackBeside(tx, actor, { ticketId: mail.ticket_id, brandId: mail.brand_id, messageId: mail.message_id });
      await takeOffTicketRow(tx, workspaceId, mail.ticket_id, countWithBeside(beside));
    }
    const data = { reason: 'answered', agent: mail.created_by, ...(isAside && { side: answered.sideId }), ...besideData(beside) };
    await appendEvent(tx, actor, { type: 'message.cancelled', ticketId: mail.ticket_id, brandId: mail.brand_id, messageId: mail.message_id, data });
  }
}
