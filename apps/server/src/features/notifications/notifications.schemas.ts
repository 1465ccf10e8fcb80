import { z } from 'zod';
import { cursor, id, limit, moment } from '../../platform/http/shapes.ts';
import { kinds } from './kinds.ts';
import { quietHoursShape, workingDaysShape } from './quiet.rules.ts';

/** Counting stops here. */
export const mostCounted = 1_000;

export const notificationShape = z
  .object({
    id,
    kind: z.enum(kinds).describe('Why this agent hears of it'),
    aside: z.boolean().describe('With `answered`: not the customer but somebody who was asked in a side conversation, whom `actor` names'),
    ticket: z.object({ number: id, subject: z.string(), status: z.string(), brand: id }).nullable().describe('Null: it is about a complaint or a compliment'),
    feedback: z.object({ id, due_at: moment.nullable().describe('The deadline that it tells of') }).nullable().describe('The complaint that this agent owns, or the compliment about them; without a ticket'),
    offer: id.nullable().describe('With `offered`; gone as soon as the offer is over'),
    message: id.nullable(),
    line: z.string().nullable().describe('How its message begins, what is asked, or what the compliment says'),
    approval: z.object({ id, state: z.string(), open: z.boolean().describe('It waits, and this agent has not answered') }).nullable().describe('With `approval_asked` and `approval_answered`'),
    actor: z.object({ type: z.enum(['agent', 'customer', 'system']), id: id.nullable(), name: z.string().nullable() }),
    read: z.boolean(),
    happened_at: moment,
  })
  .meta({ id: 'Notification' });

export const notificationListQuery = z.strictObject({
  unread: z.enum(['true', 'false']).default('false').describe('Only what has not been read'),
  cursor: cursor.optional(),
  limit,
});

export const bellShape = z
  .object({
    unread: z.int().min(0).describe(`Counting stops at ${mostCounted}`),
    newest: id.nullable().describe('The newest unread one'),
    ring: id.nullable().describe('The newest unread one that may be heard'),
  })
  .meta({ id: 'Bell' });

export const markReadBody = z.strictObject({
  ids: z.array(id).min(1).max(1_000).optional().describe('These'),
  up_to: id.optional().describe('All up to this one'),
  ticket: id.optional().describe('All of the ticket with this number'),
});

export const markUnreadBody = z.strictObject({ at: moment.describe('What was marked as read at this moment, as the answer said') });
export const markedShape = z.object({ marked: z.int().min(0), at: moment.describe('To take it back') });

const oneKind = z.object({
  app: z.boolean().describe('In the app'),
  sound: z.boolean().describe('With a sound where the app is open'),
  push: z.boolean().describe('To the devices that allow it'),
  mail: z.boolean().describe('By mail, when it is still unread after a while'),
});
const waysShape = z.object(Object.fromEntries(kinds.map((kind) => [kind, oneKind])) as Record<(typeof kinds)[number], typeof oneKind>); // each kind has its own
const wayChange = z.strictObject({ app: z.boolean().optional(), sound: z.boolean().optional(), push: z.boolean().optional(), mail: z.boolean().optional() });
const waysChange = z.strictObject({
  ...(Object.fromEntries(kinds.map((kind) => [kind, wayChange.optional()])) as Record<Exclude<(typeof kinds)[number], 'offered'>, z.ZodOptional<typeof wayChange>>), // each kind has its own
  offered: wayChange.omit({ mail: true }).optional().describe('Never by mail, which comes too late'),
});

export const notificationSettingsShape = z
  .object({
    ways: waysShape,
    quiet: z.object({
      until: moment.nullable().describe('Do not disturb until then'),
      hours: quietHoursShape.nullable().describe('Do not disturb between these, every day'),
      working_days: workingDaysShape.nullable().describe('Do not disturb on other days; null: every day is one'),
    }),
    quiet_now: moment.nullable().describe('Nobody disturbs this agent now; until then'),
    push_key: z.string().describe('The public key of this installation for subscriptions (RFC 8292)'),
  })
  .meta({ id: 'NotificationSettings' });

export const updateSettingsBody = z.strictObject({
  ways: waysChange.optional().describe('Those that are named change'),
  quiet_until: moment.nullable().optional(),
  quiet_hours: quietHoursShape.nullable().optional(),
  working_days: workingDaysShape.nullable().optional(),
});
export type UpdateSettingsBody = z.infer<typeof updateSettingsBody>;

export const deviceShape = z
  .object({
    id,
    browser: z.string().nullable(),
    system: z.string().nullable(),
    current: z.boolean().describe('The one of this session'),
    last_sent_at: moment.nullable(),
    failing: z.boolean().describe('The last message could not be handed over'),
    created_at: moment,
  })
  .meta({ id: 'PushDevice' });

/** A PushSubscription as browsers write it (W3C Push API §8). */
export const addDeviceBody = z.strictObject({
  endpoint: z.url({ protocol: /^https$/ }).max(1_000),
  p256dh: z.string().regex(/^[A-Za-z0-9_-]{87}=?$/).describe('The browser’s public key, base64url'),
  auth: z.string().regex(/^[A-Za-z0-9_-]{22}={0,2}$/).describe('16 bytes, base64url'),
});
