import { z } from 'zod';
import { agentRoles } from '../../platform/auth/actor.ts';
import { country, id, language, line, moment, timeZone } from '../../platform/http/shapes.ts';
import { weekHours } from '../calendars/index.ts';

export const workspaceShape = z
  .object({
    id,
    slug: z.string(),
    name: z.string(),
    default_language: z.string(),
    time_zone: z.string(),
    country: z.string().nullable().describe('ISO 3166-1; null: as the time zone and the language say'),
    phone_country: z.string().nullable().describe('Where telephone numbers without a country code are at home; null when nothing tells'),
    hours: weekHours.nullable().describe('Those of the default calendar'),
    close_after_hours: z.int().describe('Solved tickets close by themselves after this many hours'),
    second_factor_roles: z.array(z.enum(agentRoles)).describe('Roles that must sign in with a second factor'),
    time_tracking: z.boolean().describe('Whether the time that agents spend on tickets is measured and kept'),
    account_first: z.boolean().describe('Whether a new ticket of somebody who has an account agent goes to that agent at once'),
    demo: z.boolean(),
    created_at: moment,
  })
  .meta({ id: 'Workspace' });

export const updateWorkspaceBody = z.strictObject({
  name: line(200).optional(),
  default_language: language.optional(),
  time_zone: timeZone.optional(),
  country: country.nullable().optional(),
  hours: weekHours.nullable().optional(),
  close_after_hours: z.int().min(1).max(8760).optional(),
  second_factor_roles: z.array(z.enum(agentRoles)).max(5).optional().describe('For owners only'),
  time_tracking: z.boolean().optional(),
  account_first: z.boolean().optional(),
});
export type UpdateWorkspaceBody = z.infer<typeof updateWorkspaceBody>;
