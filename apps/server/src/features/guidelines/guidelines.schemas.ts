import { z } from 'zod';
import { id, line, longText, moment, pageQuery } from '../../platform/http/shapes.ts';
import { agentRef, brandRef } from '../tickets/index.ts';
import { ticketConditions } from '../views/index.ts';

/** Live ones of a workspace, and versions of one. */
export const mostLive = 500;
export const mostVersions = 1_000;
/** So many are shown with a ticket. */
export const mostShown = 50;
const longest = 10_000;

/** A closed list: whenever such a case is read, while the customer is written to, when a case is put into this status. */
export const guidelineMoments = ['case', 'reply', 'pending', 'on_hold', 'solved'] as const;
export type GuidelineMoment = (typeof guidelineMoments)[number];
const aMoment = z.enum(guidelineMoments);

export type GuidelineConditions = z.infer<typeof ticketConditions>;

export const versionShape = z
  .object({
    version: z.int().describe('Counts from 1'),
    text: z.string().describe('Plain text; lines that begin with “- ” are a list'),
    moments: z.array(aMoment),
    conditions: ticketConditions,
    effective_from: moment,
    effective_until: moment.nullable().describe('After it, whatever was in force before is so again; null: without an end'),
    in_force: z.boolean().describe('Now'),
    withdrawn: z.boolean().describe('Taken back before it had begun'),
    created_by: agentRef,
    created_at: moment,
  })
  .meta({ id: 'GuidelineVersion' });

export const guidelineShape = z
  .object({
    id,
    name: z.string(),
    brand: brandRef.nullable().describe('Null: all brands. Never changes'),
    version: versionShape.describe('The one in force; else the next that is to come; else the last one'),
    newest_version: z.int().describe('The number of the newest that was written, whenever it begins'),
    next_from: moment.nullable().describe('When the next version begins, if one is to come'),
    may_edit: z.boolean(),
    known: z.boolean().describe('The asking agent has said that they know this version'),
    archived: z.boolean(),
    created_at: moment,
    updated_at: moment,
  })
  .meta({ id: 'Guideline' });

export const guidelineListQuery = z.strictObject({
  show: z.enum(['active', 'archived', 'all']).default('active'),
  moments: z
    .string()
    .max(100)
    .transform((text) => text.split(','))
    .pipe(z.array(aMoment).min(1).max(5))
    .optional()
    .describe('Only those in force now that matter at one of these moments, with commas between them'),
  ...pageQuery,
});
export const versionListQuery = z.strictObject(pageQuery);

const content = {
  text: longText(longest).trim().min(1),
  moments: z.array(aMoment).min(1).max(5),
  conditions: ticketConditions.optional().describe('All of them; every ticket of the brand without it'),
  effective_from: moment.optional().describe('A moment to come; at once without it'),
  effective_until: moment.nullable().optional().describe('Without an end without it'),
};

export const createGuidelineBody = z.strictObject({ name: line(100), brand: id.nullable().optional().describe('Null or left out: all brands, which takes somebody who sees them all'), ...content });
export type CreateGuidelineBody = z.infer<typeof createGuidelineBody>;

export const addVersionBody = z.strictObject({ ...content, seen: z.int().min(1).max(1_000_000).optional().describe('newest_version as the writer had it before them: if there is a newer one, nothing is written') });
export type AddVersionBody = z.infer<typeof addVersionBody>;

export const updateGuidelineBody = z.strictObject({ name: line(100).optional(), archived: z.boolean().optional().describe('An archived one is not in force') });
export type UpdateGuidelineBody = z.infer<typeof updateGuidelineBody>;

export const updateVersionBody = z.strictObject({ withdrawn: z.boolean().describe('Only of a version that has not begun') });

export const knownBody = z.strictObject({ version: z.int().min(1).max(1_000_000) });

export const ticketGuidelines = z.object({
  items: z.array(
    z
      .object({
        id,
        name: z.string(),
        brand: brandRef.nullable(),
        version: z.int(),
        text: z.string(),
        moments: z.array(aMoment),
        since: moment.describe('When this version came into force'),
        until: moment.nullable(),
        known: z.boolean().describe('The asking agent has said that they know this version'),
      })
      .meta({ id: 'TicketGuideline' }),
  ),
  more: z.boolean().describe('More than fifty fit; the rest is left out'),
});
