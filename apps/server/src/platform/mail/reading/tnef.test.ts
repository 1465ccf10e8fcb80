import { expect, test } from 'vitest';
import { aMultipart } from './a-mail.test-support.ts';
import { readMail } from './read-mail.ts';
import { readTnef } from './tnef.ts';

function attribute(level: number, id: number, value: Buffer): Buffer {
  const head = Buffer.alloc(9);
  head.writeUInt8(level, 0);
  head.writeUInt16LE(id, 1);
  head.writeUInt32LE(value.length, 5);
  return Buffer.concat([head, value, Buffer.alloc(2)]);
}

/** One variable-length MAPI property: a count of one, its length, its bytes, padded to four. */
function property(type: number, id: number, value: Buffer): Buffer {
  const head = Buffer.alloc(12);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(id, 2);
  head.writeUInt32LE(1, 4);
  head.writeUInt32LE(value.length, 8);
  return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)]);
}

function properties(...list: Buffer[]): Buffer {
  const count = Buffer.alloc(4);
  count.writeUInt32LE(list.length);
  return Buffer.concat([count, ...list]);
}

const start = Buffer.from([0x78, 0x9f, 0x3e, 0x22, 1, 0]);
const winmail = Buffer.concat([
  start,
  attribute(1, 0x9003, properties(property(0x1f, 0x1000, Buffer.from('Body from Outlook: åäö\0', 'utf16le')))),
  attribute(2, 0x9002, Buffer.alloc(14)),
  attribute(2, 0x8010, Buffer.from('REPORT~1.TXT\0')),
  attribute(2, 0x800f, Buffer.from('the content')),
  attribute(2, 0x9005, properties(property(0x1f, 0x3707, Buffer.from('../Report åäö.txt\0', 'utf16le')), property(0x1e, 0x370e, Buffer.from('text/plain\0')))),
]);

test('winmail.dat gives up its text and its files under safe names', async () => {
  const mail = await readMail(
    aMultipart('mixed', [`Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n${winmail.toString('base64')}`]),
  );
  expect(mail.notices).toContain('tnef_opened');
  expect(mail.text).toBe('Body from Outlook: åäö');
  expect(mail.attachments.map((a) => [a.name, a.type, Buffer.from(a.content).toString()])).toEqual([['Report åäö.txt', 'text/plain', 'the content']]);
});

test('a winmail.dat that is none is kept as it is', async () => {
  const mail = await readMail(aMultipart('mixed', ['Content-Type: application/ms-tnef; name=winmail.dat\n\nnonsense nonsense']));
  expect(mail.notices).toContain('tnef_unreadable');
  expect(mail.attachments.map((a) => a.name)).toEqual(['winmail.dat']);
});

test('every truncation and lying length ends quietly', () => {
  for (let end = 0; end < winmail.length; end++) expect(() => readTnef(winmail.subarray(0, end), 10)).not.toThrow();
  for (let at = 6; at < winmail.length; at++) {
    const broken = Buffer.from(winmail);
    broken[at] = 0xff;
    expect(() => readTnef(broken, 10)).not.toThrow();
  }
});
