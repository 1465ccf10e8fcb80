import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { findBrand } from '../brands/index.ts';
import { checkSendAt, findOurAddresses, queueReply } from '../delivery/index.ts';
import { attachFiles } from '../files/index.ts';
import { addMessage, deleteDraft, findRoots, findTicketState, listMerged, listParticipants, lockRoot, markRead, writtenText, type MailAddress, type NewMessage, type TicketState, type WrittenText } from '../tickets/index.ts';
import { quoteMessages, type Quote } from './quoted-messages.ts';
import { confirmSidePerson, findSideState, insertSide, insertSidePeople, listSidePeople, mostPeople, readQuoted, setSideDone } from './side-conversations.queries.ts';
import type { OpenSideBody, WriteSideBody } from './side-conversations.schemas.ts';

type Named = NonNullable<OpenSideBody['cc']>;

/**
 * Asks somebody outside of the customer's thread, or passes messages on to them. They do not take part in the ticket. On a
 * ticket that was merged it is one of the ticket that it stands in now.
 * @returns the side conversation's id
 * @throws Problem not_found, no_recipient, invalid_input
 */
export async function openSide(context: Context, actor: AgentActor, number: number, body: OpenSideBody): Promise<number> {
  const now = context.clock.now();
  const { scope } = actor;
  const when = whenToSend(body, now);
  const found = await findTicketState(context.db, scope, { number });
  if (!found) throw notFound('ticket');
  const quote = await readQuote(context, actor, await standsIn(context.db, actor, found), body.quote ?? []);
  const written = quote && isWithoutText(body) ? withoutText : writtenText(body);
  const sideId = await context.db.transaction().execute(async (tx) => {
    const ticket = await lockRoot(tx, scope, found.id);
    if (!ticket) throw notFound('ticket');
    await refuseWrongPeople(tx, actor, ticket.id, { to: body.to, cc: body.cc ?? [], bcc: body.bcc ?? [] });
    const id = await insertSide(tx, scope.workspaceId, { ticketId: ticket.id, kind: body.kind, subject: body.subject, createdBy: actor.id }, now);
    await insertSidePeople(tx, scope.workspaceId, id, [...body.to.map((one) => personIn(one, 'to')), ...(body.cc ?? []).map((one) => personIn(one, 'cc'))]);
    await refuseTooMany(tx, scope.workspaceId, id, body.to.length > mostPeople ? 'to' : 'cc');
    await send(tx, context, actor, { ticket, sideId: id, subject: body.subject, written, quote, attachments: body.attachments ?? [], when, bcc: blind(body.bcc) }, now);
    await deleteDraft(tx, { workspaceId: scope.workspaceId, ticketId: found.id, agentId: actor.id, kind: body.kind === 'forward' ? 'forward' : 'side', side: null });
    return id;
  });
  context.wake.say('events');
  context.wake.say('outbox');
  return sideId;
}

/**
 * Writes to everybody who takes part in a side conversation, on the ticket that it stands in now, where its answers come;
 * one that was done is open again.
 * @throws Problem not_found, no_recipient, invalid_input
 */
export async function writeSide(context: Context, actor: AgentActor, sideId: number, body: WriteSideBody): Promise<void> {
  const now = context.clock.now();
  const { scope } = actor;
  const when = whenToSend(body, now);
  const found = await findSideState(context.db, scope, sideId);
  if (!found) throw notFound('side conversation');
  const written = writtenText(body);
  await context.db.transaction().execute(async (tx) => {
    const ticket = await lockRoot(tx, scope, found.ticket_id);
    const side = ticket && (await findSideState(tx, scope, sideId, { lock: true }));
    if (!side || !ticket) throw notFound('side conversation');
    await refuseWrongPeople(tx, actor, ticket.id, { cc: body.cc ?? [], bcc: body.bcc ?? [] });
    if (body.cc?.length) {
      await insertSidePeople(tx, scope.workspaceId, side.id, body.cc.map((one) => personIn(one, 'cc')));
      await refuseTooMany(tx, scope.workspaceId, side.id, 'cc');
    }
    await send(tx, context, actor, { ticket, sideId: side.id, subject: answerSubject(side.subject), written, quote: null, attachments: body.attachments ?? [], when, bcc: blind(body.bcc) }, now);
    if (side.done_at) await setSideDone(tx, scope.workspaceId, side.id, null);
    // Written where the one was read, or the other.
    for (const ticketId of new Set([ticket.id, side.ticket_id])) await deleteDraft(tx, { workspaceId: scope.workspaceId, ticketId, agentId: actor.id, kind: 'side', side: side.id });
  });
  context.wake.say('events');
  context.wake.say('outbox');
}

