import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import type { EventData } from '../../platform/events/event-types.ts';
import type { ApprovalGate } from '../approval-rules/index.ts';
import { findBrand } from '../brands/index.ts';
import { checkSendAt, findOurAddresses, queueReply } from '../delivery/index.ts';
import { attachFiles } from '../files/index.ts';
import { addMessage, deleteDraft, findRoots, findTicketState, listMerged, listParticipants, lockRoot, markRead, writtenText, type MailAddress, type NewMessage, type TicketState, type WrittenText } from '../tickets/index.ts';
import { quoteMessages, type Quote } from './quoted-messages.ts';
import { findSideState, insertSide, insertSidePeople, listSidePeople, mostPeople, readQuoted, refuseTooMany, setSideDone } from './side-conversations.queries.ts';
import type { OpenSideBody, WriteSideBody } from './side-conversations.schemas.ts';

type Named = NonNullable<OpenSideBody['cc']>;

/** What was known before the transaction; `told`: who approved it. */
export type SideKnown = { tools: Pick<Context, 'sealer'>; approvals: ApprovalGate; told?: EventData | undefined; now: Date };
export type WrittenAside = { sideId: number; messageId: number };

/**
 * Asks somebody outside of the customer's thread, or passes messages on to them, from the agent's own draft.
 * @returns the side conversation's id
 * @throws Problem as openSideIn
 */
export async function openSide(context: Context, actor: AgentActor, number: number, body: OpenSideBody): Promise<number> {
  const { scope } = actor;
  const now = context.clock.now();
  const approvals = { rules: await context.approvalRules.of(scope.workspaceId) };
  const found = await findTicketState(context.db, scope, { number });
  if (!found) throw notFound('ticket');
  const prepared = await prepareSide(context.db, actor, found, body, now);
  const { sideId } = await context.db.transaction().execute(async (tx) => {
    const done = await openSideIn(tx, actor, found.id, body, prepared, { tools: context, approvals, now });
    await deleteDraft(tx, { workspaceId: scope.workspaceId, ticketId: found.id, agentId: actor.id, kind: body.kind === 'forward' ? 'forward' : 'side', side: null });
    return done;
  });
  context.wake.say('events');
  context.wake.say('outbox');
  return sideId;
}

/** Writes to everybody who takes part in a side conversation, from the agent's own draft. @throws Problem as writeSideIn */
export async function writeSide(context: Context, actor: AgentActor, sideId: number, body: WriteSideBody): Promise<void> {
  const now = context.clock.now();
  const { scope } = actor;
  if (!(await findSideState(context.db, scope, sideId))) throw notFound('side conversation');
  const prepared = prepareAnswer(body, now);
  const approvals = { rules: await context.approvalRules.of(scope.workspaceId) };
  await context.db.transaction().execute(async (tx) => {
    const { ticketIds } = await writeSideIn(tx, actor, sideId, body, prepared, { tools: context, approvals, now });
    // Written where the one was read, or the other.
    for (const ticketId of ticketIds) await deleteDraft(tx, { workspaceId: scope.workspaceId, ticketId, agentId: actor.id, kind: 'side', side: sideId });
  });
  context.wake.say('events');
  context.wake.say('outbox');
}

export type PreparedSide = { written: WrittenText; quote: Quote | null; when: When };

/** What is read before anything is written. @throws Problem invalid_input */
export async function prepareSide(db: Queryable, actor: AgentActor, ticket: TicketState, body: OpenSideBody, now: Date): Promise<PreparedSide> {
  const when = whenToSend(body, now);
  const quote = await readQuote(db, actor, await standsIn(db, actor, ticket), body.quote ?? []);
  return { when, quote, written: quote && isWithoutText(body) ? withoutText : writtenText(body) };
}

/** @throws Problem invalid_input */
export function prepareAnswer(body: WriteSideBody, now: Date): PreparedSide {
  return { when: whenToSend(body, now), quote: null, written: writtenText(body) };
}

