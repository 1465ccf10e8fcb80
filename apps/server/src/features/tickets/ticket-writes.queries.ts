import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../platform/auth/actor.ts';
import { andCommit, json, type Tx } from '../../platform/db/db.ts';
import type { EventData } from '../../platform/events/event-types.ts';
import { lastLine } from '../../platform/text/last-line.ts';
import { fileValues, type StoredUpload } from '../files/index.ts';
import type { TicketChannel, TicketFolder, TicketKind, TicketPriority, TicketStatus } from './tickets.schemas.ts';

export type MailAddress = { name: string; address: string };

/** What is written of a message, whichever way it came or goes. */
export type NewMessage = {
  kind: 'public' | 'note' | 'side';
  /** With the kind `side`: the side conversation that it belongs to. */
  sideId?: number;
  direction: 'in' | 'out';
  channel: TicketChannel;
  authorType: 'agent' | 'customer' | 'system';
  authorId: number | null;
  from: MailAddress;
  to: MailAddress[];
  cc: MailAddress[];
  subject: string;
  /** The whole, plain. */
  text: string;
  /** Sanitised. */
  html: string | null;
  /** What is new in it. */
  replyText: string;
  language: string | null;
  /** In angle brackets. */
  messageId: string | null;
  inReplyTo?: string | null;
  automatic?: string | null;
  senderCheck?: 'verified' | 'unverified' | 'failed' | 'none';
  notices?: string[];
  /** The mail that it came as; its bytes are on the disk. */
  rawFile?: StoredUpload;
};

export type NewParticipant = { customerId: number; address: string; name: string; role: 'requester' | 'cc'; confirmed: boolean };

export type AssignReason = 'account_agent' | 'account_deputy';

export type NewTicket = {
  /** From `ticketNumbers.next`, taken before the transaction. */
  number: number;
  subject: string;
  status: TicketStatus;
  priority: TicketPriority;
  kind: TicketKind;
  channel: TicketChannel;
  folder: TicketFolder;
  language: string | null;
  brandId: number;
  inboxId: number | null;
  teamId: number | null;
  assigneeId: number | null;
  /** Why it is theirs from the beginning, where nobody gave it to them. */
  reason?: AssignReason;
  requesterId: number;
  tags: string[];
  solvedAt: Date | null;
  closeAt: Date | null;
};

/**
 * What whoever opens a ticket writes in the same statement: parts of a `with` that may read `t(id)`, the ticket, and
 * `m(id)`, its message, with an answer that must be read for an error to come out.
 */
export type TicketEnding = { parts: RawBuilder<unknown>; answer: RawBuilder<unknown> };

/** Ticket, first message, participants and event in one statement: one round trip, and one event. `commits`: it is the transaction's last. */
export async function insertTicket(
  tx: Tx,
  actor: Actor,
  ticket: NewTicket,
  message: NewMessage,
  participants: NewParticipant[],
  data: EventData,
  now: Date,
  { commits = false, ending }: { commits?: boolean; ending?: TicketEnding } = {},
): Promise<{ ticketId: number; messageId: number }> {
  const workspaceId = actor.scope.workspaceId;
  const newest = newestLine(message);
  const { rows } = await sql<{ ticket_id: number; message_id: number }>`${commits ? andCommit : sql``}
    with ${rawFileRow(workspaceId, message)} t as (
      insert into tickets (workspace_id, number, subject, status, priority, kind, channel, folder, language, brand_id, inbox_id, team_id,
        assignee_id, requester_id, tags, last_line, last_author, last_direction, last_message_at, message_count, solved_at, close_at, created_at, updated_at)
      values (${workspaceId}, ${ticket.number}, ${ticket.subject}, ${ticket.status}, ${ticket.priority}, ${ticket.kind}, ${ticket.channel},
        ${ticket.folder}, ${ticket.language}, ${ticket.brandId}, ${ticket.inboxId}, ${ticket.teamId}, ${ticket.assigneeId}, ${ticket.requesterId},
        ${ticket.tags}::text[], ${newest.last_line}, ${newest.last_author}, ${newest.last_direction},
        ${now}, 1, ${ticket.solvedAt}, ${ticket.closeAt}, ${now}, ${now})
      returning workspace_id, id
    ), m as (
      insert into messages (${messageColumns}) select t.workspace_id, t.id, ${messageValues(message, now)} from t returning id
    ), p as (
      insert into participants (workspace_id, ticket_id, customer_id, address, name, role, confirmed)
      select t.workspace_id, t.id, x.customer_id, x.address, x.name, x.role, x.confirmed
      from t, jsonb_to_recordset(${json(participants.map(toParticipantRow))}) as x(customer_id bigint, address text, name text, role text, confirmed boolean)
      on conflict do nothing
    ), e as (
      insert into events (workspace_id, type, ticket_id, brand_id, message_id, actor_type, actor_id, data, created_at)
      select t.workspace_id, 'ticket.created', t.id, ${ticket.brandId}, m.id, ${actor.type}, ${actor.id}, ${json(data)}, ${now} from t, m
    )${ending ? sql`, ${ending.parts}` : sql``}
    select t.id as ticket_id, m.id as message_id${ending ? sql`, ${ending.answer} as ending` : sql``} from t, m`.execute(tx);
  const row = rows[0];
  if (!row) throw new Error('the ticket was not written');
  return { ticketId: row.ticket_id, messageId: row.message_id };
}

