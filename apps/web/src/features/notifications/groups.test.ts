import { expect, test } from 'vitest';
import { groupBySubject, readingOf } from './groups.ts';
import type { Notification } from './notification-queries.ts';

const told = (id: number, ticket: number, read = false) => ({ id, ticket: { number: ticket }, feedback: null, read }) as Notification;
const ofFeedback = (id: number, feedback: number) => ({ id, ticket: null, feedback: { id: feedback }, read: false }) as Notification;

test('a ticket stands once, where its newest notification is, and is unread as long as one of them is', () => {
  const groups = groupBySubject([told(5, 1, true), told(4, 2), told(3, 1), told(2, 3, true), told(1, 1, true)]);
  expect(groups.map(({ key, newest, older, unread }) => [key, newest.id, older.map(({ id }) => id), unread])).toEqual([['ticket-1', 5, [3, 1], true], ['ticket-2', 4, [], true], ['ticket-3', 2, [], false]]);
});

test('a piece of feedback stands once beside the ticket of the same number, and is read by its own notifications', () => {
  const groups = groupBySubject([ofFeedback(9, 1), told(8, 1), ofFeedback(7, 1), ofFeedback(6, 2)]);
  expect(groups.map((group) => [group.key, readingOf(group)])).toEqual([['feedback-1', { ids: [9, 7] }], ['ticket-1', { ticket: 1 }], ['feedback-2', { ids: [6] }]]);
});
