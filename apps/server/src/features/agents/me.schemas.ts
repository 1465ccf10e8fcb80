import { z } from 'zod';
import { agentRoles } from '../../platform/auth/actor.ts';
import { id, language, line, longText, timeZone } from '../../platform/http/shapes.ts';

/** What a role allows, for the screens to show or hide; every route checks for itself. */
export const permissions = [
  'tickets.read',
  'tickets.write',
  'customers.write',
  'customers.import',
  'blocks.write',
  'tokens.manage',
  'teams.manage',
  'settings.manage',
  'agents.manage',
  'owners.manage',
] as const;
export type Permission = (typeof permissions)[number];

const panelName = z.string().regex(/^[a-z][a-z0-9_.-]{0,39}$/);
const panels = z
  .record(panelName, z.int().min(0).max(10_000))
  .refine((sizes) => Object.keys(sizes).length <= 30, 'At most 30 panels')
  .describe('Size of each panel in pixels; 0: folded');

const viewOrder = z.array(id).max(300).describe('Ids of saved views in the agent’s own order; the others follow');

export const preferencesShape = z
  .object({
    theme: z.enum(['system', 'light', 'dark']),
    density: z.enum(['dense', 'comfortable']),
    single_keys: z.boolean().describe('Keys without Ctrl or Alt do something'),
    text_size: z.enum(['small', 'medium', 'large', 'larger']),
    reading: z.enum(['split', 'full']).describe('A ticket beside the list, or in its place'),
    view_order: viewOrder,
    panels,
  })
  .meta({ id: 'Preferences' });
export type Preferences = z.infer<typeof preferencesShape>;

export const defaultPreferences: Preferences = { theme: 'system', density: 'comfortable', single_keys: true, text_size: 'medium', reading: 'split', view_order: [], panels: {} };

/** What is stored may be older than the shape: unknown or outdated parts fall back to the defaults. */
export function readPreferences(stored: unknown): Preferences {
  const given = typeof stored === 'object' && stored !== null ? stored : {};
  const whole = preferencesShape.safeParse({ ...defaultPreferences, ...given });
  return whole.success ? whole.data : defaultPreferences;
}

export const meShape = z
  .object({
    agent: z.object({ id, name: z.string(), email: z.string(), language: z.string(), time_zone: z.string(), signature: z.string() }),
    role: z.enum(agentRoles),
    permissions: z.array(z.enum(permissions)),
    workspace: z.object({ id, slug: z.string(), name: z.string(), default_language: z.string(), time_zone: z.string(), demo: z.boolean(), setting_up: z.boolean().describe('The set-up in the browser is not finished') }),
    all_brands: z.boolean(),
    brands: z.array(z.object({ id, slug: z.string(), name: z.string(), color: z.string(), default_language: z.string(), is_default: z.boolean() })).describe('Those that this agent sees'),
    teams: z.array(z.object({ id, name: z.string() })),
    preferences: preferencesShape,
  })
  .meta({ id: 'Me' });

export const updateMeBody = z.strictObject({
  name: line(200).optional(),
  language: language.optional(),
  time_zone: timeZone.optional(),
  signature: longText(5_000).optional(),
  preferences: z
    .strictObject({
      theme: z.enum(['system', 'light', 'dark']).optional(),
      density: z.enum(['dense', 'comfortable']).optional(),
      single_keys: z.boolean().optional(),
      text_size: z.enum(['small', 'medium', 'large', 'larger']).optional(),
      reading: z.enum(['split', 'full']).optional(),
      view_order: viewOrder.optional(),
      panels: panels.optional().describe('All panels at once'),
    })
    .optional()
    .describe('Those that are named change'),
});
export type UpdateMeBody = z.infer<typeof updateMeBody>;
