import { describe, expect, test } from 'vitest';
import { beginningOf, beginningOfHtml } from './beginning.ts';

const lines = (count: number) => Array.from({ length: count }, (_, at) => `line ${at + 1}`).join('\n');

describe('a long text', () => {
  test('begins with its first 400 lines and says how many there are', () => {
    const { shown, lines: all } = beginningOf(lines(60_000));
    expect(shown.split('\n')).toHaveLength(400);
    expect(shown.endsWith('\nline 400')).toBe(true);
    expect(all).toBe(60_000);
  });

  test('of long lines ends after 40,000 characters, at the end of a line', () => {
    const { shown, lines: all } = beginningOf(Array.from({ length: 300 }, () => 'word '.repeat(100)).join('\n'));
    expect(shown.length).toBeLessThanOrEqual(40_000);
    expect(shown.length).toBeGreaterThan(39_000);
    expect(shown.endsWith('word ')).toBe(true);
    expect(all).toBe(300);
  });

  test('of a single line is cut within it, never within an emoji', () => {
    const { shown } = beginningOf(`x${'😀'.repeat(100_000)}`);
    expect(shown).toHaveLength(39_999);
    expect(shown.endsWith('😀')).toBe(true);
  });
});

test('a text that is hardly longer than its beginning is shown whole', () => {
  for (const text of ['', 'Hello', lines(400), lines(480), 'x'.repeat(45_000)]) expect(beginningOf(text)).toEqual({ shown: text, lines: 0 });
});

test('a large mail with a layout is cut, an ordinary one is not', () => {
  expect(beginningOfHtml('<p>x</p>'.repeat(15_000))).toMatchObject({ cut: false });
  const large = beginningOfHtml('<p>x</p>'.repeat(100_000));
  expect(large.cut).toBe(true);
  expect(large.shown).toHaveLength(100_000);
});
