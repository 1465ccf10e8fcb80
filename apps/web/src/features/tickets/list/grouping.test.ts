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

/** Rows of 100 px under headings of 30 px */
function grouped(urgent: number[], high: number[], normal: number[]) {
  const rows = Object.entries({ urgent, high, normal }).flatMap(([priority, all]) => all.map((number) => ticket(number, { priority })));
  return { rows, height: 100, heads: { starts: groupStarts(rows, 'priority'), height: 30 } };
}

test('rows that come into a group above leave what is looked at where it is', () => {
  const before = grouped([1, 2], [], [3, 4]);
  // 3 is at the top of the view, its heading 10 px gone: two rows have come above it.
  expect(steadyTop(before, grouped([1, 2, 9, 8], [], [3, 4]), 240, 'priority')).toBe(440);
  // A heading that is new above it counts as well.
  expect(steadyTop(before, grouped([1, 2], [9], [3, 4]), 240, 'priority')).toBe(370);
  // What comes below moves nothing.
  expect(steadyTop(before, grouped([1, 2], [], [3, 4, 5]), 240, 'priority')).toBeNull();
});

test('a row that leaves, or goes to another group, does not take the view along', () => {
  const before = grouped([1, 2], [], [3, 4]);
  // 3 has gone from above 4, which is seen where it was.
  expect(steadyTop(before, grouped([1, 2], [], [4]), 240, 'priority')).toBe(140);
  // 3 is urgent now and stands far above: above 4 there is as much as before.
  expect(steadyTop(before, grouped([3, 1, 2], [], [4]), 240, 'priority')).toBeNull();
  // 2 has gone from above it to below.
  expect(steadyTop(before, grouped([1], [], [3, 4, 2]), 240, 'priority')).toBe(140);
  // Nothing that was seen is there any more.
  expect(steadyTop(before, grouped([1, 2], [], []), 240, 'priority')).toBeNull();
});

test('rows that become higher leave the same one at the top', () => {
  const before = grouped([1, 2], [], [3, 4]);
  expect(steadyTop(before, { ...before, height: 120 }, 240, 'priority')).toBe(280);
});

test('a heading takes its own room above the row that it begins with', () => {
  const heads = { starts: [0, 2], height: 30 };
  expect([0, 1, 2, 3].map((at) => placeOf(at, 100, heads))).toEqual([0, 130, 230, 360]);
  expect(rowsInView({ top: 10_000, room: 500, height: 100 }, heads)).toMatchObject({ first: 91 });
  expect(scrollToShow(2, { top: 400, room: 500, height: 100 }, heads)).toBe(230);
  expect(scrollToShow(9, { top: 0, room: 500, height: 100 }, heads)).toBe(9 * 100 + 60 + 100 - 500);
});
