import { expect, test } from 'vitest';
import { createSlash, readSlash } from './slash-control.ts';

test.each([
  ['/', ''],
  ['Hello /ref', 'ref'],
  ['Hello /thank you', 'thank you'],
  ['(/ref', 'ref'],
  ['\ufffc/ref', 'ref'],
])('in %j a macro is looked for by %j', (before, query) => {
  const found = readSlash(before);
  expect(found?.query).toBe(query);
  expect(before[found?.at ?? -1]).toBe('/');
});

test.each(['and/or', '1 / 2', 'https://a', '/usr/bin', '24/7', ''])('in %j none is', (before) => expect(readSlash(before)).toBe(null));

test('one that was put away stays away until another slash is typed', () => {
  const slash = createSlash();
  const at = (from: number, query: string) => ({ query, from, to: from + query.length + 1, left: 0, top: 0, bottom: 0 });
  slash.follow(at(3, 'a'));
  slash.dismiss();
  slash.follow(at(3, 'ab'));
  expect(slash.store.get()).toBe(null);
  slash.follow(null);
  slash.follow(at(3, ''));
  expect(slash.store.get()?.from).toBe(3);
});
