import type { Sealer } from '../../platform/auth/sealer.ts';
import type { Tx } from '../../platform/db/db.ts';
import { lastLine } from '../../platform/text/last-line.ts';
import { issueMessageId, replyAddress } from '../delivery/index.ts';
import type { StoredUpload } from '../files/index.ts';
import { brands } from './cast.ts';
import { insertRows, takeIds } from './demo.queries.ts';
import type { AttachmentKey, PlannedActor, PlannedCustomer, PlannedMessage, PlannedStep, PlannedTicket } from './plan/plan.types.ts';
import type { CastIds, WrittenEvent } from './write-cast.ts';
import { isWrapped } from './write-wrap-ups.ts';

type Row = Record<string, unknown>;
type Moment = { ticket: PlannedTicket; ticketId: number; step: PlannedStep; messageId: number | null };

const closesAfter = 7 * 24 * 3_600_000;

export type TicketsToWrite = { tickets: PlannedTicket[]; customers: PlannedCustomer[]; ids: CastIds; files: ReadonlyMap<AttachmentKey, StoredUpload>; sealer: Sealer };

/**
 * Tickets with their messages, people and files, as the commands would have left them, and the events that tell of them.
 * What went out stands in the outbox as sent, so that nothing is ever due.
 */
export async function writeTickets(tx: Tx, { tickets, customers, ids, files, sealer }: TicketsToWrite): Promise<{ ticketIds: number[]; events: WrittenEvent[] }> {
  const { workspaceId } = ids;
  const ticketIds = await takeIds(tx, 'tickets', tickets.length);
  const moments = tickets.flatMap((ticket, index) => ticket.steps.map((step): Moment => ({ ticket, ticketId: ticketIds[index]!, step, messageId: null }))).sort((a, b) => a.step.at.getTime() - b.step.at.getTime()); // an id for each ticket
  const writing = moments.filter(({ step }) => step.message);
  const messageIds = await takeIds(tx, 'messages', writing.length);
  writing.forEach((moment, index) => (moment.messageId = messageIds[index]!)); // an id for each message
  const messageOf = new Map(writing.map(({ step, messageId }) => [step, messageId]));

  await insertRows(tx, 'tickets', tickets.map((ticket, index) => toTicket(ticket, ticketIds[index]!, ids, customers))); // an id for each ticket
  const mail = createMailTrail(sealer, ids, customers);
  const messages = writing.map((moment) => mail.toMessage(moment));
  await insertRows(tx, 'messages', messages);
  await insertRows(tx, 'participants', tickets.map((ticket, index) => ({ workspace_id: workspaceId, ticket_id: ticketIds[index], customer_id: ids.customers[ticket.requester], address: ticket.address, name: customers[ticket.requester]!.name, role: 'requester', confirmed: true, created_at: ticket.steps[0]!.at })).map(await numbered(tx, 'participants', tickets.length))); // everybody is known; a ticket begins with a step
  await insertRows(tx, 'outbox', mail.outbox.map(await numbered(tx, 'outbox', mail.outbox.length)));
  await writeFiles(tx, writing, files, workspaceId);
  const byNumber = new Map(tickets.map(({ number }, index) => [number, ticketIds[index]]));
  await insertRows(tx, 'ticket_links', tickets.flatMap(({ linkedTo, steps }, index) => (linkedTo === null ? [] : [{ workspace_id: workspaceId, ticket_id: ticketIds[index], other_ticket_id: byNumber.get(linkedTo), kind: 'related', created_at: steps.at(-1)!.at }]))); // a linked ticket has steps
  const events = moments.map(({ ticket, ticketId, step, messageId }): WrittenEvent => {
    const about = step.about === undefined ? null : (messageOf.get(ticket.steps[step.about]!) ?? null); // a place among the steps
    return { at: step.at, row: { type: step.type, ticket_id: ticketId, brand_id: ids.brands.get(ticket.brand), message_id: messageId ?? about, ...toActor(step.actor, ids), data: withIds(step, ids) } };
  });
  return { ticketIds, events };
}