export type TicketAfterMessage = { status: TicketStatus; solvedAt: Date | null; closeAt: Date | null; keepSolvedMarks: boolean; wakes: boolean };

/** A message, what the ticket's row shows of it, and the event, in one statement. */
export async function insertMessage(
  tx: Tx,
  actor: Actor,
  ticket: { id: number; brandId: number },
  message: NewMessage,
  after: TicketAfterMessage,
  data: EventData,
  now: Date,
): Promise<{ messageId: number }> {
  const workspaceId = actor.scope.workspaceId;
  const quiet = message.automatic != null;
  const newest = newestLine(message);
  const { rows } = await sql<{ message_id: number }>`
    with ${rawFileRow(workspaceId, message)} m as (
      insert into messages (${messageColumns})
      values (${workspaceId}, ${ticket.id}, ${messageValues(message, now)}) returning id
    ), t as (
      update tickets set
        status = ${after.status},
        ${after.keepSolvedMarks ? sql`` : sql`solved_at = ${after.solvedAt}, close_at = ${after.closeAt},`}
        ${after.wakes ? sql`snoozed_until = null, snoozed_by = null,` : sql``}
        ${quiet ? sql`` : sql`last_line = ${newest.last_line}, last_author = ${newest.last_author}, last_direction = ${newest.last_direction},
          last_public_direction = ${message.kind === 'public' ? sql`null` : sql`coalesce(last_public_direction, last_direction)`}, last_message_at = ${now},`}
        message_count = message_count + 1, updated_at = ${now}
      where workspace_id = ${workspaceId} and id = ${ticket.id}
    ), e as (
      insert into events (workspace_id, type, ticket_id, brand_id, message_id, actor_type, actor_id, data, created_at)
      select ${workspaceId}, 'message.added', ${ticket.id}, ${ticket.brandId}, m.id, ${actor.type}, ${actor.id}, ${json(data)}, ${now} from m
    )
    select id as message_id from m`.execute(tx);
  const row = rows[0];
  if (!row) throw new Error('the message was not written');
  return { messageId: row.message_id };
}

/** What a list's row shows of the newest message. */
export function newestLine(message: NewMessage): { last_line: string; last_author: string; last_direction: 'in' | 'out' } {
  return { last_line: lastLine(message.replyText || message.text), last_author: message.from.name || message.from.address, last_direction: message.direction };
}

const messageColumns = sql.raw(`workspace_id, ticket_id, kind, direction, channel, author_type, author_id, from_name, from_address,
  recipients_to, recipients_cc, subject, text, html, reply_text, language, message_id, in_reply_to, automatic, sender_check, notices,
  raw_file_id, created_at, side_id`);

/** The row of the raw mail, in the same statement. */
function rawFileRow(workspaceId: number, { rawFile }: NewMessage) {
  return rawFile ? sql`raw_file as (insert into files ${fileValues(workspaceId, { ...rawFile, uploadedBy: null })} returning id),` : sql``;
}

function messageValues(message: NewMessage, now: Date) {
  return sql`${message.kind}, ${message.direction}, ${message.channel}, ${message.authorType}, ${message.authorId}::bigint, ${message.from.name},
    ${message.from.address}, ${json(message.to)}, ${json(message.cc)}, ${message.subject}, ${message.text}, ${message.html}, ${message.replyText},
    ${message.language}, ${message.messageId}, ${message.inReplyTo ?? null}, ${message.automatic ?? null}, ${message.senderCheck ?? 'none'},
    ${message.notices ?? []}::text[], ${message.rawFile ? sql`(select id from raw_file)` : sql`null::bigint`}, ${now}::timestamptz, ${message.sideId ?? null}::bigint`;
}

function toParticipantRow(participant: NewParticipant) {
  return { customer_id: participant.customerId, address: participant.address, name: participant.name, role: participant.role, confirmed: participant.confirmed };
}

export type TicketChange = Partial<{
  subject: string;
  status: TicketStatus;
  priority: TicketPriority;
  kind: TicketKind;
  folder: TicketFolder;
  language: string | null;
  brand_id: number;
  inbox_id: number | null;
  team_id: number | null;
  assignee_id: number | null;
  tags: string[];
  solved_at: Date | null;
  close_at: Date | null;
  snoozed_until: Date | 'infinity' | null;
  snoozed_by: number | null;
}>;

export async function updateTicketRow(tx: Tx, workspaceId: number, ticketId: number, change: TicketChange, now: Date): Promise<void> {
  await tx
    .updateTable('tickets')
    .set({ ...change, updated_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', ticketId)
    .execute();
}

/** Solved tickets whose time has come, oldest first; the rows are the caller's until the commit. Index: tickets_close. */
export async function takeDueToClose(tx: Tx, workspaceId: number, now: Date, limit: number): Promise<{ id: number; brand_id: number; escalated: boolean }[]> {
  const { rows } = await sql<{ id: number; brand_id: number; escalated: boolean }>`
    select id, brand_id, escalated_at is not null as escalated from tickets
    where workspace_id = ${workspaceId} and close_at <= ${now} and status = 'solved'
    order by close_at limit ${limit} for update skip locked`.execute(tx);
  return rows;
}
