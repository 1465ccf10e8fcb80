import { expect, test } from 'vitest';
import type { Field } from '../../fields/index.ts';
import { askedColumns, columnsOf, ownColumnText } from './own-columns.ts';
import type { Ticket } from '../store/types.ts';

const field = { key: 'product', label: 'Product' } as Field; // what columns look at

test('columns stand in the order in which they were chosen, and what is gone is left out', () => {
  expect(columnsOf('ticket.tags,product,gone,ticket.number', [field])).toEqual(['ticket.tags', field, 'ticket.number']);
  expect(columnsOf(undefined, [field])).toEqual([]);
});

test('the server is asked for custom fields alone', () => {
  expect(askedColumns('ticket.tags,product')).toBe('product');
  expect(askedColumns('ticket.tags')).toBeUndefined();
  expect(askedColumns(undefined)).toBeUndefined();
});

test('a ticket without a team, a language or tags says nothing of them', () => {
  const ticket = { number: 12, team: null, language: null, tags: [] as string[] } as Ticket; // what is asked of it here
  const words = { t: (key: string) => key, formats: {}, languageName: (code: string) => code } as never; // not asked
  expect((['ticket.number', 'ticket.team', 'ticket.language', 'ticket.tags'] as const).map((column) => ownColumnText(ticket, column, words))).toEqual(['#12', '', '', '']);
  expect(ownColumnText({ ...ticket, tags: ['router', 'urgent'] }, 'ticket.tags', words)).toBe('router, urgent');
});
