import type { Actor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors/problem.ts';
import type { QueuedMail, QueuedReply, Recipients, ReplyToQueue } from './delivery.types.ts';
import { addressMessage, adoptRequester, databaseNow, findOurAddresses, findReplyInbox, insertOutbox, readReplyMessage, readReplyTicket, readSignatures, readTakers, readThread } from './queue-reply.queries.ts';
import { boundReferences, recipientsOf, replySubject, senderName, type Taker } from './reply.rules.ts';
import { letAnswersStopMail } from './scheduled.queries.ts';
import { issueSideMessageId, sideReplyAddress } from './side-tokens.ts';
import { languagesOf, signatureOf } from './signature.ts';
import { issueMessageId, replyAddress } from './thread-tokens.ts';

/**
 * Queues a public message of ours for everybody who takes part, in the command's own transaction, and writes on the
 * message what the mail says: Message-ID, from, to, cc, subject. Say wake 'outbox' after the commit.
 * A brand without an inbox has its mail wait in the outbox until it has one (adopt-homeless.commands.ts).
 * @throws Problem not_found for a ticket or message that is not there.
 */
export async function queueReply(tx: Tx, actor: Actor, reply: ReplyToQueue): Promise<QueuedReply> {
  const { workspaceId } = actor.scope;
  const { sealer, ticketId, messageId, sideId, bcc = [] } = reply;
  const ticket = await readReplyTicket(tx, workspaceId, ticketId);
  const message = await readReplyMessage(tx, workspaceId, messageId);
  if (!ticket || message?.ticket_id !== ticketId) throw notFound('message');
  const inbox = await findReplyInbox(tx, workspaceId, ticket);

  const takers = reply.only ? namedTakers(reply.only) : await takersOf(tx, workspaceId, ticketId);
  const recipients = recipientsOf(takers, await findOurAddresses(tx, takers.map(({ address }) => address)));
  const thread = await readThread(tx, workspaceId, sideId === undefined ? { ticketId } : { sideId }, messageId);
  const answered = thread.find((entry) => entry.direction === 'in' && entry.automatic === null) ?? thread[0];
  const agentId = message.author_type === 'agent' ? message.author_id : null;
  // The customer's language is not that of a supplier.
  const spoken = sideId === undefined ? ticket : { ...ticket, language: null };
  const signatures = await readSignatures(tx, workspaceId, ticket.brand_id, languagesOf(spoken), agentId);
  const now = await databaseNow(tx);
  const delaySeconds = reply.undoSeconds ?? 0;
  const domain = inbox ? domainOf(inbox.address) : 'ombud.invalid';
  const mailMessageId = message.message_id ?? (sideId === undefined ? issueMessageId(sealer, { workspaceId, ticketId, domain }) : issueSideMessageId(sealer, { workspaceId, sideId, domain }));
  const answerTo = { workspaceId, messageId, inboxAddress: inbox?.address ?? '' };
  const mail: QueuedMail = {
    from: { name: senderName(ticket.from_name || ticket.brand_name, signatures.agent?.name ?? null), address: inbox?.address ?? '' },
    reply_to: !inbox ? '' : sideId === undefined ? replyAddress(sealer, { ...answerTo, ticketId }) : sideReplyAddress(sealer, { ...answerTo, sideId }),
    ...recipients,
    ...(bcc.length > 0 ? { bcc } : {}),
    ...(reply.survey ? { survey: reply.survey } : {}),
    subject: message.subject || replySubject(ticket.subject, thread.length > 0),
    in_reply_to: answered?.message_id ?? null,
    references: boundReferences(thread.map(({ message_id }) => message_id).reverse()),
    date: (reply.sendAt ?? new Date(now.getTime() + delaySeconds * 1000)).toISOString(),
    // What answers by itself has its own last line.
    signature: reply.automatic ? '' : signatureOf(spoken, signatures, recipients.to[0]?.name ?? ''),
    language: spoken.language ?? ticket.default_language,
    automatic: reply.automatic ?? false,
  };
  await addressMessage(tx, workspaceId, messageId, mail, mailMessageId);
  const envelopeTo = [...new Set([...recipients.to, ...recipients.cc, ...bcc].map(({ address }) => address))];
  if (envelopeTo.length === 0) return { outboxId: null, messageId: mailMessageId, recipients };
  const outboxId = await insertOutbox(tx, {
    workspaceId,
    ticketId,
    brandId: ticket.brand_id,
    inboxId: inbox?.id ?? null,
    messageId,
    kind: reply.survey ? 'survey' : reply.automatic ? 'acknowledgement' : sideId === undefined ? 'reply' : 'side',
    mailMessageId,
    mail,
    envelopeTo,
    delaySeconds,
    sendAt: reply.sendAt ?? null,
    unlessAnswered: reply.unlessAnswered ?? false,
    createdBy: agentId,
  });
  if (reply.unlessAnswered && sideId === undefined) await letAnswersStopMail(tx, workspaceId, ticketId);
  return { outboxId, messageId: mailMessageId, recipients };
}

async function takersOf(tx: Tx, workspaceId: number, ticketId: number): Promise<Taker[]> {
  const takers = await readTakers(tx, workspaceId, ticketId);
  if (takers.some(({ role }) => role === 'requester')) return takers;
  return [...(await adoptRequester(tx, workspaceId, ticketId)), ...takers];
}

function namedTakers({ to, cc }: Recipients): Taker[] {
  return [...to.map((person) => ({ ...person, role: 'requester' as const, confirmed: true })), ...cc.map((person) => ({ ...person, role: 'cc' as const, confirmed: true }))];
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
