import { z } from 'zod';
import { saysSomething } from './words.rules.ts';

const words = z
  .array(z.string().trim().min(1).max(100).regex(/^[^\0]*$/).refine(saysSomething, 'A letter or a figure'))
  .min(1)
  .max(20)
  .describe('Any of these; each is whole words, in any case, and `*` stands for any letters: `refund*`');

/** What was written. Not of views: they look through too many tickets too often. */
export const textConditions = {
  subject: words.optional().describe('In the subject'),
  message: words.optional().describe('In the customer’s newest message, its first 20,000 characters'),
};
export type TextConditions = { subject?: string[] | undefined; message?: string[] | undefined };
