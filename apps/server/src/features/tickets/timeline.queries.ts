import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { brandVisible } from '../../platform/db/scope.ts';
import { escalationWords, type EscalationWords } from '../ticket-escalations/index.ts';
import { stepWords, type StepWords } from '../required-steps/index.ts';
import type { MailAddress } from './ticket-writes.queries.ts';
import type { TicketChannel } from './tickets.schemas.ts';

export type AttachmentRow = { id: number; name: string; type: string; size: number; inline: boolean; content_id: string | null };

export type MessageRow = {
  id: number;
  ticket_number: number;
  kind: 'public' | 'note' | 'side';
  side_id: number | null;
  direction: 'in' | 'out';
  channel: TicketChannel;
  author_type: 'agent' | 'customer' | 'system';
  author_id: number | null;
  author_name: string | null;
  from_name: string;
  from_address: string;
  recipients_to: MailAddress[];
  recipients_cc: MailAddress[];
  recipients_bcc: MailAddress[];
  subject: string;
  text: string;
  html: string | null;
  reply_text: string;
  language: string | null;
  automatic: string | null;
  sender_check: 'verified' | 'unverified' | 'failed' | 'none';
  notices: string[];
  message_id: string | null;
  has_raw: boolean;
  taken_back: boolean;
  created_at: Date;
  attachments: AttachmentRow[] | null;
  delivery: DeliveryRow | null;
};

export type DeliveryRow = {
  id: number;
  status: 'queued' | 'sending' | 'sent' | 'failed' | 'cancelled';
  undo_until: string | null;
  attempts: number;
  last_error: string | null;
  sent_at: string | null;
  scheduled_for: string | null;
  unless_answered: boolean;
  cancel_reason: 'answered' | null;
};

export type TimelineRow = {
  event_id: number;
  event_type: string;
  actor_type: 'agent' | 'customer' | 'system';
  actor_id: number | null;
  actor_name: string | null;
  data: Record<string, unknown>;
  event_created_at: Date;
  /** Of the ticket on which it happened; another one’s after a merge. */
  ticket_number: number;
  message: MessageRow | null;
  /** Of an event about required steps. */
  step_words: StepWords | null;
  /** Of an event about an escalation. */
  escalation_words: EscalationWords | null;
};

export const messageFields = sql`m.id, m.kind, m.direction, m.channel, m.author_type, m.author_id,
  m.from_name, m.from_address, m.recipients_to, m.recipients_cc, m.recipients_bcc, m.side_id, m.subject, m.text, m.html, m.reply_text, m.language, m.automatic,
  m.sender_check, m.notices, m.message_id, m.raw_file_id is not null as has_raw, m.taken_back_at is not null as taken_back, m.created_at,
  (select json_agg(json_build_object('id', f.id, 'name', mf.name, 'type', f.type, 'size', f.size, 'inline', mf.inline, 'content_id', mf.content_id) order by mf.position)
     from message_files mf join files f on f.workspace_id = mf.workspace_id and f.id = mf.file_id
     where mf.workspace_id = m.workspace_id and mf.message_id = m.id) as attachments,
  (select json_build_object('id', o.id, 'status', o.status, 'attempts', o.attempts, 'last_error', o.last_error, 'sent_at', o.sent_at,
       'undo_until', case when o.status = 'queued' and o.attempts = 0 and o.scheduled_for is null then o.next_attempt_at end,
       'scheduled_for', o.scheduled_for, 'unless_answered', o.unless_answered, 'cancel_reason', o.cancel_reason)
     from outbox o where o.workspace_id = m.workspace_id and o.message_id = m.id order by o.id desc limit 1) as delivery`;

export const authorName = sql`case m.author_type
  when 'agent' then (select a.name from agents a where a.workspace_id = m.workspace_id and a.id = m.author_id)
  when 'customer' then (select c.name from customers c where c.workspace_id = m.workspace_id and c.id = m.author_id) end`;

