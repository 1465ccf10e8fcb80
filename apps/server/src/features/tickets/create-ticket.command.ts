import type { Context } from '../../context.ts';
import type { Actor, AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, Problem } from '../../platform/errors/problem.ts';
import { claimOnce, noteMessageOfOnce } from '../../platform/once/once.queries.ts';
import type { Once } from '../../platform/once/once.ts';
import { refuseUnapproved, rulesTouched } from '../approval-rules/index.ts';
import { changedTo, fillFields, refuseUnfilled, writeFields, type FieldValues } from '../custom-fields/index.ts';
import { takenAtOnce, type TakenBy } from '../customer-base/index.ts';
import type { FoundCustomer } from '../customers/index.ts';
import { queueReply } from '../delivery/index.ts';
import { attachFiles } from '../files/index.ts';
import { isGuarded, refuseMissingSteps } from '../required-steps/index.ts';
import { writtenText, type WrittenText } from './message-text.ts';
import { refuseUnwrapped } from '../wrap-ups/index.ts';
import { nameOfServingTeam } from './serving-team.ts';
import { findPeople, namedPeople, type People } from './opening-people.ts';
import { findAssigneeName, findDeskAndKnown, findTicketOfMessage, type Desk } from './ticket-lookups.queries.ts';
import type { TicketRow } from './ticket-row.queries.ts';
import { insertTicket, newestLine, type NewMessage, type NewParticipant, type NewTicket, type TicketEnding } from './ticket-writes.queries.ts';
import { solvedMarks } from './tickets.rules.ts';
import type { CreateTicketBody } from './tickets.schemas.ts';

/** A ticket with its first message, as whoever took it in hands it over; `number` comes from `ticketNumbers.next`. */
export type TicketToOpen = {
  ticket: NewTicket;
  message: NewMessage;
  participants: NewParticipant[];
  /** Nothing follows in the transaction. */
  commits?: boolean;
  ending?: TicketEnding;
};

/** Why a new ticket is somebody's whom nobody named. */
export function assignReason(taker: TakenBy | null): Pick<NewTicket, 'reason'> {
  return taker ? { reason: taker.deputy ? 'account_deputy' : 'account_agent' } : {};
}

/** Opens a ticket: rows and one event, `ticket.created`, that brings the first message. */
export async function openTicket(tx: Tx, actor: Actor, { ticket, message, participants, commits, ending }: TicketToOpen, now: Date): Promise<{ ticketId: number; messageId: number }> {
  const data = { number: ticket.number, channel: ticket.channel, ...(ticket.assigneeId === null ? {} : { assignee: ticket.assigneeId }), ...(ticket.reason ? { reason: ticket.reason } : {}), ...(message.automatic ? { automatic: message.automatic } : {}) };
  return insertTicket(tx, actor, ticket, message, participants, data, now, { commits, ending });
}

/**
 * What an agent or a program asks for by the API: a case that came in some way, or (direction `out`) one that the
 * agent begins by writing to the customer.
 * @returns the ticket as whoever asked now sees it, with its custom fields; for a repeat of one that is `once`, the id of the one that the first opened
 * @throws Problem invalid_input that names the field, steps_missing, approval_needed, key_reused, wrap_up_missing for one that is solved at once
 */
export async function createTicketByAgent(context: Context, actor: AgentActor, body: CreateTicketBody, once?: Once): Promise<{ row: TicketRow; fields: FieldValues } | { opened: number | null }> {
  const written = writtenText(body);
  const number = await context.ticketNumbers.next(actor.scope.workspaceId);
  const now = context.clock.now();
  const fields = await context.customFields.of(actor.scope.workspaceId);
  // Only a status that is asked for: what a letter of ours begins as is nobody's choice.
  const playbooks = body.status === undefined ? [] : await context.playbooks.of(actor.scope.workspaceId);
  const approvals = { rules: body.status === undefined && !body.fields && body.direction === 'in' ? [] : await context.approvalRules.of(actor.scope.workspaceId) };
  const holder = { workspaceId: actor.scope.workspaceId, agentId: actor.id };
  const opened = await context.db.transaction().execute(async (tx) => {
    const first = once && (await claimOnce(tx, holder, once, now));
    if (first) return { opened: first.messageId === null ? null : await findTicketOfMessage(tx, holder.workspaceId, first.messageId) };
    const { known, ...targets } = await checkTargets(tx, actor, body);
    const { desk } = targets;
    const status = body.status ?? (body.direction === 'out' ? 'pending' : 'new');
    const filled = body.fields && (await fillFields(tx, { workspaceId: actor.scope.workspaceId, ticketId: null, brandId: desk.brand_id }, body.fields));
    if (status === 'solved') refuseUnwrapped(desk.needs_wrap_up);
    if (fields.length > 0) refuseUnfilled(fields, desk.brand_id, filled?.shown ?? {}, status === 'solved');
    const people = await findPeople(tx, actor, body, desk.brand_id, known);
    // Who was named, or that it shall be nobody's, was said by a person.
    const taker = body.assignee === undefined ? await takenAtOnce(tx, holder.workspaceId, people.requester.takenBy, targets.team?.id ?? null) : null;
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
      teamId: targets.team?.id ?? null,
      assigneeId: taker?.id ?? targets.assignee?.id ?? null,
      ...assignReason(taker),
      requesterId: people.requester.customerId,
      tags: [...new Set(body.tags ?? [])],
      ...renamed(solvedMarks(status, now, desk.close_after_hours)),
    };
    const message = firstMessage(actor, body, written, desk, people, ticket);
    const guarded = isGuarded(playbooks, desk.brand_id, status);
    // The letter that it begins with is as much of a reply as any.
    const held = { brandId: desk.brand_id, to: body.status, fields: filled && changedTo(filled), ...(body.direction === 'out' && { actions: ['reply' as const] }) };
    const mayNeedApproval = rulesTouched(approvals.rules, held).length > 0;
    const isWhole = !body.attachments?.length && written.inline.size === 0 && body.direction !== 'out' && !filled?.write.length && !once && !guarded && !mayNeedApproval;
    const { ticketId, messageId } = await openTicket(tx, actor, { ticket, message, participants: people.all, commits: isWhole }, now);
    if (filled) await writeFields(tx, actor.scope.workspaceId, ticketId, filled);
    if (guarded) await refuseMissingSteps(tx, actor, { ticketId, brandId: desk.brand_id, to: status }, { playbooks }, now);
    if (mayNeedApproval) await refuseUnapproved(tx, actor, { ...held, ticketId }, approvals);
    const fileIds = [...(body.attachments ?? []), ...written.inline.keys()];
    if (fileIds.length > 0) await attachFiles(tx, actor, messageId, fileIds, { inline: written.inline });
    if (body.direction === 'out') {
      const queued = await queueReply(tx, actor, { sealer: context.sealer, ticketId, messageId, undoSeconds: body.undo_seconds });
      if (queued.outboxId === null) throw new Problem('no_recipient');
    }
    if (once) await noteMessageOfOnce(tx, holder, once, messageId);
    return { row: openedRow(ticketId, ticket, message, { ...targets, assignee: taker ?? targets.assignee }, people.requester, now), fields: filled?.shown ?? {} };
  });
  if ('opened' in opened) return opened;
  context.wake.say('events');
  if (body.direction === 'out') context.wake.say('outbox');
  return opened;
}

