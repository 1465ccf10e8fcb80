import { expect, test } from 'vitest';
import type { Macro } from '../../tickets/macros/index.ts';
import { emptyMacro, hasHours, readTags, toDraft, toInput } from './macro-draft.ts';

const macro: Macro = {
  id: 1, name: 'Refund', shared: true, brand: { id: 3, name: 'Lumen', color: '#000000' }, message: 'public', keywords: ['money', 'pay back'],
  texts: [{ language: 'sv', html: '<p>Hej</p>', text: 'Hej' }],
  actions: { status: 'pending', priority: 'high', kind: 'order', team: null, assignee: 'me', add_tags: ['refund'], remove_tags: ['new'], fields: { cause: 'dust', price: 3 }, note: 'Paid back', promise: { text: 'The money', hours: 48, business: true } },
  used: { count: 0, last_used_at: null }, used_by_me: { count: 0, last_used_at: null }, archived: false, created_at: '', updated_at: '',
};

test('a macro goes through its form unchanged', () => {
  const { name, message, keywords, actions } = macro;
  expect(toInput(toDraft(macro, 'en'))).toEqual({ name, message, keywords, actions, brand: 3, texts: [{ language: 'sv', html: '<p>Hej</p>' }] });
});

test('what is left empty says and does nothing', () => {
  expect(toInput({ ...emptyMacro('en'), name: ' Thanks ' })).toEqual({ name: 'Thanks', brand: null, message: null, keywords: [], texts: [], actions: {} });
});

test('an agent, nobody and no team are told apart', () => {
  expect(toInput({ ...emptyMacro('en'), assignee: '7', team: '4' }).actions).toEqual({ assignee: 7, team: 4 });
  expect(toInput({ ...emptyMacro('en'), assignee: 'none', team: 'none' }).actions).toEqual({ assignee: null, team: null });
});

test('a team to hand to goes through it, and the time of a promise is whole hours of a month', () => {
  expect(toInput({ ...emptyMacro('en'), route: '4' }).actions).toEqual({ route: 4 });
  expect(['1', '720', '0', '721', '1.5', ''].map((promiseHours) => hasHours({ promise: 'Soon', promiseHours }))).toEqual([true, true, false, false, false, false]);
  expect(hasHours({ promise: ' ', promiseHours: '' })).toBe(true);
});

test('tags are written as the desk writes them', () => {
  expect(readTags(' Router, Wi Fi,, router ')).toEqual(['router', 'wi-fi']);
});
