import type { z } from 'zod';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Sealer } from '../../platform/auth/sealer.ts';
import type { FieldValues } from '../custom-fields/index.ts';
import { fileUrl } from '../files/index.ts';
import { shownSnooze } from './snooze.rules.ts';
import type { ParticipantRow } from './participants.queries.ts';
import type { TicketRow } from './ticket-row.queries.ts';
import type { AttachmentRow, MessageRow, TimelineRow } from './timeline.queries.ts';
import type { attachmentShape, messageShape, participantShape, ticketShape, TicketStatus, timelineEventShape } from './tickets.schemas.ts';

/** Rows as the API shows them. */

export type Linker = { workspaceId: number; sealer: Sealer; clock: Clock };

/** `fields`: what is filled in, where it was read. */
export function toTicket(row: TicketRow, fields?: FieldValues): z.input<typeof ticketShape> {
  return {
    id: row.id,
    number: row.number,
    subject: row.subject,
    status: row.status,
    priority: row.priority,
    kind: row.kind,
    channel: row.channel,
    folder: row.folder,
    tags: row.tags,
    language: row.language,
    brand: { id: row.brand_id, name: row.brand_name, color: row.brand_color },
    team: row.team_id === null ? null : { id: row.team_id, name: row.team_name ?? '' },
    assignee: row.assignee_id === null ? null : { id: row.assignee_id, name: row.assignee_name ?? '' },
    requester: { id: row.requester_id, name: row.requester_name, email: row.requester_email },
    inbox: row.inbox_id === null ? null : { id: row.inbox_id, address: row.inbox_address ?? '' },
    last_line: row.last_line,
    last_author: row.last_author,
    last_direction: row.last_direction,
    last_message_at: row.last_message_at.toISOString(),
    message_count: row.message_count,
    unread: row.unread,
    solved_at: row.solved_at?.toISOString() ?? null,
    close_at: row.close_at?.toISOString() ?? null,
    snoozed_until: shownSnooze(row.snoozed_until),
    promise_due_at: row.promise_due_at?.toISOString() ?? null,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
    merged_into: row.merged_into,
    ...(fields && { fields }),
  };
}

export function toAttachment(row: AttachmentRow, linker: Linker): z.input<typeof attachmentShape> {
  const url = fileUrl(linker.sealer, linker.clock, { workspaceId: linker.workspaceId, fileId: row.id, name: row.name });
  return { id: row.id, name: row.name, type: row.type, size: row.size, inline: row.inline, content_id: row.content_id, url };
}

export function toMessage(row: MessageRow, linker: Linker): z.input<typeof messageShape> {
  return {
    id: row.id,
    type: 'message',
    ticket: row.ticket_number,
    kind: row.kind,
    direction: row.direction,
    channel: row.channel,
    author: { type: row.author_type, id: row.author_id, name: row.author_name || row.from_name || row.from_address },
    from: { name: row.from_name, address: row.from_address },
    to: row.recipients_to,
    cc: row.recipients_cc,
    bcc: row.recipients_bcc,
    side: row.side_id,
    subject: row.subject,
    text: row.text,
    html: row.html,
    reply_text: row.reply_text,
    language: row.language,
    automatic: row.automatic,
    sender_check: row.sender_check,
    notices: row.notices,
    attachments: (row.attachments ?? []).map((attachment) => toAttachment(attachment, linker)),
    message_id: row.message_id,
    has_raw: row.has_raw,
    ...(row.taken_back && { taken_back: true as const }),
    delivery: row.delivery && {
      ...row.delivery,
      undo_until: row.delivery.undo_until && new Date(row.delivery.undo_until).toISOString(),
      sent_at: row.delivery.sent_at && new Date(row.delivery.sent_at).toISOString(),
      scheduled_for: row.delivery.scheduled_for && new Date(row.delivery.scheduled_for).toISOString(),
    },
    created_at: row.created_at.toISOString(),
  };
}

export function toTimelineEntry(row: TimelineRow, linker: Linker): z.input<typeof messageShape> | z.input<typeof timelineEventShape> {
  if (row.message) return { ...toMessage(row.message, linker), ...statusChange(row.data), ...givenTo(row.data) };
  return {
    id: row.event_id,
    type: row.event_type,
    ticket: row.ticket_number,
    actor: { type: row.actor_type, id: row.actor_id, name: row.actor_name ?? '' },
    data: row.data,
    ...(row.step_words && { steps: row.step_words.steps, ...(row.step_words.reason !== null && { reason: row.step_words.reason }) }),
    ...(row.escalation_words && Object.keys(row.escalation_words).length > 0 && { words: row.escalation_words }),
    created_at: row.event_created_at.toISOString(),
  };
}

/** As the message's event says it, whose `changes` the commands write. */
function statusChange(data: Record<string, unknown>): Pick<z.input<typeof messageShape>, 'status_change'> {
  const changes = data['changes'];
  const status = typeof changes === 'object' && changes !== null && 'status' in changes ? changes.status : undefined;
  return status ? { status_change: status as { from: TicketStatus; to: TicketStatus } } : {}; // only the commands write it
}

export function toParticipant(row: ParticipantRow): z.input<typeof participantShape> {
  return {
    id: row.id,
    customer: { id: row.person_id, name: row.customer_name, email: row.address },
    address: row.address,
    name: row.name,
    role: row.role,
    confirmed: row.confirmed,
  };
}

/** Only the commands that open tickets write a reason. */
function givenTo({ reason, assignee }: Record<string, unknown>): Pick<z.input<typeof messageShape>, 'given_to'> {
  return typeof assignee === 'number' && (reason === 'account_agent' || reason === 'account_deputy') ? { given_to: { agent: assignee, reason } } : {};
}
