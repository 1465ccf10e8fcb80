import { z } from 'zod';
import { anyLanguage, id, line, moment, pageQuery } from '../../platform/http/shapes.ts';

/** Live ones of a workspace. */
export const mostSkills = 1_000;

export const skillKinds = ['product', 'technology', 'language', 'certificate'] as const;
export type SkillKind = (typeof skillKinds)[number];

export const skillShape = z
  .object({
    id,
    kind: z.enum(skillKinds),
    name: z.string(),
    language: z.string().nullable().describe('ISO 639-1, of the kind `language` only'),
    people: z.int().describe('Active agents whom it counts for now'),
    archived: z.boolean().describe('Counts for nobody'),
    created_at: moment,
    updated_at: moment,
  })
  .meta({ id: 'Skill' });

export const skillListQuery = z.strictObject({ show: z.enum(['active', 'archived', 'all']).default('active'), kind: z.enum(skillKinds).optional(), ...pageQuery });

export const createSkillBody = z.strictObject({
  kind: z.enum(skillKinds).describe('Never changes'),
  name: line(100),
  language: anyLanguage.optional().describe('Of the kind `language`, which needs it; never changes'),
});
export type CreateSkillBody = z.infer<typeof createSkillBody>;

export const updateSkillBody = z.strictObject({ name: line(100).optional(), archived: z.boolean().optional() });
export type UpdateSkillBody = z.infer<typeof updateSkillBody>;
