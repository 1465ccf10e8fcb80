import { expect, test } from 'vitest';
import { placeOf } from './place.ts';

test.each([
  ['https://desk.example', { rpId: 'desk.example', origin: 'https://desk.example' }],
  ['https://desk.example:8443/help', { rpId: 'desk.example', origin: 'https://desk.example:8443' }],
  ['http://localhost:3000', { rpId: 'localhost', origin: 'http://localhost:3000' }],
  ['http://desk.localhost:3000', { rpId: 'desk.localhost', origin: 'http://desk.localhost:3000' }],
  ['http://desk.example', 'insecure'],
  ['http://localhost.example', 'insecure'],
  ['http://127.0.0.1:3000', 'ip_address'],
  ['https://192.0.2.7', 'ip_address'],
  ['https://[2001:db8::1]:3000', 'ip_address'],
])('at %s passkeys are for %j', (publicUrl, place) => {
  expect(placeOf(publicUrl)).toEqual(place);
});
