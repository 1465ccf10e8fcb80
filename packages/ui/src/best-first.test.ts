import { expect, test } from 'vitest';
import { bestFirst } from './best-first.ts';

const people = ['Nobody', 'Bo Ek', 'Anna Boberg', 'Łukasz Nowak', 'Søren Åberg', 'Ann-Kristin Lund'].map((label) => ({ label }));
const found = (typed: string) => bestFirst(people, typed).map(({ label }) => label);

test('who begins with what is typed comes before those that only have it inside', () => {
  expect(found('bo')).toEqual(['Bo Ek', 'Anna Boberg', 'Nobody']);
});

test('letters with marks are found without them', () => {
  expect(found('lukasz')).toEqual(['Łukasz Nowak']);
  expect(found('soren ab')).toEqual(['Søren Åberg']);
});

test('every typed word must be there, the beginning of a part of a name too, and without a word all stay in their order', () => {
  expect(found('kris')).toEqual(['Ann-Kristin Lund']);
  expect(found('bo nowak')).toEqual([]);
  expect(found(' ')).toEqual(people.map(({ label }) => label));
});
