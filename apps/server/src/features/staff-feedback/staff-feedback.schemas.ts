import { z } from 'zod';
import { cursor, id, idInPath, limit, longText, moment } from '../../platform/http/shapes.ts';
import { agentRef, brandRef } from '../tickets/index.ts';
import { feedbackChannels, feedbackKinds, feedbackOutcomes, historyKinds, toldHow } from './staff-feedback.rules.ts';

const words = (most: number) => longText(most).trim().min(1);
const told = z.object({ at: moment, how: z.enum(toldHow) });

export const feedbackShape = z
  .object({
    id,
    kind: z.enum(feedbackKinds),
    brand: brandRef,
    about: agentRef,
    ticket: id.nullable().describe('The ticket’s number'),
    customer: z.object({ id, name: z.string() }).nullable(),
    channel: z.enum(feedbackChannels),
    text: z.string(),
    wants: z.string().nullable().describe('What the customer wants'),
    received_at: moment,
    filed_by: agentRef,
    owner: agentRef.nullable().describe('Never the person named; null where there was nobody else'),
    acknowledge_by: moment.nullable(),
    acknowledged: told.nullable(),
    answer_by: moment.nullable(),
    answered: told.nullable(),
    outcome: z.enum(feedbackOutcomes).nullable(),
    outcome_text: z.string().nullable(),
    closed_at: moment.nullable(),
    released: z.object({ at: moment, text: z.string() }).nullable().describe('What the person named may read'),
    statement: z.object({ at: moment, text: z.string() }).nullable().describe('What the person named says to it'),
  })
  .meta({ id: 'StaffFeedback' });

export const feedbackFileShape = feedbackShape
  .extend({ history: z.array(z.object({ id, what: z.enum(historyKinds), by: agentRef, text: z.string().nullable(), at: moment })).describe('Who read and changed what, the newest 200, oldest first') })
  .meta({ id: 'StaffFeedbackFile' });

export const fileFeedbackBody = z.strictObject({
  kind: z.enum(feedbackKinds),
  about: id.describe('The agent whom it is about'),
  text: words(10_000).describe('In the customer’s words'),
  wants: words(2_000).optional().describe('What the customer wants'),
  ticket: id.optional().describe('The number of the ticket where it was said; it stays readable as it was'),
  brand: id.optional().describe('Without a ticket'),
  channel: z.enum(feedbackChannels).default('mail'),
  received_at: moment.optional().describe('Now, unless it came earlier'),
});
export type FileFeedbackBody = z.infer<typeof fileFeedbackBody>;

export const receiptShape = z
  .object({
    kind: z.enum(feedbackKinds),
    handed_to: agentRef.nullable().describe('Who deals with it; null: it is kept, and waits for somebody who may'),
    acknowledge_by: moment.nullable(),
    answer_by: moment.nullable(),
  })
  .meta({ id: 'StaffFeedbackReceipt' });

export const feedbackListQuery = z.strictObject({
  show: z.enum(['waiting', 'overdue', 'closed', 'all']).default('waiting'),
  kind: z.enum(feedbackKinds).optional(),
  cursor: cursor.optional(),
  limit,
});

export const feedbackPath = z.strictObject({ id: idInPath });
export const ownerBody = z.strictObject({ owner: id });
export const noteBody = z.strictObject({ text: words(5_000) });
export const toldBody = z.strictObject({ how: z.enum(toldHow), at: moment.optional().describe('Now, unless it was earlier'), text: words(5_000).optional().describe('What was said') });
export const closeBody = z.strictObject({ outcome: z.enum(feedbackOutcomes), text: words(5_000) });
export const releaseBody = z.strictObject({ text: words(10_000).describe('Words meant for the person named; the file itself stays closed to them') });

export const ownFeedbackShape = z
  .object({ id, kind: z.enum(feedbackKinds), text: z.string(), received_at: moment, released_at: moment, filed_by: agentRef.nullable().describe('Of a compliment'), statement: z.string().nullable() })
  .meta({ id: 'OwnStaffFeedback' });
export const ownFeedbackQuery = z.strictObject({ cursor: cursor.optional(), limit });

const days = (most: number) => z.int().min(1).max(most);
export const feedbackSettingsShape = z.object({ acknowledge_days: z.int(), answer_days: z.int() }).meta({ id: 'StaffFeedbackSettings' });
export const feedbackSettingsBody = z.strictObject({ acknowledge_days: days(30), answer_days: days(90) });
