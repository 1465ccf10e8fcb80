import { expect, test } from 'vitest';
import { difference } from './difference.ts';

const shown = (before: string, after: string) => difference(before, after).map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `[+${text}]` : `[-${text}]`)).join('');

test('a changed word stands beside the one that it took the place of', () => {
  expect(shown('Refund up to 50 euro without asking.', 'Refund up to 80 euro without asking.')).toBe('Refund up to [-50][+80] euro without asking.');
});

test('what was added and what is gone, at the edges and in lines', () => {
  expect(shown('One.', 'One.\n- Two')).toBe('One.[+\n- Two]');
  expect(shown('- a\n- b', '- b')).toBe('- [-a\n- ]b');
  expect(shown('', 'New')).toBe('[+New]');
  expect(shown('Same', 'Same')).toBe('Same');
});

test('two long texts that have nothing in common are told as a whole, at once', () => {
  const [one, other] = [Array.from({ length: 2_000 }, (_, at) => `a${at}`).join(' '), Array.from({ length: 2_000 }, (_, at) => `b${at}`).join(' ')];
  expect(difference(one, other).filter(({ kind }) => kind !== 'same')).toHaveLength(2);
});

test('both texts can be read out of it again', () => {
  const [before, after] = ['Ask the customer for\nthe serial number.', 'Never ask a customer for\n\nthe card number.'];
  const pieces = difference(before, after);
  const without = (gone: string) => pieces.filter(({ kind }) => kind !== gone).map(({ text }) => text).join('');
  expect([without('added'), without('gone')]).toEqual([before, after]);
});
