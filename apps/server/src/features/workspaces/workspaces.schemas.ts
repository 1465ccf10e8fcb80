import { z } from 'zod';
import { id, language, line, moment, timeZone } from '../../platform/http/shapes.ts';

export const workspaceShape = z
  .object({
    id,
    slug: z.string(),
    name: z.string(),
    default_language: z.string(),
    time_zone: z.string(),
    close_after_hours: z.int().describe('Solved tickets close by themselves after this many hours'),
    demo: z.boolean(),
    created_at: moment,
  })
  .meta({ id: 'Workspace' });

export const updateWorkspaceBody = z.strictObject({
  name: line(200).optional(),
  default_language: language.optional(),
  time_zone: timeZone.optional(),
  close_after_hours: z.int().min(1).max(8760).optional(),
});
export type UpdateWorkspaceBody = z.infer<typeof updateWorkspaceBody>;
