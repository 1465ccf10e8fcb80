import { expect, test } from 'vitest';
import { rowsInView, scrollToShow } from './row-range.ts';

const list = { room: 900, height: 90 };

test('what is seen is drawn, and eight rows beyond each edge', () => {
  expect(rowsInView({ ...list, top: 0 })).toEqual({ first: 0, end: 18 });
  expect(rowsInView({ ...list, top: 4_545 })).toEqual({ first: 42, end: 69 });
});

test('a list that is pulled beyond its upper edge draws its beginning', () => {
  expect(rowsInView({ ...list, top: -300 })).toEqual({ first: 0, end: 15 });
});

test('a row is scrolled into view by as little as needed', () => {
  expect(scrollToShow(3, { ...list, top: 0 })).toBe(0);
  expect(scrollToShow(10, { ...list, top: 0 })).toBe(90);
  expect(scrollToShow(3, { ...list, top: 500 })).toBe(270);
  expect(scrollToShow(9, { ...list, top: 0 })).toBe(0);
});