/** @throws Problem not_found */
export async function updateSide(tx: Tx, actor: AgentActor, sideId: number, { done }: { done: boolean }, now: Date): Promise<void> {
  const side = await findSideState(tx, actor.scope, sideId, { lock: true });
  if (!side) throw notFound('side conversation');
  if (done === (side.done_at !== null)) return;
  await setSideDone(tx, actor.scope.workspaceId, side.id, done ? now : null);
  await appendEvent(tx, actor, { type: 'side.updated', ticketId: await rootOf(tx, actor, side.ticket_id), brandId: side.brand_id, data: { side: side.id, changes: { done: { from: !done, to: done } } } });
}

/** Trusts somebody to whom the reply address was passed on. @throws Problem not_found, or invalid_input for `person` when there are too many */
export async function confirmPerson(tx: Tx, actor: AgentActor, sideId: number, personId: number): Promise<void> {
  const side = await findSideState(tx, actor.scope, sideId, { lock: true });
  if (!side || !(await confirmSidePerson(tx, actor.scope.workspaceId, side.id, personId))) throw notFound('person');
  await refuseTooMany(tx, actor.scope.workspaceId, side.id, 'person');
  await appendEvent(tx, actor, { type: 'side.updated', ticketId: await rootOf(tx, actor, side.ticket_id), brandId: side.brand_id, data: { side: side.id, confirmed: personId } });
}

async function rootOf(db: Queryable, { scope }: AgentActor, ticketId: number): Promise<number> {
  return (await findRoots(db, scope.workspaceId, [ticketId])).get(ticketId) ?? ticketId;
}

async function standsIn(db: Queryable, actor: AgentActor, ticket: TicketState): Promise<TicketState> {
  const root = await rootOf(db, actor, ticket.id);
  return root === ticket.id ? ticket : ((await findTicketState(db, actor.scope, { id: root })) ?? ticket);
}

/** Of those who are written to; the row of the side conversation is the caller's. @throws Problem invalid_input for `field` */
async function refuseTooMany(tx: Tx, workspaceId: number, sideId: number, field: string): Promise<void> {
  const people = (await listSidePeople(tx, workspaceId, sideId)).filter(({ confirmed }) => confirmed);
  if (people.length > mostPeople) throw fieldProblem(field, 'too_many_people', `At most ${mostPeople} people can take part in a side conversation`);
}

const withoutText: WrittenText = { text: '', html: '', language: null, mentions: [], inline: new Map() };

function isWithoutText({ text, html }: OpenSideBody): boolean {
  return !text?.trim() && (html ?? '').replaceAll(/<(?!img)[^<>]{0,500}>/gi, '').trim() === '';
}

async function readQuote(context: Context, actor: AgentActor, ticket: TicketState, ids: number[]): Promise<Quote | null> {
  if (ids.length === 0) return null;
  const tickets = await listMerged(context.db, actor.scope.workspaceId, ticket.id);
  const { messages, pictures } = await readQuoted(context.db, actor.scope.workspaceId, tickets.map(({ id }) => id), ids);
  if (messages.length < new Set(ids).size) throw fieldProblem('quote', 'not_found', 'Only public messages of this ticket can be passed on');
  const brand = await findBrand(context.db, actor.scope, ticket.brand_id);
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

type SideMail = { ticket: TicketState; sideId: number; subject: string; written: WrittenText; quote: Quote | null; attachments: number[]; when: When; bcc: MailAddress[] };

async function send(tx: Tx, context: Context, actor: AgentActor, { ticket, sideId, subject, written, quote, attachments, when, bcc }: SideMail, now: Date): Promise<void> {
  const { workspaceId } = actor.scope;
  const own = written.html ?? `<p>${written.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')}</p>`;
  const message: NewMessage = {
    kind: 'side', sideId, direction: 'out', channel: 'email', authorType: 'agent', authorId: actor.id, from: { name: actor.name, address: '' }, to: [], cc: [], subject,
    text: quote ? `${written.text}\n\n${quote.text}`.trimStart() : written.text,
    html: quote ? `${own}\n${quote.html}` : written.html,
    replyText: written.text || subject, language: written.language, messageId: null,
  };
  const { messageId } = await addMessage(tx, actor, ticket, message, ticket.status, now);
  const inline = new Map([...written.inline, ...(quote?.inline ?? [])]);
  await attachFiles(tx, actor, messageId, [...attachments, ...inline.keys()], { inline });
  const people = (await listSidePeople(tx, workspaceId, sideId)).filter(({ confirmed }) => confirmed);
  const only = { to: people.filter(({ role }) => role === 'to').map(plain), cc: people.filter(({ role }) => role === 'cc').map(plain) };
  const queued = await queueReply(tx, actor, { sealer: context.sealer, ticketId: ticket.id, messageId, sideId, only, bcc, ...when });
  if (queued.outboxId === null) throw new Problem('no_recipient');
  await markRead(tx, workspaceId, actor.id, ticket.id, now);
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