/**
 * Asks somebody outside of the customer's thread, or passes messages on to them. They do not take part in the ticket. On a
 * ticket that was merged it is one of the ticket that it stands in now.
 * @throws Problem not_found, no_recipient, approval_needed, invalid_input
 */
export async function openSideIn(tx: Tx, actor: AgentActor, ticketId: number, body: OpenSideBody, prepared: PreparedSide, known: SideKnown): Promise<WrittenAside> {
  const { scope } = actor;
  const ticket = await lockRoot(tx, scope, ticketId);
  if (!ticket) throw notFound('ticket');
  await refuseWrongPeople(tx, actor, ticket.id, { to: body.to, cc: body.cc ?? [], bcc: body.bcc ?? [] });
  const sideId = await insertSide(tx, scope.workspaceId, { ticketId: ticket.id, kind: body.kind, subject: body.subject, createdBy: actor.id }, known.now);
  await insertSidePeople(tx, scope.workspaceId, sideId, [...body.to.map((one) => personIn(one, 'to')), ...(body.cc ?? []).map((one) => personIn(one, 'cc'))]);
  await refuseTooMany(tx, scope.workspaceId, sideId, body.to.length > mostPeople ? 'to' : 'cc');
  const messageId = await send(tx, actor, { ticket, sideId, subject: body.subject, ...prepared, attachments: body.attachments ?? [], bcc: blind(body.bcc) }, known);
  return { sideId, messageId };
}

/**
 * Writes to everybody who takes part in a side conversation, on the ticket that it stands in now, where its answers come;
 * one that was done is open again.
 * @returns the tickets that it stands in, and was opened on
 * @throws Problem not_found, no_recipient, approval_needed, invalid_input
 */
export async function writeSideIn(tx: Tx, actor: AgentActor, sideId: number, body: WriteSideBody, prepared: PreparedSide, known: SideKnown): Promise<WrittenAside & { ticketIds: ReadonlySet<number> }> {
  const { scope } = actor;
  const found = await findSideState(tx, scope, sideId);
  if (!found) throw notFound('side conversation');
  const ticket = await lockRoot(tx, scope, found.ticket_id);
  const side = ticket && (await findSideState(tx, scope, sideId, { lock: true }));
  if (!side || !ticket) throw notFound('side conversation');
  await refuseWrongPeople(tx, actor, ticket.id, { cc: body.cc ?? [], bcc: body.bcc ?? [] });
  if (body.cc?.length) {
    await insertSidePeople(tx, scope.workspaceId, side.id, body.cc.map((one) => personIn(one, 'cc')));
    await refuseTooMany(tx, scope.workspaceId, side.id, 'cc');
  }
  const messageId = await send(tx, actor, { ticket, sideId: side.id, subject: answerSubject(side.subject), ...prepared, attachments: body.attachments ?? [], bcc: blind(body.bcc) }, known);
  if (side.done_at) await setSideDone(tx, scope.workspaceId, side.id, null);
  return { sideId, messageId, ticketIds: new Set([ticket.id, side.ticket_id]) };
}

async function standsIn(db: Queryable, actor: AgentActor, ticket: TicketState): Promise<TicketState> {
  const root = (await findRoots(db, actor.scope.workspaceId, [ticket.id])).get(ticket.id) ?? ticket.id;
  return root === ticket.id ? ticket : ((await findTicketState(db, actor.scope, { id: root })) ?? ticket);
}

const withoutText: WrittenText = { text: '', html: '', language: null, mentions: [], inline: new Map() };

function isWithoutText({ text, html }: OpenSideBody): boolean {
  return !text?.trim() && (html ?? '').replaceAll(/<(?!img)[^<>]{0,500}>/gi, '').trim() === '';
}

async function readQuote(db: Queryable, actor: AgentActor, ticket: TicketState, ids: number[]): Promise<Quote | null> {
  if (ids.length === 0) return null;
  const tickets = await listMerged(db, actor.scope.workspaceId, ticket.id);
  const { messages, pictures } = await readQuoted(db, actor.scope.workspaceId, tickets.map(({ id }) => id), ids);
  if (messages.length < new Set(ids).size) throw fieldProblem('quote', 'not_found', 'Only public messages of this ticket can be passed on');
  const brand = await findBrand(db, actor.scope, ticket.brand_id);
  return quoteMessages(messages, pictures, brand?.default_language ?? 'en', actor.timeZone);
}