type Named = { id: number; name: string };
type Targets = { desk: Desk; team: Named | null; assignee: Named | null };

async function checkTargets(tx: Tx, actor: AgentActor, body: CreateTicketBody): Promise<Targets & { known: FoundCustomer[] }> {
  const { workspaceId } = actor.scope;
  const found = await findDeskAndKnown(tx, actor.scope, { brandId: body.brand, inboxId: body.inbox }, namedPeople(body).map(({ address }) => address));
  if (!found) throw fieldProblem('brand', 'not_found', body.brand === undefined ? 'There is no brand yet' : 'There is no such brand');
  const { desk, known } = found;
  if (body.inbox !== undefined && desk.inbox_id === null) throw fieldProblem('inbox', 'not_found', 'The brand has no such inbox');
  let team = desk.inbox_team_id === null ? null : { id: desk.inbox_team_id, name: desk.inbox_team_name ?? '' };
  if (body.team !== undefined) team = body.team === null ? null : { id: body.team, name: await nameOfServingTeam(tx, workspaceId, body.team, desk.brand_id) };
  const field = body.assignee === undefined ? 'fallback_assignee' : 'assignee';
  const wanted = body[field];
  const assignee = wanted == null ? null : { id: wanted, name: await nameOr(findAssigneeName(tx, workspaceId, wanted, desk.brand_id), field, 'There is no such agent who may work on this brand') };
  return { desk, known, team, assignee };
}

async function nameOr(found: Promise<string | null>, field: string, problem: string): Promise<string> {
  const name = await found;
  if (name === null) throw fieldProblem(field, 'not_found', problem);
  return name;
}

/** What reading the new ticket back would give, without the read. */
function openedRow(id: number, ticket: NewTicket, message: NewMessage, { desk, team, assignee }: Targets, requester: People['requester'], now: Date): TicketRow {
  const { number, subject, status, priority, kind, channel, folder, language, tags } = ticket;
  return {
    id, number, subject, status, priority, kind, channel, folder, language, tags,
    brand_id: desk.brand_id, brand_name: desk.brand_name, brand_color: desk.brand_color,
    team_id: team?.id ?? null, team_name: team?.name ?? null,
    assignee_id: assignee?.id ?? null, assignee_name: assignee?.name ?? null,
    requester_id: requester.personId, requester_name: requester.name, requester_email: requester.email,
    inbox_id: desk.inbox_id, inbox_address: desk.inbox_address,
    ...newestLine(message),
    last_message_at: now, message_count: 1, unread: true,
    solved_at: ticket.solvedAt, close_at: ticket.closeAt, snoozed_until: null, promise_due_at: null, created_at: now, updated_at: now, merged_into: null,
  };
}

function firstMessage(actor: AgentActor, body: CreateTicketBody, written: WrittenText, desk: Desk, people: People, ticket: NewTicket): NewMessage {
  const { requester, copied } = people;
  const ours = { name: desk.from_name || desk.brand_name, address: desk.inbox_address ?? '' };
  const outgoing = body.direction === 'out';
  return {
    kind: 'public',
    direction: body.direction,
    channel: ticket.channel,
    authorType: outgoing ? 'agent' : 'customer',
    authorId: outgoing ? actor.id : ticket.requesterId,
    from: outgoing ? ours : requester.from,
    to: outgoing ? [requester.from] : desk.inbox_address ? [ours] : [],
    cc: copied,
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
