import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { aMessage, anEvent, aTicket } from '../testing/factories.ts';
import { editTicket, inReadingOrder, mergeEntries, placeInList, putTicket, type ListData, type TimelineData } from './ticket-cache.ts';
import { ticketKeys } from './ticket-queries.ts';
import type { Ticket } from './types.ts';

const me = 7;
const at = (minute: number) => `2026-01-01T10:${String(minute).padStart(2, '0')}:00.000Z`;
const row = (number: number, minute: number, fields: Partial<Ticket> = {}) => aTicket({ id: number, number, updated_at: at(minute), ...fields });
const list = (pages: Ticket[][], more = false): ListData => ({ pages: pages.map((items, page) => ({ items, next_cursor: more || page < pages.length - 1 ? 'next' : null })), pageParams: pages.map(() => null) });
const numbers = (data: ListData) => data.pages.map((page) => page.items.map((ticket) => ticket.number));

test('a ticket that was just answered moves to the top of the list', () => {
  const data = list([[row(3, 30), row(2, 20)], [row(1, 10)]]);
  expect(numbers(placeInList(data, row(1, 40), { view: 'mine' }, me))).toEqual([[1, 3, 2], []]);
});

test('a new ticket joins the list that it belongs to, at its place', () => {
  const data = list([[row(3, 30), row(1, 10)]]);
  expect(numbers(placeInList(data, row(2, 20), { view: 'mine' }, me))).toEqual([[3, 2, 1]]);
});

test('a ticket that sorts behind all that is loaded waits for its page', () => {
  const data = list([[row(3, 30)]], true);
  expect(numbers(placeInList(data, row(1, 5), { view: 'mine' }, me))).toEqual([[3]]);
});

test('a solved ticket leaves the open views and joins no other brand’s', () => {
  const data = list([[row(3, 30), row(2, 20)]]);
  expect(numbers(placeInList(data, row(2, 40, { status: 'solved' }), { view: 'open' }, me))).toEqual([[3]]);
  expect(numbers(placeInList(data, row(9, 40), { view: 'open', brand: 2 }, me))).toEqual([[3, 2]]);
});

test('somebody else’s ticket does not turn up among mine', () => {
  const data = list([[row(3, 30)]]);
  expect(numbers(placeInList(data, row(8, 40, { assignee: { id: 8, name: 'Mateusz' } }), { view: 'mine' }, me))).toEqual([[3]]);
});

test('in a list by priority a ticket that becomes urgent goes to the top, and of one priority the last changed stands first', () => {
  const data = list([[row(4, 10, { priority: 'high' }), row(3, 30), row(2, 20), row(1, 40, { priority: 'low' })]]);
  const byPriority = { view: 'open', sort: 'priority' } as const;
  expect(numbers(placeInList(data, row(2, 20, { priority: 'urgent' }), byPriority, me))).toEqual([[2, 4, 3, 1]]);
  expect(numbers(placeInList(data, row(2, 50), byPriority, me))).toEqual([[4, 2, 3, 1]]);
  expect(numbers(placeInList(data, row(5, 25), byPriority, me))).toEqual([[4, 3, 5, 2, 1]]);
});

test('a search takes nothing in by itself, but shows what changed in its hits', () => {
  const data = list([[row(3, 30)]]);
  expect(numbers(placeInList(data, row(4, 40), { view: 'all', q: 'light' }, me))).toEqual([[3]]);
  expect(placeInList(data, row(3, 30, { subject: 'Light again' }), { view: 'all', q: 'light' }, me).pages[0]?.items[0]?.subject).toBe('Light again');
});

test('one change reaches every list and the open ticket, and changes no other', () => {
  const client = new QueryClient();
  client.setQueryData(ticketKeys.list({ view: 'mine' }), list([[row(3, 30), row(2, 20)]]));
  client.setQueryData(ticketKeys.list({ view: 'pending' }), list([[]]));
  editTicket(client, 3, (ticket) => ({ ...ticket, status: 'pending' }), me);
  expect(numbers(client.getQueryData<ListData>(ticketKeys.list({ view: 'mine' }))!)).toEqual([[2]]);
  putTicket(client, row(3, 31, { status: 'pending' }), me);
  expect(numbers(client.getQueryData<ListData>(ticketKeys.list({ view: 'pending' }))!)).toEqual([[3]]);
});

const timeline = (items: TimelineData['pages'][number]['items'], older = false): TimelineData => ({ pages: [{ items, next_cursor: older ? 'next' : null }], pageParams: [null] });

test('a message that arrives twice stands in the thread once, with its newest state', () => {
  const first = aMessage({ id: 5, created_at: at(10) });
  const merged = mergeEntries(timeline([first]), [aMessage({ id: 5, created_at: at(10), text: 'changed' }), aMessage({ id: 6, created_at: at(11) })]);
  expect(inReadingOrder(merged).map((entry) => entry.id)).toEqual([5, 6]);
  expect(inReadingOrder(merged)[0]).toMatchObject({ text: 'changed' });
});

test('an event and a message with the same id are two things', () => {
  const merged = mergeEntries(timeline([aMessage({ id: 5, created_at: at(10) })]), [anEvent('ticket.updated', {}, { id: 5, created_at: at(12) })]);
  expect(inReadingOrder(merged).map((entry) => entry.type)).toEqual(['message', 'ticket.updated']);
});

test('an entry older than what is loaded waits until its page is read', () => {
  const merged = mergeEntries(timeline([aMessage({ id: 9, created_at: at(30) })], true), [aMessage({ id: 1, created_at: at(1) })]);
  expect(inReadingOrder(merged).map((entry) => entry.id)).toEqual([9]);
});
