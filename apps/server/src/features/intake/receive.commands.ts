import type { Sealer } from '../../platform/auth/sealer.ts';
import { systemActor, type Actor, type CustomerActor, type Scope } from '../../platform/auth/actor.ts';
import { isDatabaseError, type Tx } from '../../platform/db/db.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { stopMailThatIsAnswered } from '../delivery/index.ts';
import { takenAtOnce } from '../customer-base/index.ts';
import { findOrCreateCustomers, type FoundCustomer, type KnownCustomer } from '../customers/index.ts';
import { attachMailFiles } from '../files/index.ts';
import { receiveAside } from '../side-conversations/index.ts';
import { addIncomingMessage, assignReason, findTicketState, insertLink, insertParticipants, listParticipants, openTicket, type MailAddress, type NewMessage, type NewParticipant, type TicketToOpen } from '../tickets/index.ts';
import { acknowledge } from './acknowledge.commands.ts';
import { importedAt } from './imported.rules.ts';
import type { FoundThread } from './find-thread.ts';
import { inboxCandidates } from './intake-addresses.ts';
import { endOfReceived, finishReceived, type IntakeJob } from './intake.queries.ts';
import type { IntakeInbox, PreparedMail } from './intake.types.ts';
import { insertUnknownCustomer } from './receive.queries.ts';
import { noteReport } from './report.commands.ts';
import { rememberConversation } from './threading.queries.ts';
import type { ThreadDecision } from './threading.rules.ts';

/** Nobody copies more people than this into one case by hand. */
const mostCopied = 50;
const reports: ReadonlySet<string> = new Set(['bounce', 'delay', 'report', 'own']);

/** Thrown inside the transaction when the ticket changed since the decision: decide again. */
export class ThreadMoved extends Error {}
/** Thrown when another worker holds this mail now: what this one wrote is undone. */
export class LeaseLost extends Error {}

export type Arrival = { job: IntakeJob; inbox: IntakeInbox; mail: PreparedMail; thread: FoundThread; /** Which of its addressees are addresses of ours. */ ours: ReadonlySet<string>; /** Whom of those that it names the inbox's brand knows. */ known: readonly FoundCustomer[]; /** For a new ticket. */ number: number | null; now: Date; sealer: Sealer };
export type Received = { ticketId: number; messageId: number; acknowledged: boolean };

/**
 * The one transaction of a mail: customer, ticket or message, participants, files, events, acknowledgement, and the
 * intake row's end.
 * @throws ThreadMoved, LeaseLost, or 23505 on the intake's dedupe key when the same mail was received before
 */
export async function receiveMail(tx: Tx, arrival: Arrival): Promise<Received> {
  const { job, inbox, mail, thread } = arrival;
  const { decision } = thread;
  if (decision.kind === 'open' && isWholeTicket(arrival, decision)) {
    const { ticketId, messageId } = await endLease(open(tx, arrival, decision, { commits: true, ending: endOfReceived(tx, job, mail.dedupeKey) }));
    return { ticketId, messageId, acknowledged: false };
  }
  const received = decision.kind === 'aside' ? await aside(tx, arrival, decision) : decision.kind === 'join' ? await join(tx, arrival, decision) : await open(tx, arrival, decision);
  if (mail.files.length > 0) await attachMailFiles(tx, systemActor(job.workspace_id), received.messageId, mail.files);
  if (remembers(mail) && decision.kind !== 'aside') await rememberConversation(tx, job.workspace_id, mail.threadRoot, received.ticketId);
  const acknowledged = decision.kind === 'open' && expectsConfirmation(arrival) && (await acknowledge(tx, arrival.sealer, inbox, mail, { workspaceId: job.workspace_id, ...received }, arrival.now));
  await endLease(finishReceived(tx, job, { ...received, dedupeKey: mail.dedupeKey }));
  return { ticketId: received.ticketId, messageId: received.messageId, acknowledged };
}

/** Most mails: nothing is written beside the ticket, so one statement does it all and commits. */
function isWholeTicket({ inbox, mail, ...arrival }: Arrival, { linkTo }: ThreadDecision & { kind: 'open' }): boolean {
  const confirms = inbox.acknowledges && expectsConfirmation(arrival);
  return mail.files.length === 0 && !remembers(mail) && !confirms && !linkTo;
}

/** Whoever wrote long before the mailbox was connected expects no confirmation now. */
function expectsConfirmation({ job, now }: Pick<Arrival, 'job' | 'now'>): boolean {
  return importedAt(job, now) === null;
}

