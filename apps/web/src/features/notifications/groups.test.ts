import { expect, test } from 'vitest';
import { groupByTicket } from './groups.ts';
import type { Notification } from './notification-queries.ts';

const told = (id: number, ticket: number, read = false) => ({ id, ticket: { number: ticket }, read }) as Notification;

test('a ticket stands once, where its newest notification is, and is unread as long as one of them is', () => {
  const groups = groupByTicket([told(5, 1, true), told(4, 2), told(3, 1), told(2, 3, true), told(1, 1, true)]);
  expect(groups.map(({ ticket, newest, older, unread }) => [ticket.number, newest.id, older.map(({ id }) => id), unread])).toEqual([[1, 5, [3, 1], true], [2, 4, [], true], [3, 2, [], false]]);
});
