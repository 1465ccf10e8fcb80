import { expect, test } from 'vitest';
import { suggestTopics, toMinutes } from './suggest.rules.ts';

test('neighbours of one topic speak for it together, the nearest are named, and there are at most three', () => {
  const near = [
    { number: 1, topicId: 10, score: 5 }, { number: 2, topicId: 20, score: 4 }, { number: 3, topicId: 20, score: 3 }, { number: 4, topicId: 20, score: 3 },
    { number: 5, topicId: 30, score: 3 }, { number: 6, topicId: 40, score: 2 },
  ];
  expect(suggestTopics(near)).toEqual([{ topicId: 20, like: [2, 3] }, { topicId: 10, like: [1] }, { topicId: 30, like: [5] }]);
});

test('whoever is far from the nearest one is not like it, and nobody gives nothing', () => {
  expect(suggestTopics([{ number: 1, topicId: 10, score: 6 }, { number: 2, topicId: 20, score: 2 }])).toEqual([{ topicId: 10, like: [1] }]);
  expect(suggestTopics([])).toEqual([]);
});

test('time is counted in minutes that were begun', () => {
  expect([0, 1, 60, 61, 3600].map(toMinutes)).toEqual([null, 1, 1, 2, 60]);
});