/** Of an event `e` that the program wrote: who answered in a side conversation, as their mail names them; they are nobody's customer. */
export const whoAnsweredAside = sql<string | null>`(select coalesce(nullif(s.from_name, ''), nullif(s.from_address, '')) from messages s
  where s.workspace_id = e.workspace_id and s.id = e.message_id and s.kind = 'side' and s.direction = 'in' and e.type in ('message.added', 'ticket.woken'))`;

/** Of an event `e` that the program wrote at the word of an automation. Primary key. */
const automationName = sql<string | null>`case when e.data ? 'automation' then (select a.name from automations a where a.workspace_id = e.workspace_id and a.id = (e.data->>'automation')::bigint) end`;

/**
 * The entries of a ticket's timeline: its events and those of what was merged into it, with the message where the event brought one.
 * Index: events_timeline for each ticket, then primary keys for each entry shown.
 */
export async function readTimeline(
  db: Queryable,
  scope: Scope,
  /** The ticket, then what was merged into it. */
  tickets: { id: number; number: number }[],
  page: { newestFirst: boolean; after?: number; limit: number },
): Promise<TimelineRow[]> {
  const direction = page.newestFirst ? sql`desc` : sql`asc`;
  const beyond = page.after === undefined ? sql`` : page.newestFirst ? sql`and e.id < ${page.after}` : sql`and e.id > ${page.after}`;
  const { rows } = await sql<Record<string, unknown>>`
    select e.id as event_id, e.ticket_id as of_ticket, e.type as event_type, e.actor_type, e.actor_id, e.data, e.created_at as event_created_at,
      case e.actor_type
        when 'agent' then (select a.name from agents a where a.workspace_id = e.workspace_id and a.id = e.actor_id)
        when 'customer' then (select c.name from customers c where c.workspace_id = e.workspace_id and c.id = e.actor_id)
        else coalesce(${automationName}, ${whoAnsweredAside}) end as actor_name,
      ${stepWords} as step_words, ${escalationWords} as escalation_words,
      msg.*
    from (
      select own.* from unnest(${tickets.map(({ id }) => id)}::bigint[]) as one(id)
      cross join lateral (select * from events e where e.workspace_id = ${scope.workspaceId} and e.ticket_id = one.id ${beyond}
        order by e.id ${direction} limit ${page.limit}) own
      order by own.id ${direction} limit ${page.limit}) e
    left join lateral (
      select ${messageFields}, ${authorName} as author_name from messages m
      where m.workspace_id = e.workspace_id and m.id = e.message_id and e.type in ('ticket.created', 'message.added')) msg on true
    order by e.id ${direction}`.execute(db);
  const numbers = new Map(tickets.map(({ id, number }) => [id, number]));
  return rows.map(({ of_ticket, ...row }) => toTimelineRow(row, numbers.get(Number(of_ticket)) ?? 0));
}

function toTimelineRow(row: Record<string, unknown>, ticketNumber: number): TimelineRow {
  const { event_id, event_type, actor_type, actor_id, actor_name, data, event_created_at, step_words, escalation_words, ...message } = row;
  return {
    event_id, event_type, actor_type, actor_id, actor_name, data, event_created_at, step_words, escalation_words, ticket_number: ticketNumber,
    message: message.id === null ? null : { ...message, ticket_number: ticketNumber },
  } as TimelineRow; // the columns are those selected above
}

/** One message, if the scope sees its ticket's brand. */
export async function findMessage(db: Queryable, scope: Scope, messageId: number): Promise<MessageRow | null> {
  const { rows } = await sql<MessageRow>`
    select ${messageFields}, ${authorName} as author_name, t.number as ticket_number
    from messages m join tickets t on t.workspace_id = m.workspace_id and t.id = m.ticket_id
    where m.workspace_id = ${scope.workspaceId} and m.id = ${messageId} and ${brandVisible(scope, sql`t.brand_id`)}`.execute(db);
  return rows[0] ?? null;
}
