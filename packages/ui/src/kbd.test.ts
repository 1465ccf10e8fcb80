import { expect, test } from 'vitest';
import { ariaKeys, keyLabels } from './kbd.tsx';

test('shows ⌘ on a Mac and Ctrl elsewhere', () => {
  expect(keyLabels('mod+k', true)).toEqual([['⌘', 'K']]);
  expect(keyLabels('mod+k', false)).toEqual([['Ctrl', 'K']]);
});

test('a sequence is shown stroke by stroke', () => {
  expect(keyLabels('g i', false)).toEqual([['G'], ['I']]);
});

test('plus can itself be a key', () => {
  expect(keyLabels('+', false)).toEqual([['+']]);
  expect(keyLabels('mod++', false)).toEqual([['Ctrl', '+']]);
});

test('assistive technology is told the keys in its own notation', () => {
  expect(ariaKeys('mod+shift+enter', true)).toBe('Meta+Shift+Enter');
  expect(ariaKeys('g i')).toBeUndefined();
});
