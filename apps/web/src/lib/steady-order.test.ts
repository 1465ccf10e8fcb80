import { expect, test } from 'vitest';
import { settle } from './steady-order.ts';

test('a list that nobody holds shows what it should at once', () => {
  expect(settle([1, 2, 3], [4, 1, 3], false)).toEqual({ shown: [4, 1, 3], waiting: [] });
});

test('a ticket that arrives while the list is held waits and moves no row', () => {
  expect(settle([1, 2, 3], [4, 1, 2, 3], true)).toEqual({ shown: [1, 2, 3], waiting: [4] });
});

test('a ticket that moves up or leaves while the list is held keeps its place', () => {
  expect(settle([1, 2, 3], [3, 1], true)).toEqual({ shown: [1, 2, 3], waiting: [] });
});

test('the next page joins at the end of a held list', () => {
  expect(settle([1, 2], [9, 1, 2, 3, 4], true)).toEqual({ shown: [1, 2, 3, 4], waiting: [9] });
});

test('an empty list never makes its first ticket wait', () => {
  expect(settle([], [7], true)).toEqual({ shown: [7], waiting: [] });
});
