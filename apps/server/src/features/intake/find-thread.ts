import type { Sealer } from '../../platform/auth/sealer.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { readLoopHeader, readMessageId, readReplyAddress, readSideReplyAddress, type ThreadMark } from '../delivery/index.ts';
import type { IntakeJob } from './intake.queries.ts';
import type { IntakeInbox, PreparedMail } from './intake.types.ts';
import { findSide } from './find-side.ts';
import { findOurMessage, findTicketIdByNumber, findTicketsByConversation, findTicketsByMessageIds, readThreadTickets } from './threading.queries.ts';
import { decideThread, numberInSubject, type ThreadDecision, type ThreadTicket } from './threading.rules.ts';

/** The message of ours that a report is about. */
export type ReportedMessage = { id: number; ticket_id: number; side_id: number | null; automatic: string | null };

export type FoundThread = { decision: ThreadDecision; reported: ReportedMessage | null };

/** Looks for the ticket that a mail belongs to, and for the message that a bounce is about. Reads only. */
export async function findThread(db: Queryable, sealer: Sealer, job: IntakeJob, inbox: IntakeInbox, mail: PreparedMail): Promise<FoundThread> {
  const workspaceId = job.workspace_id;
  // Not Reply-To: anybody may write anybody's address there, and no check speaks of it.
  const senders = mail.from ? [mail.from.address] : [];
  const answered = [...mail.inReplyTo, ...mail.references.toReversed()];
  const reported = mail.bounce ? await findReported(db, sealer, job, mail) : null;
  const { joins, claims } = await findSide(db, sealer, job, mail, { addresses: markedAddresses(job, mail), answered, reported });
  if (joins) return { decision: { kind: 'aside', side: joins }, reported };
  const signedIds = distinctTickets(addressMarks(sealer, job, mail), reported?.ticket_id);
  const signed = await readThreadTickets(db, workspaceId, signedIds, senders);
  const answeredIds = distinctTickets(answered.map((id) => readMessageId(sealer, workspaceId, id)));
  const byOurIds = await readThreadTickets(db, workspaceId, answeredIds, senders);
  const byReferences = await findTicketsByMessageIds(db, workspaceId, inbox.brandId, answered);
  const byConversation = answered.length === 0 && mail.threadRoot ? await findTicketsByConversation(db, workspaceId, inbox.brandId, mail.threadRoot) : [];
  const quoted = await readThreadTickets(db, workspaceId, [...byReferences, ...byConversation], senders);
  const number = numberInSubject(mail.subject);
  const numberedId = number === null ? null : await findTicketIdByNumber(db, workspaceId, inbox.brandId, number);
  const [numbered] = numberedId === null ? [] : await readThreadTickets(db, workspaceId, [numberedId], senders);
  // Two tickets may be signed for (a mail that answers two); the one of the inbox's brand first.
  const ownBrandFirst = (tickets: ThreadTicket[]) => tickets.toSorted((a, b) => Number(b.brandId === inbox.brandId) - Number(a.brandId === inbox.brandId));
  const claimed = await readThreadTickets(db, workspaceId, claims, []);
  const decision = decideThread({ signed: ownBrandFirst(signed), answered: ownBrandFirst([...byOurIds, ...claimed]), quoted, numbered: numbered ?? null, verdict: mail.verdict, automatic: mail.automatic !== null });
  return { decision, reported: decision.kind === 'join' && (decision.ticket.askedId ?? decision.ticket.id) === reported?.ticket_id ? reported : null };
}

function distinctTickets(marks: (ThreadMark | null)[], first?: number): number[] {
  const ids = [...(first === undefined ? [] : [first]), ...marks.flatMap((mark) => (mark ? [mark.ticketId] : []))];
  return [...new Set(ids)].slice(0, 20);
}

/** A forwarder may have changed the envelope, so the header's addresses count too: the signature proves them. */
function markedAddresses(job: IntakeJob, mail: PreparedMail): string[] {
  return [job.envelope_to, ...mail.to.map(({ address }) => address), ...mail.cc.map(({ address }) => address)].slice(0, 100);
}

function addressMarks(sealer: Sealer, job: IntakeJob, mail: PreparedMail): (ThreadMark | null)[] {
  return markedAddresses(job, mail).map((address) => readReplyAddress(sealer, job.workspace_id, address));
}

async function findReported(db: Queryable, sealer: Sealer, job: IntakeJob, mail: PreparedMail): Promise<ReportedMessage | null> {
  const { bounce } = mail;
  const marks = [...addressMarks(sealer, job, mail), bounce?.ourMark ? readLoopHeader(sealer, job.workspace_id, bounce.ourMark).mark : null];
  for (const mark of marks) {
    const message = mark?.messageId ? await findOurMessage(db, job.workspace_id, { id: mark.messageId }) : undefined;
    if (message && message.ticket_id === mark?.ticketId) return message;
  }
  for (const address of markedAddresses(job, mail)) {
    const mark = readSideReplyAddress(sealer, job.workspace_id, address);
    const message = mark?.messageId ? await findOurMessage(db, job.workspace_id, { id: mark.messageId }) : undefined;
    if (message && message.side_id === mark?.sideId) return message;
  }
  if (!bounce?.originalMessageId) return null;
  return (await findOurMessage(db, job.workspace_id, { messageId: bounce.originalMessageId })) ?? null;
}
