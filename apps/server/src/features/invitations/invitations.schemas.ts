import { z } from 'zod';
import { agentRoles } from '../../platform/auth/actor.ts';
import { emailAddress, id, language, line, moment, pageQuery } from '../../platform/http/shapes.ts';
import { password } from '../agents/index.ts';
import { linkToken } from '../system-mail/index.ts';

const brands = z.array(id).max(500);
const teams = z.array(id).max(100);
const by = z.enum(['mail', 'link']).default('mail').describe('`link`: no mail goes out; hand the link over yourself');

export const inviteBody = z.strictObject({
  email: emailAddress,
  role: z.enum(agentRoles).default('agent'),
  language: language.optional().describe('Of the mail and of their screens; the workspace’s without it'),
  all_brands: z.boolean().optional().describe('true without `brands`'),
  brands: brands.optional().describe('With these, only these'),
  teams: teams.optional(),
  by,
});
export type InviteBody = z.infer<typeof inviteBody>;

export const renewInvitationBody = z.strictObject({ by });

export const invitationShape = z
  .object({
    id,
    email: z.string(),
    role: z.enum(agentRoles),
    language: z.string(),
    all_brands: z.boolean(),
    brands: z.array(id).describe('Which of your brands they will see, when not all'),
    teams: z.array(id),
    invited_by: z.object({ id, name: z.string() }).nullable(),
    mail: z.enum(['none', 'waiting', 'sent', 'failed']).describe('`none`: the link is handed over by a person'),
    expires_at: moment,
    created_at: moment,
  })
  .meta({ id: 'Invitation' });

export const newInvitationShape = invitationShape
  .extend({ link: z.string().nullable().describe('Only when no mail goes out; shown this once, good for one use and 7 days') })
  .meta({ id: 'NewInvitation' });

export const invitationListQuery = z.strictObject(pageQuery);

export const lookBody = z.strictObject({ token: linkToken });
export const invitationView = z
  .object({
    workspace: z.string(),
    invited_by: z.string().nullable(),
    email: z.string(),
    role: z.enum(agentRoles),
    language: z.string(),
    known: z.boolean().describe('This address signs in here already: it joins with the password that it has'),
  })
  .meta({ id: 'InvitationView' });

export const acceptBody = z.strictObject({
  token: linkToken,
  name: line(200).optional().describe('Needed when the address is new here'),
  password: password.describe('A new one, or, when the address is known here, the one that it has'),
});
export type AcceptBody = z.infer<typeof acceptBody>;