/** Who takes part in the ticket is written to there: in a side conversation they would read what is not for them. */
async function refuseWrongPeople(tx: Tx, actor: AgentActor, ticketId: number, named: Record<string, Named>): Promise<void> {
  const addresses = Object.values(named).flatMap((people) => people.map(({ email }) => email));
  if (addresses.length === 0) return;
  const ours = await findOurAddresses(tx, addresses);
  const present = new Set((await listParticipants(tx, actor.scope, ticketId)).filter(({ confirmed }) => confirmed).map(({ address }) => address));
  for (const [field, people] of Object.entries(named)) {
    for (const { email } of people) {
      if (ours.has(email)) throw fieldProblem(field, 'own_address', 'This is an address of an inbox here');
      if (present.has(email)) throw fieldProblem(field, 'takes_part', 'This person takes part in the ticket; reply to them instead');
    }
  }
}

type When = { undoSeconds: number; sendAt: Date | null; unlessAnswered: boolean };

/** @throws Problem invalid_input for a time that is none, or a condition without one */
function whenToSend({ send_at, unless_answered = false, undo_seconds }: WriteSideBody, now: Date): When {
  const sendAt = send_at === undefined ? null : new Date(send_at);
  if (unless_answered && !sendAt) throw fieldProblem('unless_answered', 'needs_send_at', 'Only with send_at');
  if (sendAt) checkSendAt(sendAt, now);
  return { undoSeconds: undo_seconds, sendAt, unlessAnswered: unless_answered };
}

function blind(people: Named = []): MailAddress[] {
  return people.map(({ email, name }) => ({ address: email, name: name ?? '' }));
}

type SideMail = PreparedSide & { ticket: TicketState; sideId: number; subject: string; attachments: number[]; bcc: MailAddress[] };

async function send(tx: Tx, actor: AgentActor, { ticket, sideId, subject, written, quote, attachments, when, bcc }: SideMail, { tools, approvals, told, now }: SideKnown): Promise<number> {
  const { workspaceId } = actor.scope;
  const own = written.html ?? `<p>${written.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')}</p>`;
  const message: NewMessage = {
    kind: 'side', sideId, direction: 'out', channel: 'email', authorType: 'agent', authorId: actor.id, from: { name: actor.name, address: '' }, to: [], cc: [], subject,
    text: quote ? `${written.text}\n\n${quote.text}`.trimStart() : written.text,
    html: quote ? `${own}\n${quote.html}` : written.html,
    replyText: written.text || subject, language: written.language, messageId: null,
  };
  const { messageId } = await addMessage(tx, actor, ticket, message, ticket.status, now, { approvals, ...(told && { told }) });
  const inline = new Map([...written.inline, ...(quote?.inline ?? [])]);
  await attachFiles(tx, actor, messageId, [...attachments, ...inline.keys()], { inline });
  const people = (await listSidePeople(tx, workspaceId, sideId)).filter(({ confirmed }) => confirmed);
  const only = { to: people.filter(({ role }) => role === 'to').map(plain), cc: people.filter(({ role }) => role === 'cc').map(plain) };
  const queued = await queueReply(tx, actor, { sealer: tools.sealer, ticketId: ticket.id, messageId, sideId, only, bcc, ...when });
  if (queued.outboxId === null) throw new Problem('no_recipient');
  await markRead(tx, workspaceId, actor.id, ticket.id, now);
  return messageId;
}

function plain({ name, address }: MailAddress): MailAddress {
  return { name, address };
}

function personIn({ email, name }: Named[number], role: 'to' | 'cc') {
  return { name: name ?? '', address: email, role, confirmed: true };
}

function answerSubject(subject: string): string {
  return /^re:/i.test(subject) ? subject : `Re: ${subject}`.slice(0, 500);
}
