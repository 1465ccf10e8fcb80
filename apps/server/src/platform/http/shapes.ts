import { z } from 'zod';
import { isCountry } from '../places/countries.ts';

/**
 * Shapes that many routes share. Every string is bounded, and none may hold NUL, which PostgreSQL refuses. Half a
 * surrogate pair, which it refuses in JSON, becomes U+FFFD.
 */

const noNul = /^[^\0]*$/;
const wellFormed = (value: string): string => value.toWellFormed();

/** One line of text, trimmed, 1 to `max` characters. */
export function line(max = 200) {
  return z.string().overwrite(wellFormed).trim().min(1).max(max).regex(/^[^\0\r\n]*$/, 'One line without control characters');
}

/** One line that may be empty. */
export function optionalLine(max = 200) {
  return z.string().overwrite(wellFormed).trim().max(max).regex(/^[^\0\r\n]*$/, 'One line without control characters');
}

/** Text of several lines. */
export function longText(max = 100_000) {
  return z.string().overwrite(wellFormed).max(max).regex(noNul, 'No NUL characters');
}

export const id = z.int().min(1).max(Number.MAX_SAFE_INTEGER);
export const idInPath = z.coerce.number().pipe(id);
export const emailAddress = z.string().trim().toLowerCase().max(254).pipe(z.email());
export const language = z.enum(['en', 'sv', 'es', 'da', 'pl']);
/** ISO 639-1 of a text or a person; any language, not only those of the screens. */
export const anyLanguage = z.string().regex(/^[a-z]{2,3}$/);
export const moment = z.iso.datetime().describe('RFC 3339, UTC');
export const timeZone = z.string().max(64).refine(isTimeZone, 'An IANA time zone such as Europe/Stockholm');
export const country = z.string().refine(isCountry, 'An ISO 3166-1 code such as SE');

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export const cursor = z.string().min(1).max(500).regex(/^[A-Za-z0-9_-]+$/).describe('Opaque; take it from next_cursor');
export const limit = z.coerce.number().int().min(1).max(100).default(50);
export const pageQuery = { cursor: cursor.optional(), limit };

/** `items`, and the cursor of the next page, null at the end. */
export function page<T extends z.core.$ZodType>(item: T) {
  return z.object({ items: z.array(item), next_cursor: z.string().nullable() });
}

export const problemShape = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    errors: z
      .array(
        z.object({
          field: z.string(),
          code: z.string(),
          message: z.string(),
          customer: z.object({ id: z.int(), name: z.string() }).optional().describe('Who has it already, if you see them'),
          approval: z
            .object({ rule: z.object({ id: z.int(), name: z.string() }), approver: z.enum(['lead', 'admin', 'named']), approvals: z.int(), people: z.array(z.object({ id: z.int(), name: z.string() })), words: z.literal(true).optional().describe('It holds the message itself back, which is asked for whole') })
            .optional()
            .describe('Which rule asks for whose word, and some of those who may give it'),
          changed: z
            .object({ by: z.object({ type: z.enum(['agent', 'customer', 'system']), id: z.int().nullable(), name: z.string() }), to: z.unknown() })
            .optional()
            .describe('By whom it was changed since you looked, and to what'),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details; `code` is stable' });

export const empty = z.null().describe('Nothing to say');
