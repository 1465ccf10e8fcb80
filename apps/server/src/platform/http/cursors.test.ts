import { expect, test } from 'vitest';
import { decodeCursor, encodeCursor, momentAndId } from './cursors.ts';

test('a cursor of ours is read back to the microsecond', () => {
  expect(decodeCursor(encodeCursor(['2026-02-28T23:59:59.123456Z', 7]), momentAndId)).toEqual(['2026-02-28T23:59:59.123456Z', 7]);
});

test.each(['2026-99-99T00:00:00.000000Z', '2026-02-30T00:00:00.000000Z', '2026-01-01T25:00:00.000000Z', '0000-01-01T00:00:00.000000Z', '999999-01-01T00:00:00.000000Z'])(
  'a moment that PostgreSQL does not know is no cursor: %s',
  (moment) => {
    expect(() => decodeCursor(encodeCursor([moment, 7]), momentAndId)).toThrow(expect.objectContaining({ code: 'invalid_cursor' }));
  },
);
