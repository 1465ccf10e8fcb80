import type { Context } from '../../context.ts';
import type { Actor, AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, Problem } from '../../platform/errors/problem.ts';
import { findOrCreateCustomers } from '../customers/index.ts';
import { queueReply } from '../delivery/index.ts';
import { attachFiles } from '../files/index.ts';
import { writtenText, type WrittenText } from './message-text.ts';
import { findDesk, mayBeAssigned, teamExists, type Desk } from './ticket-lookups.queries.ts';
import { insertTicket, type NewMessage, type NewParticipant, type NewTicket } from './ticket-writes.queries.ts';
import { solvedMarks } from './tickets.rules.ts';
import type { CreateTicketBody } from './tickets.schemas.ts';

/** A ticket with its first message, as whoever took it in hands it over; `number` comes from `ticketNumbers.next`. */
export type TicketToOpen = {
  ticket: NewTicket;
  message: NewMessage;
  participants: NewParticipant[];
};

/** Opens a ticket: rows and one event, `ticket.created`, that brings the first message. */
export async function openTicket(tx: Tx, actor: Actor, { ticket, message, participants }: TicketToOpen, now: Date): Promise<{ ticketId: number; messageId: number }> {
  const data = { number: ticket.number, channel: ticket.channel, ...(message.automatic ? { automatic: message.automatic } : {}) };
  return insertTicket(tx, actor, ticket, message, participants, data, now);
}

/**
 * What an agent or a program asks for by the API: a case that came in some way, or (direction `out`) one that the
 * agent begins by writing to the customer.
 * @returns the ticket's number
 * @throws Problem invalid_input that names the field
 */
export async function createTicketByAgent(context: Context, actor: AgentActor, body: CreateTicketBody): Promise<number> {
  const written = writtenText(body);
  const { workspaceId } = actor.scope;
  const number = await context.ticketNumbers.next(workspaceId);
  const now = context.clock.now();
  await context.db.transaction().execute(async (tx) => {
    const desk = await checkTargets(tx, actor, body);
    const people = await findPeople(tx, actor, body, desk.brand_id);
    const status = body.status ?? (body.direction === 'out' ? 'pending' : 'new');
    const ticket: NewTicket = {
      number,
      subject: body.subject,
      status,
      priority: body.priority ?? 'normal',
      kind: body.kind ?? 'question',
      channel: body.channel ?? (body.direction === 'out' ? 'email' : actor.via === 'token' ? 'api' : 'web'),
      folder: 'inbox',
      language: body.language ?? written.language,
      brandId: desk.brand_id,
      inboxId: desk.inbox_id,
      teamId: body.team === undefined ? desk.inbox_team_id : body.team,
      assigneeId: body.assignee ?? null,
      requesterId: people[0]!.customerId, // the requester is always first
      tags: [...new Set(body.tags ?? [])],
      ...renamed(solvedMarks(status, now, desk.close_after_hours)),
    };
    const message = firstMessage(actor, body, written, desk, people, ticket);
    const { ticketId, messageId } = await openTicket(tx, actor, { ticket, message, participants: people }, now);
    if (body.attachments?.length) await attachFiles(tx, actor, messageId, body.attachments);
    if (body.direction === 'out') {
      const queued = await queueReply(tx, actor, { sealer: context.sealer, ticketId, messageId, undoSeconds: body.undo_seconds });
      if (queued.outboxId === null) throw new Problem('no_recipient');
    }
  });
  context.wake.say('events');
  if (body.direction === 'out') context.wake.say('outbox');
  return number;
}

async function checkTargets(tx: Tx, actor: AgentActor, body: CreateTicketBody): Promise<Desk> {
  const { workspaceId } = actor.scope;
  const desk = await findDesk(tx, actor.scope, { brandId: body.brand, inboxId: body.inbox });
  if (!desk) throw fieldProblem('brand', 'not_found', body.brand === undefined ? 'There is no brand yet' : 'There is no such brand');
  if (body.inbox !== undefined && desk.inbox_id === null) throw fieldProblem('inbox', 'not_found', 'The brand has no such inbox');
  if (body.team != null && !(await teamExists(tx, workspaceId, body.team))) throw fieldProblem('team', 'not_found', 'There is no such team');
  if (body.assignee != null && !(await mayBeAssigned(tx, workspaceId, body.assignee, desk.brand_id)))
    throw fieldProblem('assignee', 'not_found', 'There is no such agent who may work on this brand');
  return desk;
}

/** The requester, then who gets copies; each address once. */
async function findPeople(tx: Tx, actor: AgentActor, body: CreateTicketBody, brandId: number): Promise<NewParticipant[]> {
  const wanted = [body.requester, ...(body.cc ?? [])].map(({ email, name }) => ({ address: email, name: name ?? '' }));
  const unique = [...new Map(wanted.map((person) => [person.address, person])).values()];
  const customers = await findOrCreateCustomers(tx, actor, brandId, unique.map((person) => ({ ...person, language: body.language ?? null })));
  return customers.map(({ customerId, address, name }, index) => ({ customerId, address, name, role: index === 0 ? 'requester' : 'cc', confirmed: true }));
}

function firstMessage(actor: AgentActor, body: CreateTicketBody, written: WrittenText, desk: Desk, people: NewParticipant[], ticket: NewTicket): NewMessage {
  const addressed = people.map(({ name, address }) => ({ name, address }));
  const ours = { name: desk.from_name || desk.brand_name, address: desk.inbox_address ?? '' };
  const outgoing = body.direction === 'out';
  return {
    kind: 'public',
    direction: body.direction,
    channel: ticket.channel,
    authorType: outgoing ? 'agent' : 'customer',
    authorId: outgoing ? actor.id : ticket.requesterId,
    from: outgoing ? ours : addressed[0]!, // the requester is always first
    to: outgoing ? addressed.slice(0, 1) : desk.inbox_address ? [ours] : [],
    cc: addressed.slice(1),
    subject: body.subject,
    text: written.text,
    html: written.html,
    replyText: written.text,
    language: written.language,
    messageId: null,
  };
}

function renamed(marks: { solved_at: Date | null; close_at: Date | null }) {
  return { solvedAt: marks.solved_at, closeAt: marks.close_at };
}
