import { expect, test } from 'vitest';
import { readAddress } from './address.rules.ts';
import { mostAttempts, secondsAsked, secondsToNext, secondsToRest } from './retry.rules.ts';
import { newSecret, sign, signedHeaders } from './signature.ts';

const known = { secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', at: new Date(1614265330_000), body: '{"test": 2432232314}' };

test('a signature is the one that the reference libraries of the standard make', () => {
  expect(sign(known.secret, { id: known.id, seconds: 1614265330, body: known.body })).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});

test('while one secret gives way to another, each signs', () => {
  const other = newSecret();
  expect(signedHeaders([other, known.secret], known)).toEqual({
    'webhook-id': known.id,
    'webhook-timestamp': '1614265330',
    'webhook-signature': `${sign(other, { id: known.id, seconds: 1614265330, body: known.body })} v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=`,
  });
});

test('a secret is 256 bits in base64, and never the same twice', () => {
  expect(newSecret()).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(newSecret()).not.toBe(newSecret());
});

test('ten attempts take about three days, each wait longer than the one before, a fifth longer at most', () => {
  const waits = Array.from({ length: mostAttempts - 1 }, (_, at) => secondsToNext(at + 1, 0) ?? 0);
  const days = waits.reduce((sum, wait) => sum + wait, 0) / 86_400;
  expect(days).toBeGreaterThan(3);
  expect(days).toBeLessThan(3.5);
  expect(waits).toEqual(waits.toSorted((one, other) => one - other));
  expect(secondsToNext(1, 1)).toBe(6);
  expect(secondsToNext(mostAttempts, 0)).toBeNull();
});

test('an endpoint that fails again and again is left alone for longer, five minutes at most', () => {
  expect([1, 2, 3, 9, 1_000].map(secondsToRest)).toEqual([2, 4, 8, 300, 300]);
});

test.each([
  [undefined, 0], ['120', 120], [' 7 ', 7], ['soon', 0], ['-5', 0], ['999999999', 86_400],
  ['Fri, 27 Nov 2026 10:01:00 GMT', 60], ['Fri, 27 Nov 2026 09:00:00 GMT', 0], ['Sat, 27 Nov 2027 10:00:00 GMT', 86_400],
])('Retry-After %s asks for %i s', (value, seconds) => {
  expect(secondsAsked(value, new Date('2026-11-27T10:00:00Z'))).toBe(seconds);
});

test.each([
  ['ftp://hooks.example/', 'invalid_format'], ['nonsense', 'invalid_format'], ['javascript:alert(1)', 'invalid_format'],
  ['http://hooks.example/', 'https_only'],
  ['https://user:password@hooks.example/', 'login_in_address'],
  ['https://localhost/', 'address_not_allowed'], ['https://127.1/', 'address_not_allowed'], ['https://2130706433/', 'address_not_allowed'], ['https://10.0.0.1/', 'address_not_allowed'],
  ['https://169.254.169.254/latest', 'address_not_allowed'], ['https://[::1]/', 'address_not_allowed'], ['https://[::ffff:10.0.0.1]/', 'address_not_allowed'], ['http://n8n.internal/', 'https_only'],
])('%s is no address for a webhook: %s', (address, code) => {
  expect(() => readAddress(address, ['n8n.internal:5678'])).toThrow(expect.objectContaining({ code: 'invalid_input', fields: [expect.objectContaining({ field: 'url', code })] }) as Error);
});

test('an address is kept as a connection will read it, and a named host of the own network may go without https', () => {
  expect(readAddress('https://HOOKS.example/ombud?x=1#top', [])).toBe('https://hooks.example/ombud?x=1');
  expect(readAddress('http://N8N.internal:5678/webhook/1', ['n8n.internal:5678'])).toBe('http://n8n.internal:5678/webhook/1');
});
