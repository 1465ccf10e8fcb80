import { expect, test } from 'vitest';
import { beginWith, isBegun, readUnfinished, withoutGiven, type UnfinishedTicket } from './unfinished-ticket.ts';

const empty: UnfinishedTicket = { direction: 'in', channel: 'phone', email: '', customer: null, name: '', subject: '', text: '', brand: 3, fields: {} };

test('what was begun comes back as it was kept', () => {
  const begun: UnfinishedTicket = { direction: 'out', channel: 'chat', email: 'kim@verified.example', customer: 7, name: 'Kim', subject: 'The router', text: 'It blinks', brand: 4, fields: { price: 12.5, guarantee: true, product: 'r200' } };
  expect(readUnfinished(JSON.parse(JSON.stringify(begun)), empty)).toEqual(begun);
});

test('of what does not fit only the rest is taken', () => {
  expect(readUnfinished(null, empty)).toEqual(empty);
  expect(readUnfinished('text', empty)).toEqual(empty);
  expect(readUnfinished({ direction: 'up', channel: 'pigeon', email: 5, customer: 'x', subject: 'Kept', brand: '4', fields: { price: null, list: ['a'], product: 'r200' } }, empty)).toEqual({ ...empty, subject: 'Kept', fields: { product: 'r200' } });
});

test('spaces, or another channel alone, are nothing begun', () => {
  expect(isBegun({ ...empty, direction: 'out', channel: 'chat', brand: 4, text: ' \n', fields: { price: null } })).toBe(false);
  expect(isBegun({ ...empty, fields: { guarantee: true } })).toBe(true);
  expect(isBegun({ ...empty, email: 'k' })).toBe(true);
});

test('from somebody’s page a ticket is begun for them, unless one with words in it was begun before', () => {
  const karin = { email: 'karin@verified.example', customer: null, name: 'Karin', brand: 3 };
  const forKarin = { ...empty, ...karin };
  const addressOnly: UnfinishedTicket = { ...empty, channel: 'walk_in', email: 'maja@verified.example', name: 'Maja' };
  expect(beginWith(addressOnly, forKarin, karin)).toEqual(forKarin);
  expect(beginWith(addressOnly, empty, undefined)).toEqual(addressOnly);
  const withWords = { ...addressOnly, text: 'The lamp' };
  expect(beginWith(withWords, forKarin, karin)).toEqual(withWords);
  // Whom it is for is not begun by itself; a name that was put right is.
  expect([isBegun(withoutGiven(forKarin, karin)), isBegun(withoutGiven({ ...forKarin, name: 'Karin Lund' }, karin)), isBegun(withoutGiven(forKarin, undefined))]).toEqual([false, true, true]);
});
