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

/** Answers each TXT question with one record, but names that begin with "none." with NXDOMAIN (RFC 1035 §4.1). */
async function withDns(look: (server: string, asked: string[]) => Promise<void>): Promise<void> {
  const socket = createSocket('udp4');
  const names: string[] = [];
  socket.on('message', (question, { port, address }) => {
    const labels: string[] = [];
    let at = 12;
    for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
      labels.push(question.toString('latin1', at + 1, at + 1 + length));
      at += length + 1;
    }
    names.push(labels.join('.'));
    const missing = labels[0] === 'none';
    const head = Buffer.from([question[0] ?? 0, question[1] ?? 0, 0x81, missing ? 0x83 : 0x80, 0, 1, 0, missing ? 0 : 1, 0, 0, 0, 0]);
    const text = `asked ${names.length}`;
    const record = Buffer.concat([Buffer.from([0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 60, 0, text.length + 1, text.length]), Buffer.from(text)]);
    socket.send(Buffer.concat([head, question.subarray(12, at + 5), ...(missing ? [] : [record])]), port, address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  await look(`127.0.0.1:${socket.address().port}`, names);
  await new Promise<void>((resolve) => socket.close(() => resolve()));
}

test('an answer holds for its time, also that there is none, and is asked for once by many', () =>
  withDns(async (server, names) => {
    const resolve = createMailDns({ servers: [server], keepMs: 60_000 });
    const answers = await Promise.all(Array.from({ length: 5 }, () => resolve('mail.example', 'TXT')));
    expect([answers, names]).toEqual([Array.from({ length: 5 }, () => [['asked 1']]), ['mail.example']]);
    // Whoever takes an answer apart takes it from nobody else.
    (answers[0] as string[][]).length = 0;
    expect(await resolve('Mail.example', 'TXT')).toEqual([['asked 1']]);
    for (let i = 0; i < 3; i += 1) await expect(resolve('none.example', 'TXT')).rejects.toMatchObject({ code: 'ENOTFOUND' });
    expect(names).toEqual(['mail.example', 'none.example']);
  }));

test('an answer whose time is over is asked for anew', () =>
  withDns(async (server) => {
    const resolve = createMailDns({ servers: [server], keepMs: 20 });
    expect(await resolve('mail.example', 'TXT')).toEqual([['asked 1']]);
    await expect.poll(() => resolve('mail.example', 'TXT')).not.toEqual([['asked 1']]);
  }));

test('without a time each question is asked: whoever has just published a record looks for it', () =>
  withDns(async (server) => {
    const resolve = createMailDns({ servers: [server] });
    expect([await resolve('mail.example', 'TXT'), await resolve('mail.example', 'TXT')]).toEqual([[['asked 1']], [['asked 2']]]);
  }));

test('that nothing was said is not kept', async () => {
  const before = asked;
  const resolve = createMailDns({ timeout: 60, tries: 1, servers: [`127.0.0.1:${mute.address().port}`], keepMs: 60_000 });
  for (let i = 0; i < 2; i += 1) await expect(resolve('people.example', 'TXT')).rejects.toMatchObject({ code: 'ETIMEOUT' });
  expect(asked).toBeGreaterThanOrEqual(before + 2);
});
