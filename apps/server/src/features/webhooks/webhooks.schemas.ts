import { z } from 'zod';
import { eventTypes } from '../../platform/events/event-types.ts';
import { id, line, moment, pageQuery } from '../../platform/http/shapes.ts';
import { eventShape } from '../events/index.ts';
import { agentRef } from '../tickets/index.ts';

/** Of a workspace. */
export const mostWebhooks = 50;
/** Deliveries that one request sends again. */
export const mostReplayed = 1_000;
/** Days for which deliveries are kept. */
export const keptDays = 30;

const aType = z.enum(eventTypes);
const types = z.array(aType).min(1).max(eventTypes.length).nullable().describe('Only these types of events; null: all');
const brands = z.array(id).min(1).max(200).nullable().describe('Only events of these brands, and those that belong to no brand; null: all brands that its owner sees');
const url = z.string().trim().min(1).max(2_000).regex(/^[^\0\s]*$/, 'No spaces').describe('https; it must lead to the open internet. Redirects are not followed');

export const deliveryStates = ['waiting', 'delivered', 'failed', 'dropped'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** Why there was no answer. */
export const attemptErrors = ['address_not_allowed', 'not_found', 'too_slow', 'redirected', 'failed', 'too_large'] as const;
export type AttemptError = (typeof attemptErrors)[number];

const outcome = {
  status_code: z.int().nullable().describe('What was answered to the last attempt'),
  error: z.enum(attemptErrors).nullable().describe('Why there was no answer to the last attempt'),
};

export const deliveryShape = z
  .object({
    id,
    message: z.string().describe('`webhook-id`: the same for the same event, however often it is sent'),
    type: z.string().describe('Of the event; `webhook.test` for a test'),
    event: id.nullable().describe('Null: a test'),
    state: z.enum(deliveryStates).describe('dropped: its owner no longer sees the brand'),
    attempts: z.int(),
    next_attempt_at: moment.nullable(),
    last_attempt_at: moment.nullable(),
    ...outcome,
    duration_ms: z.int().nullable(),
    answer: z.string().nullable().describe('The first 1,000 characters of what was answered to the last attempt'),
    created_at: moment,
  })
  .meta({ id: 'WebhookDelivery' });

export const webhookShape = z
  .object({
    id,
    name: z.string(),
    url: z.string(),
    event_types: z.array(z.string()).nullable(),
    brands: z.array(id).nullable(),
    owner: agentRef.describe('It hears of what this agent may see, while they are an administrator'),
    status: z.enum(['active', 'paused', 'failing', 'gone']).describe('failing: nothing got through for three days; gone: it answered 410. Nothing is sent, and events are not kept for it, unless it is active'),
    owner_may: z.boolean().describe('False: the owner no longer works here or is no administrator any more; nothing is sent until another takes it over'),
    health: z.object({
      failures: z.int().describe('Attempts that failed since the last that did not'),
      failing_since: moment.nullable(),
      resting_until: moment.nullable().describe('Nothing is sent before'),
      last_delivered_at: moment.nullable(),
      last_attempt_at: moment.nullable(),
      waiting: z.int().describe('Deliveries to come; counted up to 1,000'),
      failed: z.int().describe('Given up on in the last 30 days; counted up to 1,000'),
    }),
    old_secret_until: moment.nullable().describe('Until then the secret before this one signs as well'),
    created_at: moment,
    updated_at: moment,
  })
  .meta({ id: 'Webhook' });

const secret = z.string().describe('`whsec_` and 256 bits in base64; shown this once');
export const newWebhookShape = webhookShape.extend({ secret }).meta({ id: 'NewWebhook' });

export const eventTypeList = z.object({ items: z.array(aType) });

export const webhookListQuery = z.strictObject(pageQuery);
export const deliveryListQuery = z.strictObject({ state: z.enum(deliveryStates).optional(), ...pageQuery });

export const createWebhookBody = z.strictObject({ name: line(100), url, event_types: types.optional(), brands: brands.optional() });
export type CreateWebhookBody = z.infer<typeof createWebhookBody>;

export const updateWebhookBody = z.strictObject({
  name: line(100).optional(),
  url: url.optional(),
  event_types: types.optional(),
  brands: brands.optional(),
  status: z.enum(['active', 'paused']).optional(),
  take_over: z.literal(true).optional().describe('Become its owner: from now on it hears of what you may see'),
});
export type UpdateWebhookBody = z.infer<typeof updateWebhookBody>;

export const rotateBody = z.strictObject({ overlap_hours: z.int().min(0).max(168).default(24).describe('For so long the old secret signs as well') });

export const replayBody = z.strictObject({ since: moment.describe('All that have been given up on and are not older than this, the oldest first, at most 1,000') });
export const replayed = z.object({ replayed: z.int(), more: z.boolean().describe('There are more: ask again') });

/** What is sent: the event as `GET /api/v1/events` gives it, in the envelope that Standard Webhooks recommends. */
export const webhookPayload = z
  .object({
    type: z.enum(eventTypes),
    timestamp: moment.describe('When it happened; the header `webhook-timestamp` says when it was sent'),
    data: eventShape,
  })
  .meta({ id: 'WebhookPayload', description: 'What is sent to a webhook. A test has the type `webhook.test` and `{"webhook": its id}` as data.' });
