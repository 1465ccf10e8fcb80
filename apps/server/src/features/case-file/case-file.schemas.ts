import { z } from 'zod';
import { language, timeZone } from '../../platform/http/shapes.ts';

export const caseFileQuery = z.strictObject({
  format: z.enum(['pdf', 'json', 'html']).default('pdf').describe('`html` is a page to print'),
  notes: z.enum(['true', 'false']).default('true').transform((value) => value === 'true').describe('With internal notes'),
  zone: timeZone.optional().describe('The times stand in this IANA time zone; your own without it'),
  language: language.optional().describe('Of the file’s own words; yours without it'),
});
