import { z } from 'zod';
import { anyLanguage, id, idInPath, moment, pageQuery } from '../../platform/http/shapes.ts';
import { agentRef, brandRef } from '../tickets/index.ts';
import { dropReasons, surveyStates } from './satisfaction.rules.ts';

const score = z.int().describe('1 (very dissatisfied) to 5 (very satisfied)');
const followUp = z
  .object({ task: id.nullable().describe('Null: it was thrown away'), assignee: agentRef.nullable(), due_at: moment.nullable(), done: z.boolean() })
  .describe('Of a low score: the task for whoever leads');

export const surveyShape = z
  .object({
    id,
    ticket: id.describe('The ticket’s number'),
    state: z.enum(surveyStates),
    dropped_for: z.enum(dropReasons).nullable().describe('Why the customer is not asked'),
    asks_at: moment.nullable().describe('When the customer will be asked, if nothing comes between'),
    asked_at: moment.nullable(),
    language: anyLanguage.nullable(),
    score: score.nullable(),
    words: z.string().nullable(),
    low: z.boolean(),
    answered_at: moment.nullable(),
    changed_at: moment.nullable(),
    follow_up: followUp.nullable(),
  })
  .meta({ id: 'Survey' });

export const answerShape = surveyShape
  .extend({ subject: z.string(), requester: z.object({ id, name: z.string() }), assignee: agentRef.nullable(), brand: brandRef })
  .meta({ id: 'SatisfactionAnswer' });

export const surveyList = z.object({ items: z.array(surveyShape) });

export const answerListQuery = z.strictObject({
  brand: idInPath.optional(),
  score: z.coerce.number().pipe(z.int().min(1).max(5)).optional(),
  show: z.enum(['all', 'unfinished']).default('all').describe('`unfinished`: low scores whose follow-up is not done'),
  since: moment.optional(),
  until: moment.optional().describe('Answered before'),
  ...pageQuery,
});
export type AnswerListQuery = z.infer<typeof answerListQuery>;

export const figuresQuery = z.strictObject({ brand: idInPath.optional(), days: z.coerce.number().pipe(z.int().min(1).max(366)).default(90).describe('So many days up to today') });

const counts = { asked: z.int(), answered: z.int(), average: z.number().nullable().describe('Of 1 to 5; null without an answer'), scores: z.array(z.int()).length(5).describe('How many answered 1, 2, 3, 4 and 5') };
export const figuresShape = z
  .object({ since: z.iso.date(), until: z.iso.date(), ...counts, brands: z.array(z.object({ brand: brandRef, ...counts })) })
  .meta({ id: 'SatisfactionFigures', description: 'Customers count in the day on which they were asked, answers in that of the first answer' });
