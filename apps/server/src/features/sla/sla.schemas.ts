import { z } from 'zod';
import { id, line, moment } from '../../platform/http/shapes.ts';
import { ticketChannels, ticketKinds, ticketPriorities } from '../tickets/index.ts';

export const slaKinds = ['pickup', 'first_reply', 'next_reply', 'update', 'resolution'] as const;
export type SlaKind = (typeof slaKinds)[number];

/** Values that one condition can have. */
export const mostValues = 20;
const few = <T extends z.core.$ZodType>(item: T, most = mostValues) => z.array(item).min(1).max(most);
const tag = z.string().trim().toLowerCase().min(1).max(50).regex(/^[^\0\s,]+$/, 'No spaces or commas');

/** What a policy can ask of a ticket: the words of saved views that do not go by who reads or when. */
export const slaConditions = z
  .strictObject({
    brand: few(id).optional(),
    team: few(z.union([z.literal('none'), id])).optional(),
    priority: few(z.enum(ticketPriorities), 4).optional(),
    kind: few(z.enum(ticketKinds), 6).optional(),
    channel: few(z.enum(ticketChannels), 8).optional(),
    tag: few(tag).optional().describe('Any of these'),
    without_tag: few(tag).optional().describe('None of these'),
    requester: few(id).optional(),
    organization: few(id).optional(),
  })
  .meta({ id: 'SlaConditions' });
export type SlaConditions = z.infer<typeof slaConditions>;

/** At most a year. */
const minutes = z.int().min(1).max(527_040).nullable().describe('Null: nothing is promised');
export const slaTarget = z.strictObject({
  kind: z.enum(slaKinds),
  time: z.enum(['business', 'calendar']).describe('`business`: in the opening hours of the ticket’s brand; `calendar`: day and night'),
  minutes: z.strictObject({ low: minutes, normal: minutes, high: minutes, urgent: minutes }),
});
export type SlaTarget = z.infer<typeof slaTarget>;

/** Statuses in which a clock may rest. A solved ticket rests anyway. */
export const pausingStatuses = ['pending', 'on_hold'] as const;
const targets = z.array(slaTarget).max(slaKinds.length).refine((list) => new Set(list.map(({ kind }) => kind)).size === list.length, 'Each kind once');
const fields = {
  conditions: slaConditions,
  targets,
  pause: z.array(z.enum(pausingStatuses)).max(2),
  warn_minutes: z.int().min(0).max(10_080).describe('Warn so long before; 0: no warning'),
};

export const slaPolicyShape = z
  .object({ id, name: z.string(), position: z.int().describe('The first that fits a ticket counts for it'), active: z.boolean(), version: z.int(), ...fields, created_at: moment, updated_at: moment })
  .meta({ id: 'SlaPolicy' });

export const createSlaPolicyBody = z.strictObject({
  name: line(100),
  conditions: fields.conditions.optional().describe('None: every ticket'),
  targets: fields.targets,
  pause: fields.pause.optional(),
  warn_minutes: fields.warn_minutes.optional(),
});
export type CreateSlaPolicyBody = z.infer<typeof createSlaPolicyBody>;

export const updateSlaPolicyBody = z.strictObject({
  name: line(100).optional(),
  active: z.boolean().optional(),
  conditions: fields.conditions.optional(),
  targets: fields.targets.optional().describe('All of them'),
  pause: fields.pause.optional(),
  warn_minutes: fields.warn_minutes.optional(),
  before: id.nullable().optional().describe('Puts it before this policy; null: at the end'),
});
export type UpdateSlaPolicyBody = z.infer<typeof updateSlaPolicyBody>;

const states = z.enum(['running', 'warned', 'breached', 'resting', 'met', 'dropped', 'replaced']);
export type SlaState = z.infer<typeof states>;
const standing = {
  kind: z.enum(slaKinds),
  state: states.describe('`resting`: its clock is stopped; `dropped`: there was nothing left to do; `replaced`: the next row of the same kind tells how it went on'),
  due_at: moment.nullable().describe('Null while it rests, and where the opening hours never come'),
  left_seconds: z.int().describe('Of a resting one: what is left when it goes on'),
};

export const slaTargetRow = z.object({
  id,
  ...standing,
  started_at: moment.describe('When the clock was started'),
  began_at: moment.describe('When this row of its history began'),
  reason: z.enum(['started', 'paused', 'resumed', 'reopened', 'terms']).describe('Why it began; `terms`: another priority, brand, policy or other opening hours'),
  business: z.boolean(),
  minutes: z.int(),
  priority: z.enum(ticketPriorities),
  policy: z.object({ id, name: z.string().nullable().describe('Null: deleted since'), version: z.int() }),
  breached_at: moment.nullable(),
  ended_at: moment.nullable(),
});

export const ticketSlaShape = z
  .object({ items: z.array(slaTargetRow).describe('Newest first: those that stand (`ended_at` null) and the history of all; at most 200') })
  .meta({ id: 'TicketSla' });

export const slaDueQuery = z.strictObject({ tickets: z.string().max(1200).regex(/^\d{1,15}(,\d{1,15}){0,99}$/, 'Up to 100 numbers of tickets with commas between') });
export const slaDueShape = z.object({ items: z.array(z.object({ ticket: z.int(), ...standing })) }).meta({ id: 'SlaDue' });

export const slaCheckQuery = z.strictObject({ ticket: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) });
export const slaCheckShape = z
  .object({
    ticket: z.int(),
    policy: z.object({ id, name: z.string() }).nullable().describe('The first active one that fits; null: nothing is promised'),
    items: z.array(z.object({ kind: z.enum(slaKinds), minutes: z.int(), business: z.boolean(), started_at: moment, ended_at: moment.nullable(), due_at: moment.nullable(), breached_at: moment.nullable(), used_seconds: z.int(), resting: z.boolean() })),
  })
  .meta({ id: 'SlaCheck' });