async function endLease<Result>(ending: Promise<Result>): Promise<Result> {
  try {
    return await ending;
  } catch (error) {
    throw isDatabaseError(error, '22012') ? new LeaseLost() : error;
  }
}

function remembers(mail: PreparedMail): mail is PreparedMail & { threadRoot: string } {
  return mail.threadRoot !== null && mail.automatic === null;
}

type Written = { ticketId: number; messageId: number; customerName: string };

async function join(tx: Tx, arrival: Arrival, { ticket: found, known }: ThreadDecision & { kind: 'join' }): Promise<Written> {
  const { job, mail, now } = arrival;
  const scope = scopeOf(job);
  const ticket = await findTicketState(tx, scope, { id: found.id }, { lock: true });
  if (!ticket || (mail.automatic === null && (ticket.status === 'closed' || ticket.folder === 'trash'))) throw new ThreadMoved();
  const { author, people } = await findPeople(tx, arrival, ticket.brand_id, known, await writerOn(tx, arrival, ticket.id, known));
  const actor = actorOf(scope, author);
  const message = newMessage(arrival, author);
  const { messageId } = await addIncomingMessage(tx, actor, ticket, message, importedAt(job, now, ticket.last_message_at) ?? now);
  const added = await insertParticipants(tx, job.workspace_id, ticket.id, people);
  if (added.length > 0) await appendEvent(tx, actor, { type: 'participant.added', ticketId: ticket.id, brandId: ticket.brand_id, messageId, data: { participants: added, confirmed: known && mail.verdict !== 'failed' } });
  if (mail.bounce) await noteReport(tx, systemActor(job.workspace_id), { ticket, bounce: mail.bounce, reported: arrival.thread.reported, now });
  return { ticketId: ticket.id, messageId, customerName: author?.name ?? '' };
}

/** An answer in a side conversation: for agents alone. */
async function aside(tx: Tx, arrival: Arrival, { side }: ThreadDecision & { kind: 'aside' }): Promise<Written> {
  const { job, mail, now } = arrival;
  const received = await receiveAside(tx, job.workspace_id, { side, message: newMessage(arrival, null), from: mail.from, copied: copiedPeople(arrival, mail.from), now: importedAt(job, now) ?? now });
  if (!received) throw new ThreadMoved();
  const ticket = mail.bounce && (await findTicketState(tx, scopeOf(job), { id: received.ticketId }));
  if (mail.bounce && ticket) await noteReport(tx, systemActor(job.workspace_id), { ticket, bounce: mail.bounce, reported: arrival.thread.reported, now });
  return { ...received, customerName: '' };
}

async function open(tx: Tx, arrival: Arrival, { linkTo, link }: ThreadDecision & { kind: 'open' }, end: Pick<TicketToOpen, 'commits' | 'ending'> = {}): Promise<Written> {
  const { job, inbox, mail, now, number } = arrival;
  if (number === null) throw new ThreadMoved();
  const scope = scopeOf(job);
  const { author, people } = await findPeople(tx, arrival, inbox.brandId, true, mail.answerTo ?? mail.from);
  const requesterId = author?.customerId ?? (await unknownCustomer(tx, job.workspace_id, inbox.brandId));
  const actor: CustomerActor = { type: 'customer', id: requesterId, scope };
  const message = newMessage(arrival, author ?? { customerId: requesterId, name: '', takenBy: null });
  const taker = await takenAtOnce(tx, job.workspace_id, author?.takenBy ?? null, inbox.teamId);
  const opened = await openTicket(tx, actor, {
    ticket: {
      number,
      subject: mail.subject,
      status: 'new',
      priority: 'normal',
      kind: 'question',
      channel: 'email',
      folder: 'inbox',
      language: mail.language,
      brandId: inbox.brandId,
      inboxId: inbox.id,
      teamId: inbox.teamId,
      assigneeId: taker?.id ?? null,
      ...assignReason(taker),
      requesterId,
      tags: [],
      solvedAt: null,
      closeAt: null,
    },
    message,
    participants: people,
    ...end,
  }, importedAt(job, now) ?? now);
  if (linkTo && (await insertLink(tx, job.workspace_id, opened.ticketId, linkTo.id, link))) {
    await appendEvent(tx, systemActor(job.workspace_id), { type: 'ticket.linked', ticketId: opened.ticketId, brandId: inbox.brandId, data: { other: linkTo.number, kind: link } });
    // Whoever takes part there and goes on here has answered what waits there.
    if (link === 'related' && mail.automatic === null) await stopMailThatIsAnswered(tx, actor, { ticketId: linkTo.id });
  }
  return { ...opened, customerName: author?.name ?? '' };
}