/** Every event of the workspace, in the order of time. */
export async function writeEvents(tx: Tx, workspaceId: number, events: readonly WrittenEvent[]): Promise<void> {
  const all = events.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const eventIds = await takeIds(tx, 'events', all.length);
  // No xid: the writing transaction's own is the column's default.
  await insertRows(tx, 'events', all.map(({ at, row }, index) => ({ workspace_id: workspaceId, id: eventIds[index], ...row, created_at: at })));
}

async function numbered(tx: Tx, table: string, count: number): Promise<(row: Row, index: number) => Row> {
  const rowIds = await takeIds(tx, table, count);
  return (row, index) => ({ ...row, id: rowIds[index] });
}

function toActor(actor: PlannedActor, ids: CastIds): { actor_type: string; actor_id: number | null } {
  if (actor.type === 'system') return { actor_type: 'system', actor_id: null };
  return { actor_type: actor.type, actor_id: actor.type === 'agent' ? ids.agents[actor.index]!.id : ids.customers[actor.index]! }; // indexes of the cast
}

/** The plan names agents by their place. */
function withIds({ data }: PlannedStep, ids: CastIds): Row {
  const changes = data['changes'] as Record<string, { from: unknown; to: unknown }> | undefined; // as the story writes it
  if (!changes?.['assignee']) return data;
  const idOf = (index: unknown) => (typeof index === 'number' ? ids.agents[index]!.id : null); // an index of the cast
  return { ...data, changes: { ...changes, assignee: { from: idOf(changes['assignee'].from), to: idOf(changes['assignee'].to) } } };
}

function toTicket(ticket: PlannedTicket, id: number, ids: CastIds, customers: PlannedCustomer[]): Row {
  const written = ticket.steps.flatMap(({ at, message, actor }) => (message ? [{ at, message, actor }] : []));
  const shown = written.findLast(({ message }) => message.automatic === null)!; // the first message is by a person
  const publicly = written.findLast(({ message }) => message.automatic === null && message.kind === 'public')!; // and public
  return {
    workspace_id: ids.workspaceId, id, number: ticket.number, subject: ticket.subject, status: ticket.status, priority: ticket.priority, kind: ticket.kind,
    channel: ticket.channel, folder: ticket.folder, language: ticket.language, brand_id: ids.brands.get(ticket.brand), inbox_id: ids.inboxes.get(ticket.brand)![ticket.inbox]!.id, // every brand has its inboxes
    team_id: ids.teams.get(ticket.team), assignee_id: ticket.assignee === null ? null : ids.agents[ticket.assignee]!.id, requester_id: ids.customers[ticket.requester], tags: ticket.tags, // indexes of the cast
    last_line: lastLine(shown.message.replyText), last_author: shown.actor.type === 'agent' ? ids.agents[shown.actor.index]!.name : customers[ticket.requester]!.name, last_direction: shown.message.direction, last_public_direction: shown.message.kind === 'public' ? null : publicly.message.direction, last_message_at: shown.at, message_count: written.length, // an index of the cast
    wrapped: isWrapped(ticket), solved_at: ticket.solvedAt, close_at: ticket.status === 'solved' && ticket.solvedAt ? new Date(ticket.solvedAt.getTime() + closesAfter) : null,
    created_at: ticket.steps[0]!.at, updated_at: ticket.steps.at(-1)!.at, // a ticket begins with a step
  };
}

