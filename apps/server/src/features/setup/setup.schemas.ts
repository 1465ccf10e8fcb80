import { z } from 'zod';
import { emailAddress, language, line, timeZone } from '../../platform/http/shapes.ts';

/** In the order in which they are asked; the administrator, who comes first, is made by the link itself. */
export const setupStepNames = ['organisation', 'inbox', 'colleagues', 'demo'] as const;
export const setupStep = z.enum(setupStepNames);
const state = z.enum(['done', 'later']);
export type SetupSteps = Partial<Record<z.infer<typeof setupStep>, z.infer<typeof state>>>;

const key = z.string().min(1).max(200).regex(/^[A-Za-z0-9_-]+$/).describe('What stands behind # in the link');

export const checkLinkBody = z.strictObject({ key });

export const beginSetupBody = z.strictObject({
  key,
  name: line(100),
  email: emailAddress,
  password: z.string().min(10).max(256).regex(/^[^\0]*$/),
  language: language.optional(),
  time_zone: timeZone.optional(),
});
export type BeginSetupBody = z.infer<typeof beginSetupBody>;

export const waitingShape = z.object({ waiting: z.boolean().describe('Nobody can administer this installation yet: the terminal has printed a link') }).meta({ id: 'SetupWaiting' });

export const setupShape = z
  .object({
    open: z.boolean().describe('False once it is finished, and where it never ran'),
    mail: z.object({ host: z.string(), port: z.int(), outgoing: z.boolean().describe('A mail server for what goes out is configured') }).describe('Where mail can be forwarded to'),
    steps: z.array(z.object({ step: setupStep, state: z.enum(['open', 'done', 'later']) })),
  })
  .meta({ id: 'Setup' });

export const updateSetupBody = z.strictObject({
  step: setupStep.optional(),
  state: state.optional(),
  finished: z.literal(true).optional(),
});

export const demoShape = z
  .object({
    password: z.string().describe('The same for all of them'),
    logins: z.array(z.object({ name: z.string(), email: z.string(), role: z.string() })),
  })
  .meta({ id: 'DemoLogins' });
