import { z } from 'zod';
import { id, line, moment, pageQuery } from '../../platform/http/shapes.ts';

export const teamShape = z
  .object({
    id,
    name: z.string(),
    members: z.array(z.object({ id, name: z.string(), active: z.boolean() })),
    archived: z.boolean(),
    hands_out: z.boolean().describe('Its tickets are handed out, by its routing'),
    created_at: moment,
    updated_at: moment,
  })
  .meta({ id: 'Team' });

export const teamListQuery = z.strictObject({ show: z.enum(['active', 'archived', 'all']).default('active'), ...pageQuery });
export type TeamListQuery = z.infer<typeof teamListQuery>;

const members = z.array(id).max(1000).describe('Ids of all its agents');

export const createTeamBody = z.strictObject({ name: line(200), members: members.optional() });
export type CreateTeamBody = z.infer<typeof createTeamBody>;

export const updateTeamBody = z.strictObject({ name: line(200).optional(), members: members.optional(), archived: z.boolean().optional() });
export type UpdateTeamBody = z.infer<typeof updateTeamBody>;
