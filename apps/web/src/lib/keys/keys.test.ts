import { afterEach, beforeEach, expect, test } from 'vitest';
import { isSingleKey, readCombo, type KeyStroke } from './combo.ts';
import { createMatcher } from './matcher.ts';
import { keyOf, registerCommands, singleKeys, type Command } from './registry.ts';

const stroke = (key: string, held: Partial<KeyStroke> = {}): KeyStroke => ({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });
const command = (id: string, keys: string[], more: Partial<Command> = {}): Command => ({ id, label: 'common.open', group: 'general', keys, run: () => {}, ...more });

let clean: (() => void)[] = [];
const register = (...commands: Command[]) => clean.push(registerCommands(commands));

beforeEach(() => singleKeys.set(true));
afterEach(() => {
  for (const undo of clean) undo();
  clean = [];
});

test('⌘ on a Mac and Ctrl elsewhere are the same key to us', () => {
  expect(readCombo(stroke('k', { metaKey: true }), true)).toBe('mod+k');
  expect(readCombo(stroke('k', { ctrlKey: true }), false)).toBe('mod+k');
  expect(readCombo(stroke('k', { ctrlKey: true }), true)).toBeNull();
});

test('Option with a letter is never ours: on a German Mac Option-L types @', () => {
  expect(readCombo(stroke('@', { altKey: true }), true)).toBe('@');
  expect(readCombo(stroke('r', { altKey: true }), true)).toBeNull();
  expect(readCombo(stroke('ł', { altKey: true }), true)).toBeNull();
});

test('a bracket that needs AltGr on the keyboard is still a bracket', () => {
  expect(readCombo(stroke('[', { ctrlKey: true, altKey: true, getModifierState: (name) => name === 'AltGraph' }), false)).toBe('[');
});

test('Shift belongs to the sign, but not to letters and arrows', () => {
  expect(readCombo(stroke('?', { shiftKey: true }), false)).toBe('?');
  expect(readCombo(stroke('J', { shiftKey: true }), false)).toBe('shift+j');
  expect(readCombo(stroke('ArrowDown', { shiftKey: true }), false)).toBe('shift+down');
});

test('no key acts while typing, unless it says so', () => {
  register(command('reply', ['r']), command('send', ['mod+enter'], { whileTyping: true }));
  const matcher = createMatcher();
  expect(matcher.press('r', 0, true)).toBeNull();
  expect(matcher.press('mod+enter', 0, true)?.id).toBe('send');
  expect(matcher.press('r', 0, false)?.id).toBe('reply');
});

test('a key that types something may not act while typing', () => {
  expect(() => registerCommands([command('bad', ['r'], { whileTyping: true })])).toThrow('would act');
  expect(() => registerCommands([command('bad', ['alt+r'])])).toThrow('Alt');
});

test('a sequence is two strokes within a moment', () => {
  register(command('go', ['g i']), command('take', ['i']));
  const matcher = createMatcher();
  expect(matcher.press('g', 0, false)).toBeNull();
  expect(matcher.isWaiting(500)).toBe(true);
  expect(matcher.press('i', 500, false)?.id).toBe('go');
  expect(matcher.press('i', 600, false)?.id).toBe('take');
  matcher.press('g', 1_000, false);
  expect(matcher.press('i', 5_000, false)?.id).toBe('take');
});

test('a sequence that nobody knows sets nothing off', () => {
  register(command('go', ['g i']), command('solve', ['e']));
  const matcher = createMatcher();
  matcher.press('g', 0, false);
  expect(matcher.press('e', 100, false)).toBeNull();
});

test('what is registered last stands in front, and what is off is passed over', () => {
  register(command('list.open', ['enter']));
  register(command('ticket.open', ['enter'], { enabled: () => false }));
  expect(createMatcher().press('enter', 0, false)?.id).toBe('list.open');
  register(command('dialog.open', ['enter']));
  expect(createMatcher().press('enter', 0, false)?.id).toBe('dialog.open');
});

test('single keys can be switched off; those with Ctrl or ⌘ stay', () => {
  register(command('reply', ['r']), command('bar', ['mod+k']), command('go', ['g i']), command('back', ['esc']));
  singleKeys.set(false);
  const matcher = createMatcher();
  expect(matcher.press('r', 0, false)).toBeNull();
  expect(matcher.press('mod+k', 0, false)?.id).toBe('bar');
  expect(keyOf('reply')).toBeUndefined();
  expect(keyOf('back')).toBe('esc');
  expect(isSingleKey('g i')).toBe(true);
  expect(isSingleKey('mod+shift+enter')).toBe(false);
});
