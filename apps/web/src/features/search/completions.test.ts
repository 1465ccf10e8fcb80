import { expect, test } from 'vitest';
import { complete, filtersBeginning, fitting, spotAt } from './completions.ts';

test.each([
  ['lamp sta', 8, { start: 5, end: 8, filter: null, typed: 'sta' }],
  ['status:op lamp', 9, { start: 0, end: 9, filter: 'status', typed: 'op' }],
  ['lamp -assignee:', 15, { start: 5, end: 15, minus: '-', filter: 'assignee', typed: '' }],
  ['from:"Anna Be', 13, { start: 0, end: 13, filter: 'from', typed: 'Anna Be' }],
  ['a from:anna b', 9, { start: 2, end: 11, filter: 'from', typed: 'an' }],
  ['http://x', 8, { start: 0, filter: null, typed: 'http://x' }],
  ['', 0, { start: 0, end: 0, filter: null, typed: '' }],
])('in "%s" at %i', (text, cursor, expected) => {
  expect(spotAt(text, cursor)).toMatchObject(expected);
});

test('the key of a custom field is a filter too', () => {
  expect(spotAt('a router_serial:SK', 18, ['router_serial'])).toMatchObject({ start: 2, filter: 'router_serial', typed: 'SK' });
  expect(spotAt('a router_serial:SK', 18)).toMatchObject({ filter: null, typed: 'router_serial:SK' });
  expect(complete('top', spotAt('top', 3), { filter: 'topic', value: null }).text).toBe('topic:');
});

test('a completion takes the place of what was typed, with quotes where it has spaces', () => {
  expect(complete('lamp sta now', spotAt('lamp sta now', 8), { filter: 'status', value: null })).toEqual({ text: 'lamp status:now', cursor: 12 });
  expect(complete('lamp status:op', spotAt('lamp status:op', 14), { filter: 'status', value: 'open' })).toEqual({ text: 'lamp status:open ', cursor: 17 });
  expect(complete('-team:fi x', spotAt('-team:fi x', 8), { filter: 'team', value: 'Field service' })).toEqual({ text: '-team:"Field service" x', cursor: 22 });
});

test('filters are offered by their beginning, and values by the beginning of a word, without accents', () => {
  expect(filtersBeginning('t')).toEqual(['to', 'team', 'tag', 'topic']);
  expect(filtersBeginning('status')).toEqual([]);
  const values = [{ value: 'Björn Åkesson', label: '' }, { value: 'Astrid Lind', label: '' }, { value: 'Łucja Bąk', label: '' }];
  expect(fitting(values, 'ake').map(({ value }) => value)).toEqual(['Björn Åkesson']);
  expect(fitting(values, 'lu').map(({ value }) => value)).toEqual(['Łucja Bąk']);
  expect(fitting(values, 'l').map(({ value }) => value)).toEqual(['Łucja Bąk', 'Astrid Lind']);
});
