import { expect, test } from 'vitest';
import { line, longText, optionalLine } from './shapes.ts';

test.each([
  ['a line', line()],
  ['a line that may be empty', optionalLine()],
  ['a long text', longText()],
])('half a surrogate pair, which PostgreSQL refuses in JSON, is replaced in %s', (_what, shape) => {
  expect(shape.parse('Q\ud800 😀')).toBe('Q\ufffd 😀');
});
