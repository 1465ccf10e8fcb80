import { expect, test } from 'vitest';
import type { Ticket } from '../store/types.ts';
import { groupStarts, inGroups as group, steadyTop, type Group } from './grouping.ts';
import type { Grouping } from '../store/types.ts';
import { placeOf, rowsInView, scrollToShow } from './row-range.ts';

const ticket = (number: number, more: object): Ticket => ({ number, priority: 'normal', assignee: null, ...more }) as Ticket; // what grouping looks at
const words = (language: string) => ({ nameOf: ({ key, name }: Group) => name ?? key ?? '', compare: new Intl.Collator(language).compare });
const inGroups = (tickets: Ticket[], by: Grouping, language = 'en') => group(tickets, by, words(language));
const numbers = (tickets: Ticket[]) => tickets.map(({ number }) => number);

test('groups stand in their own order, and tickets in the order they had', () => {
  const tickets = [ticket(1, { priority: 'low' }), ticket(2, { priority: 'urgent' }), ticket(3, { priority: 'low' }), ticket(4, { priority: 'urgent' })];
  expect(numbers(inGroups(tickets, 'priority'))).toEqual([2, 4, 1, 3]);
  expect(groupStarts(inGroups(tickets, 'priority'), 'priority')).toEqual([0, 2]);
});

test('nobody comes first, then people by name; two of one name stay apart', () => {
  const tickets = [ticket(1, { assignee: { id: 7, name: 'Bo' } }), ticket(2, { assignee: { id: 8, name: 'Anna' } }), ticket(3, {}), ticket(4, { assignee: { id: 9, name: 'Anna' } }), ticket(5, { assignee: { id: 8, name: 'Anna' } })];
  expect(numbers(inGroups(tickets, 'assignee'))).toEqual([3, 2, 5, 4, 1]);
  expect(groupStarts(inGroups(tickets, 'assignee'), 'assignee')).toEqual([0, 1, 3, 4]);
});

test('names stand in the order of the reader’s language', () => {
  const tickets = ['Zofia', 'Åsa', 'Bo'].map((name, at) => ticket(at + 1, { assignee: { id: at + 1, name } }));
  expect(numbers(inGroups(tickets, 'assignee', 'en'))).toEqual([2, 3, 1]);
  expect(numbers(inGroups(tickets, 'assignee', 'sv'))).toEqual([3, 1, 2]);
});

test('rows that come into a group above leave what is looked at where it is', () => {
  const rows = (...all: number[]) => ({ rows: all.map((number) => ({ number })), height: 100 });
  const before = { ...rows(1, 2, 3, 4), heads: { starts: [0, 2], height: 30 } };
  const after = { ...rows(1, 2, 9, 8, 3, 4), heads: { starts: [0, 4], height: 30 } };
  // 3 is at the top of the view, 10 px of it gone: two rows have come above it.
  expect(steadyTop(before, after, 240)).toBe(440);
  // A heading that is new above it counts as well.
  expect(steadyTop(before, { ...rows(1, 9, 2, 3, 4), heads: { starts: [0, 1, 3], height: 30 } }, 240)).toBe(370);
  // What comes below moves nothing, and a row that has gone holds nothing.
  expect(steadyTop(before, { ...rows(1, 2, 3, 4, 5), heads: before.heads }, 240)).toBeNull();
  expect(steadyTop(before, { ...rows(1, 2, 4), heads: { starts: [0, 2], height: 30 } }, 240)).toBeNull();
});

test('a heading takes its own room above the row that it begins with', () => {
  const heads = { starts: [0, 2], height: 30 };
  expect([0, 1, 2, 3].map((at) => placeOf(at, 100, heads))).toEqual([0, 130, 230, 360]);
  expect(rowsInView({ top: 10_000, room: 500, height: 100 }, heads)).toMatchObject({ first: 91 });
  expect(scrollToShow(2, { top: 400, room: 500, height: 100 }, heads)).toBe(230);
  expect(scrollToShow(9, { top: 0, room: 500, height: 100 }, heads)).toBe(9 * 100 + 60 + 100 - 500);
});
