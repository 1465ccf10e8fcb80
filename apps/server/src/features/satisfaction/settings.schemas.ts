import { z } from 'zod';
import { id, language, longText, moment } from '../../platform/http/shapes.ts';
import { agentRef, brandRef } from '../tickets/index.ts';

const whole = (least: number, most: number) => z.int().min(least).max(most);
const tag = z.string().trim().toLowerCase().min(1).max(50).regex(/^[^\s,\0]+$/);
const question = longText(1_000).trim().describe('Empty: ours in that language');
const questions = z.strictObject({ en: question.optional(), sv: question.optional(), es: question.optional(), da: question.optional(), pl: question.optional() });

export const satisfactionSettingsShape = z
  .object({
    brand: brandRef,
    enabled: z.boolean(),
    enabled_at: moment.nullable().describe('What was solved before is not asked about'),
    delay_hours: z.int().describe('So long after a ticket was solved, then as soon as the brand’s hours are open'),
    every_days: z.int().describe('One customer at most once in so many days, over all their tickets'),
    ask_employees: z.boolean(),
    skip_tags: z.array(z.string()).describe('Tickets with one of these tags are left out'),
    questions: z.partialRecord(language, z.string()).describe('The brand’s own words by language, where it has some; may hold placeholders'),
    low_score: z.int().describe('This score of five and below is low'),
    change_days: z.int().describe('So long after the first answer the customer may change it'),
    lead: agentRef.nullable().describe('Who follows low scores up'),
    team: z.object({ id, name: z.string() }).nullable().describe('Else a lead of this team, else one of the ticket’s'),
  })
  .meta({ id: 'SatisfactionSettings' });

export const satisfactionSettingsList = z.object({
  items: z.array(satisfactionSettingsShape),
  defaults: z
    .record(language, z.object({ question: z.string(), scores: z.array(z.string()).describe('What 1 to 5 are called'), note: z.string() }))
    .describe('Our own words, by language'),
});

export const replaceSatisfactionSettings = z.strictObject({
  enabled: z.boolean(),
  delay_hours: whole(0, 720).default(24),
  every_days: whole(1, 365).default(30),
  ask_employees: z.boolean().default(true),
  skip_tags: z.array(tag).max(20).default([]),
  questions: questions.default({}),
  low_score: whole(1, 4).default(2),
  change_days: whole(0, 30).default(7),
  lead: id.nullable().default(null),
  team: id.nullable().default(null),
});
export type ReplaceSatisfactionSettings = z.infer<typeof replaceSatisfactionSettings>;