/** Who wrote to whom under which Message-ID, so that answers follow what they answer. */
function createMailTrail(sealer: Sealer, ids: CastIds, customers: PlannedCustomer[]) {
  const { workspaceId } = ids;
  const newest = new Map<number, string[]>();
  const outbox: Row[] = [];

  function toMessage({ ticket, ticketId, step, messageId }: Moment): Row {
    const message = step.message!; // only steps with one come here
    const inbox = ids.inboxes.get(ticket.brand)![ticket.inbox]!; // every brand has its inboxes
    const brandName = brands.find(({ key }) => key === ticket.brand)!.name; // likewise
    const requester = { name: customers[ticket.requester]!.name, address: ticket.address }; // an index of the cast
    const agent = step.actor.type === 'agent' ? ids.agents[step.actor.index]! : null; // an index of the cast
    const isMail = message.kind === 'public' && message.channel === 'email';
    const thread = newest.get(ticketId) ?? [];
    const outgoing = message.direction === 'out' && message.kind === 'public';
    const mailId = !isMail ? null : outgoing ? issueMessageId(sealer, { workspaceId, ticketId, domain: domainOf(inbox.address) }) : `<${messageId}.${ticketId}.demo@${domainOf(ticket.address)}>`;
    const from = message.automatic === 'bounce' ? { name: 'Mail Delivery System', address: `mailer-daemon@${domainOf(ticket.address)}` } : outgoing ? { name: `${agent!.name} (${brandName})`, address: inbox.address } : agent ? { name: agent.name, address: agent.email } : requester; // only agents write out
    const to = message.kind === 'note' ? [] : outgoing ? [requester] : [{ name: brandName, address: inbox.address }];
    const row = {
      workspace_id: workspaceId, id: messageId, ticket_id: ticketId, kind: message.kind, direction: message.direction, channel: message.channel,
      author_type: message.automatic === 'bounce' ? 'system' : step.actor.type, author_id: toActor(step.actor, ids).actor_id, from_name: from.name, from_address: from.address,
      recipients_to: to, recipients_cc: [], subject: message.subject, text: message.text, html: agent ? toHtml(message) : null, reply_text: message.replyText, language: message.language,
      message_id: mailId, in_reply_to: isMail ? (thread.at(-1) ?? null) : null, automatic: message.automatic, sender_check: isMail && !outgoing ? 'verified' : 'none', notices: [], created_at: step.at,
    };
    if (outgoing) outbox.push(toOutbox(ticket, ticketId, step, messageId!, mailId!, thread, { inbox, from, to })); // written with both
    if (mailId !== null && message.automatic === null) newest.set(ticketId, [...thread, mailId]);
    return row;
  }

  function toOutbox(ticket: PlannedTicket, ticketId: number, step: PlannedStep, messageId: number, mailId: string, thread: string[], { inbox, from, to }: { inbox: { id: number; address: string }; from: { name: string; address: string }; to: { name: string; address: string }[] }): Row {
    const sentAt = new Date(step.at.getTime() + 11_412);
    const mail = { from, reply_to: replyAddress(sealer, { workspaceId, ticketId, messageId, inboxAddress: inbox.address }), to, cc: [], subject: step.message?.subject ?? '', in_reply_to: thread.at(-1) ?? null, references: thread, date: step.at.toISOString(), signature: '', language: ticket.language, automatic: false };
    const envelope = to.map(({ address }) => address);
    return { workspace_id: workspaceId, ticket_id: ticketId, brand_id: ids.brands.get(ticket.brand), inbox_id: inbox.id, message_id: messageId, kind: 'reply', mail_message_id: mailId, mail, envelope_to: envelope, accepted: envelope, refused: [], status: 'sent', attempts: 1, next_attempt_at: null, sent_at: sentAt, created_by: toActor(step.actor, ids).actor_id, created_at: step.at };
  }

  return { toMessage, outbox };
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

function toHtml({ text }: PlannedMessage): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return escaped.split('\n\n').map((paragraph) => `<p>${paragraph.replace(/\n/g, '<br />')}</p>`).join('');
}

async function writeFiles(tx: Tx, writing: Moment[], files: ReadonlyMap<AttachmentKey, StoredUpload>, workspaceId: number): Promise<void> {
  const used = writing.flatMap(({ step, messageId }) => {
    const stored = step.message?.attachment ? files.get(step.message.attachment) : undefined;
    return stored ? [{ at: step.at, messageId, stored }] : [];
  });
  const fileIds = await takeIds(tx, 'files', used.length);
  await insertRows(tx, 'files', used.map(({ at, stored }, index) => ({ workspace_id: workspaceId, id: fileIds[index], sha256: stored.sha256, size: stored.size, type: stored.type, name: stored.name, uploaded_by: null, created_at: at })));
  await insertRows(tx, 'message_files', used.map(({ messageId, stored }, index) => ({ workspace_id: workspaceId, message_id: messageId, file_id: fileIds[index], position: 0, name: stored.name, content_id: null, inline: false })));
}