type Author = Pick<KnownCustomer, 'customerId' | 'name' | 'takenBy'>;

/**
 * The writer, and who stands beside them: the writer first. Copied people take part as long as the writer does and is
 * not forged; otherwise agents see them and nothing goes to them.
 */
async function findPeople(tx: Tx, arrival: Arrival, brandId: number, known: boolean, writer: MailAddress | null): Promise<{ author: Author | null; people: NewParticipant[] }> {
  const { job, inbox, mail, thread } = arrival;
  const joining = thread.decision.kind === 'join';
  // A machine that reports on a ticket is nobody's customer, and no machine is brought into a ticket.
  if (joining && mail.automatic !== null && (!known || reports.has(mail.automatic))) return { author: null, people: [] };
  const copied = mail.automatic === null ? copiedPeople(arrival, writer) : [];
  const wanted = [...(writer ? [writer] : []), ...copied];
  const customers = await findOrCreateCustomers(tx, systemActor(job.workspace_id), brandId, wanted.map((person) => ({ ...person, ...(person === writer ? { language: mail.language } : {}) })), brandId === inbox.brandId ? arrival.known : undefined);
  const people = customers.map(({ customerId, address, name }, index): NewParticipant => {
    const isWriter = writer !== null && index === 0;
    const requester = isWriter && !joining;
    return { customerId, address, name, role: requester ? 'requester' : 'cc', confirmed: known && (isWriter || mail.verdict !== 'failed') };
  });
  const author = writer ? (customers[0] ?? null) : null;
  if (joining && mail.automatic !== null) return { author, people: [] };
  return { author, people: [...new Map(people.toReversed().map((person) => [person.address, person])).values()].toReversed() };
}

/**
 * Who speaks on a ticket that is there already: From, whoever is to be answered. Only a web form, which opened the
 * ticket and takes no part in it, speaks for the person in its Reply-To.
 */
async function writerOn(tx: Tx, { job, mail }: Arrival, ticketId: number, known: boolean): Promise<MailAddress | null> {
  if (!known || mail.answerTo === null || mail.answerTo.address === mail.from?.address) return mail.from;
  const present = await listParticipants(tx, scopeOf(job), ticketId);
  return present.some(({ address }) => address === mail.from?.address) ? mail.from : mail.answerTo;
}

/** Everybody beside the writer whom a mail names, up to a limit. */
export function addressees(mail: PreparedMail): MailAddress[] {
  return [...(mail.answerTo ? [mail.answerTo] : []), ...mail.to, ...mail.cc].slice(0, 2 * mostCopied);
}

function copiedPeople({ mail, ours }: Arrival, writer: MailAddress | null): MailAddress[] {
  const all = addressees(mail).filter(({ address }) => address !== writer?.address && address !== mail.from?.address);
  return all.filter(({ address }) => !inboxCandidates(address).some((candidate) => ours.has(candidate))).slice(0, mostCopied);
}

async function unknownCustomer(tx: Tx, workspaceId: number, brandId: number): Promise<number> {
  const customerId = await insertUnknownCustomer(tx, workspaceId, brandId);
  await appendEvent(tx, systemActor(workspaceId), { type: 'customer.created', brandId, data: { customer_id: customerId } });
  return customerId;
}

/** A mail never speaks for an agent, whatever its From says: its author is a customer, or nobody where a machine wrote. */
function newMessage({ mail }: Arrival, author: Author | null): NewMessage {
  return {
    kind: 'public',
    direction: 'in',
    channel: 'email',
    authorType: author ? 'customer' : 'system',
    authorId: author?.customerId ?? null,
    from: mail.from ?? { name: '', address: '' },
    to: mail.to,
    cc: mail.cc,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    replyText: mail.replyText,
    language: mail.language,
    messageId: mail.messageId,
    inReplyTo: mail.inReplyTo[0] ?? null,
    automatic: mail.automatic,
    senderCheck: mail.verdict,
    notices: mail.notices,
    rawFile: mail.raw,
  };
}

function scopeOf(job: IntakeJob): Scope {
  return { workspaceId: job.workspace_id, brands: 'all' };
}

function actorOf(scope: Scope, author: Author | null): Actor {
  return author ? { type: 'customer', id: author.customerId, scope } : systemActor(scope.workspaceId);
}
