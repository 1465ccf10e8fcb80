import { expect, test } from 'vitest';
import { buildUrl } from './api.ts';

test('names in the path are filled and cannot leave their place', () => {
  expect(buildUrl('/api/v1/tickets/{number}', { path: { number: 48213 } })).toBe('/api/v1/tickets/48213');
  expect(buildUrl('/api/v1/brands/{id}', { path: { id: '../agents' } })).toBe('/api/v1/brands/..%2Fagents');
  expect(() => buildUrl('/api/v1/brands/{id}', {})).toThrow('needs id');
});

test('what is not asked is not sent', () => {
  expect(buildUrl('/api/v1/customers', { query: { q: '', cursor: null, limit: 50, organization: undefined } })).toBe('/api/v1/customers?limit=50');
  expect(buildUrl('/api/v1/customers', { query: { q: 'åsa & co' } })).toBe('/api/v1/customers?q=%C3%A5sa+%26+co');
});
