import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { claimOnce, noteMessageOfOnce } from '../../platform/once/once.queries.ts';
import type { Once } from '../../platform/once/once.ts';
import { deleteDraft } from './drafts.queries.ts';
import { findTicketState } from './ticket-row.queries.ts';
import type { AddMessageBody } from './tickets.schemas.ts';
import { prepareMessage, writeMessage } from './write-message.command.ts';

/**
 * An agent's reply or note; a repeat of one that is `once` only answers the message that the first wrote.
 * @returns the message's id
 * @throws Problem as writeMessage; key_reused
 */
export async function addMessageByAgent(context: Context, actor: AgentActor, number: number, body: AddMessageBody, once?: Once): Promise<number> {
  const now = context.clock.now();
  const { workspaceId } = actor.scope;
  const ticket = await findTicketState(context.db, actor.scope, { number });
  if (!ticket) throw notFound('ticket');
  const prepared = prepareMessage(body, now);
  const playbooks = body.status === undefined ? [] : await context.playbooks.of(workspaceId);
  const mayBeGuarded = body.kind === 'public' || body.status !== undefined || body.changes !== undefined || Boolean(body.macros?.length);
  const approvals = { rules: mayBeGuarded ? await context.approvalRules.of(workspaceId) : [] };
  let mailed = body.kind === 'public';
  const messageId = await context.db.transaction().execute(async (tx) => {
    const holder = { workspaceId, agentId: actor.id };
    const first = once && (await claimOnce(tx, holder, once, now));
    if (first) return first.messageId ?? notWritten();
    const { id, ...also } = await writeMessage(tx, actor, number, body, prepared, { tools: context, playbooks, approvals, now });
    mailed ||= also.mailed;
    if (once) await noteMessageOfOnce(tx, holder, once, id);
    await deleteDraft(tx, { ...holder, ticketId: ticket.id, kind: body.kind, side: null });
    return id;
  });
  context.wake.say('events');
  if (mailed) context.wake.say('outbox');
  if (body.changes?.webhook !== undefined && body.kind === 'note') context.wake.say('webhooks');
  return messageId;
}

/** The key of a request that writes no message cannot have the fingerprint of one that does. */
function notWritten(): never {
  throw notFound('message');
}
