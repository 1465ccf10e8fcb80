import { z } from 'zod';
import { agentRoles } from '../../platform/auth/actor.ts';
import { id, idInPath, moment, optionalLine, pageQuery } from '../../platform/http/shapes.ts';
import { skillKinds } from '../skills/index.ts';
import { agentRef, ticketChannels } from '../tickets/index.ts';
import { availabilities } from './availability.rules.ts';

/** Of one agent and one kind, not over yet. */
export const mostPlanned = 200;
/** Of one agent. */
export const mostAgentSkills = 200;
/** ms */
export const longest = { time_off: 2 * 366 * 86_400_000, shift: 86_400_000 } as const;

const tier = z.int().min(1).max(3).describe('First, second or third line');
const level = z.int().min(1).max(5).describe('1: knows the basics, 3: works alone, 5: teaches others');
const channel = z.enum(ticketChannels);
const times = { starts_at: moment, ends_at: moment };

export const agentWorkShape = z
  .object({
    agent: agentRef,
    role: z.enum(agentRoles),
    active: z.boolean(),
    tier,
    availability: z.enum(availabilities).describe('`online` takes cases that are handed out, `busy` is at work and takes none'),
    since: moment.describe('When they said so'),
    from_home: z.boolean(),
    scheduled: z.boolean().describe('Within their working hours or on a shift now, and no time off'),
    in_working_hours: z.boolean().describe('Or on a shift'),
    off: z.object({ ...times, now: z.boolean().describe('It has begun') }).nullable().describe('The time off that is running, or comes next'),
    calendar: z.object({ id, name: z.string() }).nullable().describe('Their own working hours; null: whenever the desk is open'),
    skills: z.array(
      z.object({ id, kind: z.enum(skillKinds), name: z.string(), language: z.string().nullable(), level, expires_at: moment.nullable(), counts: z.boolean().describe('It has not expired') }),
    ),
    limits: z.array(z.object({ channel, most: z.int() })).describe('How many open cases are handed to them at most; other channels: the desk’s usual limit'),
    open: z.array(z.object({ channel, cases: z.int() })).describe('New and open tickets that are theirs, of brands that you see; counted up to 1,000'),
    may_edit: z.boolean(),
  })
  .meta({ id: 'AgentWork' });

export const availabilityListQuery = z.strictObject({
  availability: z.enum(availabilities).optional(),
  team: idInPath.optional(),
  skill: idInPath.optional().describe('Who has it, and it counts now'),
  ...pageQuery,
});

export const setAvailabilityBody = z.strictObject({
  availability: z.enum(availabilities),
  from_home: z.boolean().optional().describe('As before without it'),
});
export type SetAvailabilityBody = z.infer<typeof setAvailabilityBody>;

const limits = z
  .array(z.strictObject({ channel, most: z.int().min(0).max(500) }))
  .max(ticketChannels.length)
  .refine((list) => new Set(list.map((each) => each.channel)).size === list.length, 'Each channel once');

export const updateAgentWorkBody = z.strictObject({
  tier: tier.optional(),
  calendar: id.nullable().optional().describe('Null: whenever the desk is open'),
  limits: limits.optional().describe('All of them'),
});
export type UpdateAgentWorkBody = z.infer<typeof updateAgentWorkBody>;

export const giveSkillBody = z.strictObject({ level, expires_at: moment.nullable().optional().describe('From then on it counts no more; without an end without it') });
export type GiveSkillBody = z.infer<typeof giveSkillBody>;

export const timeOffShape = z.object({ id, ...times, reason: z.string(), created_at: moment }).meta({ id: 'TimeOff' });
export const shiftShape = z.object({ id, ...times, reason: z.string(), created_at: moment }).meta({ id: 'Shift' });
export const plannedListQuery = z.strictObject(pageQuery);
export const addTimeOffBody = z.strictObject({ starts_at: moment, ends_at: moment.describe('Within two years of its beginning'), reason: optionalLine(200).default('') });
export const addShiftBody = z.strictObject({ starts_at: moment, ends_at: moment.describe('Within 24 hours of its beginning'), reason: optionalLine(200).default('') });
export type AddPlannedBody = z.infer<typeof addTimeOffBody>;
