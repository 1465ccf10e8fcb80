import { afterEach, expect, test } from 'vitest';
import { ownKeys } from '../../../lib/keys/registry.ts';
import { clash, findClashes, whyUnfit, withKeys, type KeyCommand } from './clashes.ts';

const command = (id: string, keys: string[], more: Partial<KeyCommand> = {}): KeyCommand => ({ id, label: 'common.open', group: 'ticket', keys, ...more });
const reply = command('ticket.reply', ['r']);
const solve = command('ticket.solve', ['e']);
const inbox = command('go/inbox', ['g i']);
const send = command('compose.send', ['mod+enter'], { whileTyping: true });
const all = [reply, solve, inbox, send];

afterEach(() => ownKeys.set({}));

test('a key clashes with itself and with a sequence that begins with it', () => {
  expect(clash('r', 'r')).toBe(true);
  expect(clash('g', 'g i')).toBe(true);
  expect(clash('g i', 'g c')).toBe(false);
  expect(findClashes(all, solve, 'g').map(({ id }) => id)).toEqual(['go/inbox']);
});

test('who gives a key to a command takes it from the one that had it', () => {
  expect(withKeys(all, {}, solve, ['r'])).toEqual({ 'ticket.solve': ['r'], 'ticket.reply': [] });
});

test('the keys that a command comes with need not be kept', () => {
  expect(withKeys(all, { 'ticket.solve': ['x'] }, solve, ['e'])).toEqual({});
});

test('a key that somebody moved away is free for others', () => {
  ownKeys.set({ 'ticket.reply': ['w'] });
  expect(findClashes(all, solve, 'r')).toEqual([]);
  expect(findClashes(all, solve, 'w')).toEqual([reply]);
});

test('keys that two commands share from the start are no clash', () => {
  const [back, leave] = [command('ticket.back', ['u', 'esc']), command('leave', ['esc'])];
  expect(findClashes([back, leave], back, 'esc')).toEqual([]);
});

test('what works while typing takes no letter, and nothing takes what the browser keeps', () => {
  expect(whyUnfit(send, 'r')).toBe('typing');
  expect(whyUnfit(send, 'mod+j')).toBeNull();
  expect(whyUnfit(reply, 'mod+w')).toBe('reserved');
  expect(whyUnfit(reply, 'mod+c')).toBe('reserved');
  expect(whyUnfit(reply, 'w')).toBeNull();
});

test('a key of My customers is not taken by a command of a ticket, nor the other way round, but both mind what stands everywhere', () => {
  const note = command('ticket.note', ['n']);
  const date = command('base.nextOfRow', ['n']);
  const next = command('list.next', ['j']);
  const both = [note, date, solve, next, inbox];
  expect(withKeys(both, {}, solve, ['n'])).toEqual({ 'ticket.solve': ['n'], 'ticket.note': [] });
  expect(withKeys(both, {}, date, ['e'])).toEqual({ 'base.nextOfRow': ['e'] });
  expect(findClashes(both, date, 'j')).toEqual([next]);
  expect(findClashes(both, date, 'g')).toEqual([inbox]);
});
