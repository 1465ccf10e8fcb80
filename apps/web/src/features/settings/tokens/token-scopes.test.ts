import { expect, test } from 'vitest';
import { kindOf, nothing, readEverything, scopesOf } from './token-scopes.ts';

test('what is chosen becomes one scope an area', () => {
  expect(scopesOf(nothing)).toEqual([]);
  expect(scopesOf({ ...nothing, tickets: 'write', mail: 'admin', events: 'read' })).toEqual(['tickets:write', 'mail:admin', 'events:read']);
});

test('a list says in a word what a token may do', () => {
  expect([kindOf(null), kindOf(readEverything), kindOf(['tickets:read', 'customers:write'])]).toEqual(['full', 'read', 'some']);
});
