import { expect, test } from 'vitest';
import { isLoopback } from '../../platform/outbound/loopback.ts';
import { isSameDoor, secondsToWait } from './mailboxes.rules.ts';
import { batches } from './read-folder.ts';

test('each failure waits longer than the one before, up to a quarter of an hour', () => {
  expect([1, 2, 3, 4, 5, 50].map((failures) => secondsToWait(failures, false, 0.5))).toEqual([3, 15, 60, 300, 900, 900]);
  expect([secondsToWait(4, false, 0), secondsToWait(4, false, 1)]).toEqual([225, 375]);
});

test('a refused login waits a minute at least: many tries lock an account', () => {
  expect([1, 2, 9].map((failures) => secondsToWait(failures, true, 0.5))).toEqual([60, 300, 3600]);
});

test.each(['localhost', '127.0.0.1', '127.8.9.10', '::1'])('%s is this machine', (host) => expect(isLoopback(host)).toBe(true));
test.each(['localhost.example', '127.0.0.1.example', '10.0.0.1', '0.0.0.0', '127.1', '::'])('%s is not', (host) => expect(isLoopback(host)).toBe(false));

test('a password belongs to one server, port, encryption and account', () => {
  const door = { host: 'imap.example', port: 993, security: 'tls', username: 'desk' } as const;
  expect(isSameDoor(door, { ...door })).toBe(true);
  for (const other of [{ host: 'evil.example' }, { port: 143 }, { security: 'starttls' as const }, { username: 'x' }]) expect(isSameDoor(door, { ...door, ...other })).toBe(false);
});

test('small mails are taken together up to a limit, a large one alone, and all stay in order', () => {
  const mail = (uid: number, size: number) => ({ uid, size, arrivedAt: null });
  const uids = (sizes: number[]) => batches(sizes.map((size, at) => mail(at + 1, size))).map((batch) => batch.map(({ uid }) => uid));
  expect(uids([10, 10, 10_000_000, 10, 10])).toEqual([[1, 2], [3], [4, 5]]);
  expect(uids(Array.from({ length: 120 }, () => 10)).map((batch) => batch.length)).toEqual([50, 50, 20]);
  expect(uids(Array.from({ length: 20 }, () => 500_000)).map((batch) => batch.length)).toEqual([8, 8, 4]);
});
