import { expect, test } from 'vitest';
import { ticketKeys } from './ticket-queries.ts';
import { asListKey, isViewKey, listQueryOf, readListSearch } from './view-filters.ts';

test('a link with nonsense in it still shows a list', () => {
  expect(readListSearch({ brand: 'x', team: '-3', q: '  ', sort: 'subject' })).toEqual({ brand: undefined, team: undefined, q: undefined, sort: undefined });
  expect(isViewKey('__proto__')).toBe(false);
});

test('a number searched for stays text', () => {
  expect(readListSearch({ q: 48213 }).q).toBe('48213');
});

test('my view asks for my tickets that wait for us, latest change first', () => {
  expect(listQueryOf({ view: 'mine' })).toMatchObject({ assignee: 'me', status: 'new,open', folder: 'inbox', sort: '-updated_at' });
});

test('what a row shows of its own makes no other list, a custom field does', () => {
  const filter = { view: 'open', columns: 'ticket.number,product' } as const;
  expect(asListKey(filter)).toEqual({ view: 'open', columns: 'product' });
  expect(ticketKeys.list({ view: 'open', columns: 'ticket.number' })).toEqual(ticketKeys.list({ view: 'open' }));
  expect(ticketKeys.list(filter)).not.toEqual(ticketKeys.list({ view: 'open' }));
});
