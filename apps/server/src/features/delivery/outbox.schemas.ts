import { z } from 'zod';
import { id, moment, pageQuery } from '../../platform/http/shapes.ts';
import { alongShape } from './along.schemas.ts';
import { outboxKinds, outboxStatuses } from './delivery.types.ts';
import type { OutboxRow } from './outbox.queries.ts';

const address = z.object({ name: z.string(), address: z.string() });

export const outboxShape = z
  .object({
    id,
    ticket: id.nullable().describe('The ticket’s number'),
    message: id.nullable().describe('The message’s id'),
    kind: z.enum(outboxKinds).describe('`side`: to the people of a side conversation'),
    status: z.enum(outboxStatuses),
    waiting_for: z.enum(['time', 'configuration', 'hold']).nullable().describe('Why a queued one does not go now: its time, no SMTP server or no inbox to send from, or OMBUD_OUTBOUND=hold'),
    from: address,
    to: z.array(address),
    cc: z.array(address),
    bcc: z.array(address),
    subject: z.string(),
    message_id: z.string().describe('In angle brackets'),
    recipients: z.array(z.object({ address: z.string(), status: z.enum(['waiting', 'accepted', 'refused']) })).describe('The envelope'),
    attempts: z.int(),
    next_attempt_at: moment.nullable(),
    scheduled_for: moment.nullable().describe('Sent later, not before this'),
    unless_answered: z.boolean().describe('It is stopped if the customer writes before'),
    last_error: z.string().nullable(),
    sent_at: moment.nullable(),
    created_at: moment,
  })
  .meta({ id: 'OutboxMail' });

export const outboxDetailShape = outboxShape
  .extend({
    headers: z.array(z.object({ name: z.string(), value: z.string() })),
    text: z.string(),
    html: z.string(),
    source: z.string().describe('The mail exactly as it is sent'),
    source_cut: z.boolean().describe('It is longer than the 1 MB shown'),
  })
  .meta({ id: 'OutboxMailDetail' });

export const cancelledShape = outboxShape.extend({ along: alongShape }).meta({ id: 'CancelledMail' });

export const outboxListQuery = z.strictObject({ status: z.enum(outboxStatuses).optional(), ...pageQuery });

export function viewOutbox(row: OutboxRow, way: { hold: boolean; hasDefault: boolean }, now: Date): z.infer<typeof outboxShape> {
  return {
    id: row.id,
    ticket: row.ticket_number,
    message: row.message_id,
    kind: row.kind,
    status: row.status,
    waiting_for: waitingFor(row, way, now),
    from: row.mail.from,
    to: row.mail.to,
    cc: row.mail.cc,
    bcc: row.mail.bcc ?? [],
    subject: row.mail.subject,
    message_id: row.mail_message_id,
    recipients: row.envelope_to.map((recipient) => ({
      address: recipient,
      status: row.accepted.includes(recipient) ? 'accepted' : row.refused.includes(recipient) ? 'refused' : 'waiting',
    })),
    attempts: row.attempts,
    next_attempt_at: row.next_attempt_at?.toISOString() ?? null,
    scheduled_for: row.scheduled_for?.toISOString() ?? null,
    unless_answered: row.unless_answered,
    last_error: row.last_error,
    sent_at: row.sent_at?.toISOString() ?? null,
    created_at: row.created_at.toISOString(),
  };
}

function waitingFor(row: OutboxRow, way: { hold: boolean; hasDefault: boolean }, now: Date): 'time' | 'configuration' | 'hold' | null {
  if (row.status !== 'queued') return null;
  if (way.hold) return 'hold';
  if (row.homeless || (!way.hasDefault && !row.has_way)) return 'configuration';
  return row.next_attempt_at !== null && row.next_attempt_at > now ? 'time' : null;
}

export const scheduleBody = z.strictObject({
  send_at: moment.nullable().describe('Null: at once'),
  unless_answered: z.boolean().optional().describe('As it was without it'),
});
