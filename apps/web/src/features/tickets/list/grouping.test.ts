import { expect, test } from 'vitest';
import type { Ticket } from '../store/types.ts';
import { groupStarts, inGroups } from './grouping.ts';
import { placeOf, rowsInView, scrollToShow } from './row-range.ts';

const ticket = (number: number, more: object): Ticket => ({ number, priority: 'normal', assignee: null, ...more }) as Ticket; // what grouping looks at
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

test('a heading takes its own room above the row that it begins with', () => {
  const heads = { starts: [0, 2], height: 30 };
  expect([0, 1, 2, 3].map((at) => placeOf(at, 100, heads))).toEqual([0, 130, 230, 360]);
  expect(rowsInView({ top: 10_000, room: 500, height: 100 }, heads)).toMatchObject({ first: 91 });
  expect(scrollToShow(2, { top: 400, room: 500, height: 100 }, heads)).toBe(230);
  expect(scrollToShow(9, { top: 0, room: 500, height: 100 }, heads)).toBe(9 * 100 + 60 + 100 - 500);
});
