import { createPublicKey, createECDH, randomBytes, verify } from 'node:crypto';
import { expect, test } from 'vitest';
import { openPush } from '../../../../../tests/support/push-service.ts';
import { encryptPush, longestPush } from './encrypt-push.ts';
import { vapidHeader, vapidKeys } from './vapid.ts';

const base64 = (text: string) => Buffer.from(text, 'base64url');

test('the example of RFC 8291, appendix A, comes out byte for byte', () => {
  const keys = { p256dh: base64('BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4'), auth: base64('BTBZMqHH6r4Tts7J_aSIgg') };
  const fixed = { salt: base64('DGv6ra1nlYgDCS1FRnbzlw'), privateKey: base64('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw') };
  expect(encryptPush('When I grow up, I want to be a watermelon', keys, fixed).toString('base64url')).toBe(
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
  );
});

test('only the browser that subscribed reads it, at any length that may be sent', () => {
  const browser = createECDH('prime256v1');
  const keys = { p256dh: browser.generateKeys(), auth: randomBytes(16) };
  for (const text of ['', 'Żółw', 'x'.repeat(longestPush)]) expect(openPush(encryptPush(text, keys), browser, keys.auth)).toBe(text);
  expect(encryptPush('x'.repeat(longestPush), keys).length).toBeLessThanOrEqual(4096);
  expect(() => encryptPush('x'.repeat(longestPush + 1), keys)).toThrow();
  expect(() => openPush(encryptPush('secret', keys), browser, randomBytes(16))).toThrow();
  expect(() => encryptPush('x', { ...keys, p256dh: Buffer.alloc(65, 4) })).toThrow();
});

test('an installation keeps its key as long as its secret, and proves who sends to one push service', () => {
  const keys = vapidKeys('a secret');
  expect(vapidKeys('a secret').publicKey).toBe(keys.publicKey);
  expect(vapidKeys('another').publicKey).not.toBe(keys.publicKey);
  const now = new Date('2026-11-26T12:00:00Z');
  const [, token = '', key] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(vapidHeader(keys, 'https://push.example/a/b?c', 'mailto:a@b.example', now)) ?? [];
  expect(key).toBe(keys.publicKey);
  const [head = '', claims = '', signature = ''] = token.split('.');
  expect(JSON.parse(base64(head).toString())).toEqual({ typ: 'JWT', alg: 'ES256' });
  expect(JSON.parse(base64(claims).toString())).toEqual({ aud: 'https://push.example', exp: now.getTime() / 1000 + 43_200, sub: 'mailto:a@b.example' });
  const point = base64(keys.publicKey);
  const publicKey = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') } });
  expect(verify('sha256', Buffer.from(`${head}.${claims}`), { key: publicKey, dsaEncoding: 'ieee-p1363' }, base64(signature))).toBe(true);
});
