import { cpuMilliseconds } from '../../../../../../tests/support/cpu-time.ts';
import { expect, test } from 'vitest';
import { aMail, aMultipart } from './a-mail.test-support.ts';
import { readMail } from './read-mail.ts';
import { sanitizeMailHtml } from './render-safe.ts';

/** Generous for a slow machine, far below what any of these took without its limit. */
const budget = 4000;

const deep = Array.from({ length: 5000 }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`).join('');
const inner = 'Content-Type: message/rfc822\n\nFrom: a@b.example\n'.repeat(3000);

test.each([
  ['multiparts in multiparts', Buffer.from(`From: a@b.example\n${deep}hi`), 'nested_too_deep'],
  ['mails in mails', Buffer.from(`From: a@b.example\n${inner}\nhi`), 'nested_too_deep'],
  ['thousands of parts', aMultipart('mixed', ['Content-Type: text/plain\n\nx'.concat('\n--cut\n\nx'.repeat(20_000))]), 'too_many_parts'],
  ['a header of megabytes', aMail([`X-Long: ${'a'.repeat(3_000_000)}`]), 'header_too_large'],
  ['a million header fields', aMail([`X: y\r\n`.repeat(300_000).trim()]), 'header_too_large'],
  ['a long text behind short base64', aMail(['Content-Transfer-Encoding: base64'], 'QUFB'.repeat(800_000)), 'text_cut'],
  ['hundreds of attachments', aMultipart('mixed', ['\nhi', ...Array.from({ length: 400 }, () => 'Content-Type: image/png\n\nx')]), 'too_many_attachments'],
])('%s end in time as a shortened mail', async (_name, raw, notice) => {
  const spent = await cpuMilliseconds(() => readMail(raw));
  expect(spent).toBeLessThan(budget);
  const mail = await readMail(raw);
  expect(mail.truncated).toBe(true);
  expect(mail.notices).toContain(notice);
  expect(mail.from).not.toBeNull();
});

test('a mail over the size limit is read up to it', async () => {
  const mail = await readMail(aMail(['Subject: Big'], 'x'.repeat(100_000)), { maxBytes: 10_000 });
  expect(mail).toMatchObject({ subject: 'Big', truncated: true, notices: ['too_large'] });
  expect(mail.text.length).toBeLessThan(10_000);
});

test('when the time is up no further part is opened', async () => {
  expect((await readMail(aMultipart('mixed', ['\none', '\ntwo']), { maxMillis: -1 })).notices).toContain('took_too_long');
});

test.each([
  ['open tags', '<div>'.repeat(150_000)],
  ['lists in lists', '<ul><li>x'.repeat(60_000)],
  ['links never closed', '<a href=http://x.example/>y'.repeat(30_000)],
  ['foreign content', '<select><svg><style>'.repeat(40_000)],
  ['attributes', `<p ${'a=b '.repeat(200_000)}>x`],
  ['declarations', `<p style="${'color:red;'.repeat(60_000)}">x`],
  ['brackets', '<'.repeat(400_000)],
  ['comments', '<!--'.repeat(200_000)],
])('HTML made of %s is cleaned in time', async (_name, html) => {
  expect(await cpuMilliseconds(() => sanitizeMailHtml(html))).toBeLessThan(budget);
});
