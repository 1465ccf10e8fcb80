import { z } from 'zod';
import { Problem } from '../errors/problem.ts';

/** Opaque to callers: base64url of a small JSON array. */
export function encodeCursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** @throws Problem invalid_cursor when it is not of the given shape. */
export function decodeCursor<T>(cursor: string, shape: { safeParse(value: unknown): { success: true; data: T } | { success: false } }): T {
  try {
    const parsed = shape.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    if (parsed.success) return parsed.data;
  } catch {
    // Falls through: anything unreadable is no cursor of ours.
  }
  throw new Problem('invalid_cursor', undefined, [{ field: 'cursor', code: 'invalid_cursor', message: 'Not a cursor of ours' }]);
}

const safeId = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
/** PostgreSQL's text of a timestamptz in UTC with microseconds, which JavaScript's Date would cut. */
const exactMoment = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/)
  .refine(isMoment);
/** PostgreSQL refuses a 30th of February, which JavaScript takes for the 2nd of March, and a year 0. */
function isMoment(text: string): boolean {
  const milliseconds = Date.parse(`${text.slice(0, 23)}Z`);
  return milliseconds > Date.UTC(1970) && new Date(milliseconds).toISOString() === `${text.slice(0, 23)}Z`;
}

export const momentAndId = z.tuple([exactMoment, safeId]);
/** The last: in which part of the list, of four at most. */
export const momentIdAndPart = z.tuple([exactMoment, safeId, z.literal([0, 1, 2, 3])]);
export const onlyId = z.tuple([safeId]);
export const twoIds = z.tuple([safeId, safeId]);

/** A page out of `limit + 1` rows: the surplus row only says that there is more. */
export function toPage<Row, Item>(rows: Row[], limit: number, cursorOf: (row: Row) => readonly (string | number)[], view: (row: Row) => Item) {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(view), next_cursor: rows.length > limit && last ? encodeCursor(cursorOf(last)) : null };
}
