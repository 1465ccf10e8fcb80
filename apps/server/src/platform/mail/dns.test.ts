import { createSocket, type Socket } from 'node:dgram';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMailDns } from './dns.ts';

let mute: Socket;
let asked = 0;
beforeAll(async () => {
  mute = createSocket('udp4');
  mute.on('message', () => (asked += 1));
  await new Promise<void>((resolve) => mute.bind(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise<void>((resolve) => mute.close(() => resolve())));

test('where no DNS answers, mails soon stop waiting for it', async () => {
  const resolve = createMailDns({ timeout: 60, tries: 1, servers: [`127.0.0.1:${mute.address().port}`] });
  const ask = () => resolve('people.example', 'TXT').then(() => 'answered', (error: NodeJS.ErrnoException) => error.code);
  for (let i = 0; i < 6; i += 1) expect(await ask()).toBe('ETIMEOUT');
  expect(asked).toBeGreaterThanOrEqual(6);
  const before = asked;
  for (let i = 0; i < 20; i += 1) expect(await ask()).toBe('ETIMEOUT');
  expect(asked).toBe(before);
});
