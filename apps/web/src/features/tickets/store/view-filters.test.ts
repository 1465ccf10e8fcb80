import { expect, test } from 'vitest';
import { isViewKey, listQueryOf, readListSearch } from './view-filters.ts';

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
