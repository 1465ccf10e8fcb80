import { expect, test } from 'vitest';
import { initialWayOut, isHost, wayOutUrl } from './way-out-form.ts';

const filled = { ...initialWayOut('support@firm.example'), host: ' smtp.firm.example ', password: 'p@ss:w/rd %' };

test('what is typed in fields is the address that the API takes, whatever signs are in the password', () => {
  expect(wayOutUrl(filled)).toBe('smtp://support%40firm.example:p%40ss%3Aw%2Frd%20%25@smtp.firm.example:587');
  const { username, password, port } = new URL(wayOutUrl(filled));
  expect([decodeURIComponent(username), decodeURIComponent(password), port]).toEqual(['support@firm.example', 'p@ss:w/rd %', '587']);
  expect(wayOutUrl({ ...filled, security: 'tls', port: '465' })).toMatch(/^smtps:.*:465$/);
});

test('the connected account has a user and no password, and without a sign-in there is neither', () => {
  expect(wayOutUrl({ ...filled, host: 'smtp.office365.com', sign_in: 'account' })).toBe('smtp://support%40firm.example@smtp.office365.com:587');
  expect(wayOutUrl({ ...filled, sign_in: 'none', port: '25' })).toBe('smtp://smtp.firm.example:25');
  expect(wayOutUrl({ ...filled, host: 'post.żółw.example', sign_in: 'none' })).toBe('smtp://post.xn--w-uga1v8h.example:587');
  expect(wayOutUrl({ ...filled, host: 'mail_relay', sign_in: 'none' })).toBe('smtp://mail_relay:587');
  expect(wayOutUrl({ ...filled, host: '2001:db8::1', sign_in: 'none' })).toBe('smtp://[2001:db8::1]:587');
});

test('a server is a name or an address, and nothing around it', () => {
  for (const host of ['smtp.firm.example', 'localhost', '192.0.2.1', '2001:db8::1', 'post.żółw.example']) expect(isHost(host), host).toBe(true);
  for (const host of ['smtp://smtp.firm.example', 'smtp.firm.example:587', 'user@smtp.firm.example', 'smtp firm', 'smtp.firm.example/x', '-']) expect(isHost(host), host).toBe(false);
});
