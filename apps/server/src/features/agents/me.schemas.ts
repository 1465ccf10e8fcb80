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
  'macros.share',
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

const stroke = String.raw`(?:mod\+)?(?:shift\+)?(?:[^\s\p{C}]|enter|esc|space|up|down|left|right|home|end|pageup|pagedown|backspace|delete|f[1-9]|f1[0-2])`;
const combo = z.string().max(40).regex(new RegExp(`^${stroke}(?: ${stroke})?$`, 'u'), 'Such as r, mod+enter or g i; never with Alt');
const ownKeys = z
  .record(z.string().regex(/^[a-zA-Z][\w./-]{0,59}$/), z.array(combo).max(3))
  .refine((keys) => Object.keys(keys).length <= 200, 'At most 200 commands')
  .describe('The own keys of commands, by their id, instead of those they come with; none: switched off');

const looks = {
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['dense', 'comfortable']),
  text_size: z.enum(['small', 'medium', 'large', 'larger']),
  motion: z.enum(['system', 'reduced']).describe('`reduced`: nothing moves, whatever the system says'),
  contrast: z.enum(['system', 'more']).describe('`more`: stronger lines and texts, whatever the system says'),
  underline_links: z.boolean(),
};
const viewOrder = z.array(id).max(300).describe('Ids of saved views in the agent’s own order; the others follow');

export const preferencesShape = z
  .object({
    ...looks,
    single_keys: z.boolean().describe('Keys without Ctrl or Alt do something'),
    keys: ownKeys,
    reading: z.enum(['split', 'full']).describe('A ticket beside the list, or in its place'),
    view_order: viewOrder,
    panels,
  })
  .meta({ id: 'Preferences' });
export type Preferences = z.infer<typeof preferencesShape>;

export const defaultPreferences: Preferences = {
  theme: 'system', density: 'comfortable', text_size: 'medium', motion: 'system', contrast: 'system', underline_links: false, single_keys: true, reading: 'split', view_order: [], keys: {}, panels: {},
};

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
    brands: z.array(z.object({ id, slug: z.string(), name: z.string(), color: z.string(), default_language: z.string(), is_default: z.boolean(), wrap_up: z.enum(['off', 'asked', 'required']), teams: z.array(id).nullable().describe('Ids of the teams that may serve it; null: all') })).describe('Those that this agent sees'),
    teams: z.array(z.object({ id, name: z.string() })),
    preferences: preferencesShape,
  })
  .meta({ id: 'Me' });

export const updateMeBody = z.strictObject({
  name: line(200).optional(),
  language: language.optional(),
  time_zone: timeZone.optional(),
  signature: longText(5_000).optional().describe('Stands above the brand’s below replies; may name the same placeholders'),
  preferences: z
    .strictObject({
      ...z.object(looks).partial().shape,
      single_keys: z.boolean().optional(),
      keys: ownKeys.optional().describe('All of them at once'),
      reading: z.enum(['split', 'full']).optional(),
      view_order: viewOrder.optional(),
      panels: panels.optional().describe('All panels at once'),
    })
    .optional()
    .describe('Those that are named change'),
});
export type UpdateMeBody = z.infer<typeof updateMeBody>;
