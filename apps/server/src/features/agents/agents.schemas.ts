import { z } from 'zod';
import { agentRoles } from '../../platform/auth/actor.ts';
import { emailAddress, id, language, line, moment, pageQuery, timeZone } from '../../platform/http/shapes.ts';

export const agentShape = z
  .object({
    id,
    name: z.string(),
    role: z.enum(agentRoles),
    active: z.boolean(),
    email: z.string().optional().describe('This and what follows: for administrators only'),
    language: z.string().optional(),
    time_zone: z.string().optional(),
    all_brands: z.boolean().optional(),
    brands: z.array(id).optional().describe('Which of your brands they see, when not all'),
    can_sign_in: z.boolean().optional().describe('A password has been set'),
    second_factor: z.boolean().optional().describe('Their password alone does not sign them in'),
    created_at: moment.optional(),
    updated_at: moment.optional(),
  })
  .meta({ id: 'Agent' });

export const agentListQuery = z.strictObject({
  show: z.enum(['active', 'inactive', 'all']).default('all'),
  clients: z.literal('also').optional().describe('Client readers as well, for administrators; they are no colleagues and left out without it'),
  team: z.coerce.number().pipe(id).optional(),
  ...pageQuery,
});
export type AgentListQuery = z.infer<typeof agentListQuery>;

/** As the sign-in library has it: 10 to 256 characters. */
export const password = z.string().min(10).max(256).regex(/^[^\0]*$/);
const brands = z.array(id).max(500);

export const createAgentBody = z.strictObject({
  name: line(200),
  email: emailAddress,
  role: z.enum(agentRoles).default('agent'),
  password: password.optional().describe('Without one they cannot sign in yet'),
  language: language.optional().describe('The workspace’s without it'),
  time_zone: timeZone.optional().describe('The workspace’s without it'),
  all_brands: z.boolean().optional().describe('true without `brands`'),
  brands: brands.optional().describe('With these, only these'),
});
export type CreateAgentBody = z.infer<typeof createAgentBody>;

export const updateAgentBody = z.strictObject({
  name: line(200).optional(),
  email: emailAddress.optional(),
  role: z.enum(agentRoles).optional(),
  password: password.optional(),
  language: language.optional(),
  time_zone: timeZone.optional(),
  all_brands: z.boolean().optional(),
  brands: brands.optional(),
  active: z.boolean().optional().describe('false ends their sessions and tokens at once, and for good'),
});
export type UpdateAgentBody = z.infer<typeof updateAgentBody>;
