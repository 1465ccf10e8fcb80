import { expect, test } from 'vitest';
import { aMail, aMultipart } from './a-mail.test-support.ts';
import { readMail } from './read-mail.ts';

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

test('a plain mail yields its sender, subject, date, thread and text', async () => {
  const mail = await readMail(
    aMail(
      [
        'Subject: My order',
        'Date: Tue, 3 Mar 2026 10:00:00 +0100',
        'Message-ID: <m1@example.org>',
        'In-Reply-To: <m0@desk.example>',
        'References: <a@desk.example>',
        ' <m0@desk.example>',
        'Cc: Bo <bo@EXAMPLE.org>, "Ö, Å" <oa@example.org>',
      ],
      'Where is it?\n\nAnn\n',
    ),
  );
  expect(mail).toMatchObject({
    subject: 'My order',
    from: { name: 'Ann', address: 'ann@example.org' },
    messageId: '<m1@example.org>',
    inReplyTo: ['<m0@desk.example>'],
    references: ['<a@desk.example>', '<m0@desk.example>'],
    text: 'Where is it?\n\nAnn',
    html: null,
    truncated: false,
    parseFailed: false,
  });
  expect(mail.date?.toISOString()).toBe('2026-03-03T09:00:00.000Z');
  expect(mail.cc.map((a) => a.address)).toEqual(['bo@example.org', 'oa@example.org']);
});

test.each([
  ['UTF-8 without a label', [], Buffer.from('Zażółć gęślą jaźń'), 'Zażółć gęślą jaźń'],
  ['UTF-8 under a Latin-1 label', ['Content-Type: text/plain; charset=iso-8859-1'], Buffer.from('smörgåsbord'), 'smörgåsbord'],
  ['Latin-1 under a UTF-8 label', ['Content-Type: text/plain; charset=utf-8'], latin('sm\xf6rg\xe5sbord p\xe5 b\xe5ten'), 'smörgåsbord på båten'],
  ['Latin-1 without a label', [], latin('Jeg kan ikke l\xe6se br\xf8del \xe5r'), 'Jeg kan ikke læse brødel år'],
  ['windows-1252 quotes under ISO-8859-1', ['Content-Type: text/plain; charset=ISO-8859-1'], latin('\x93yes\x94 \x80 5'), '“yes” € 5'],
  ['ISO-8859-2', ['Content-Type: text/plain; charset=iso-8859-2'], latin('za\xbf\xf3\xb3\xe6 g\xea\xb6l\xb1'), 'zażółć gęślą'],
  ['windows-1250 under an ISO-8859-2 label', ['Content-Type: text/plain; charset=iso-8859-2'], latin('g\xea\x9cl\xb9 ja\x9f\xf1'), 'gęślą jaźń'],
  [
    'windows-1250 without a label',
    [],
    latin('Dzie\xf1 dobry, prosz\xea o przes\xb3anie faktury, dzi\xeakuj\xea za pomoc, pozdrawiam \xa3ukasz'),
    'Dzień dobry, proszę o przesłanie faktury, dziękuję za pomoc, pozdrawiam Łukasz',
  ],
  [
    'windows-1251 without a label',
    [],
    latin('\xc7\xe4\xf0\xe0\xe2\xf1\xf2\xe2\xf3\xe9\xf2\xe5, \xe3\xe4\xe5 \xec\xee\xe9 \xe7\xe0\xea\xe0\xe7'),
    'Здравствуйте, где мой заказ',
  ],
  ['ISO-2022-JP', ['Content-Type: text/plain; charset=ISO-2022-JP'], latin('\x1b$B$9$_$^$;$s\x1b(B'), 'すみません'],
  ['ISO-2022-JP under no label', [], latin('\x1b$B$9$_$^$;$s\x1b(B'), 'すみません'],
  [
    'Shift_JIS without a label',
    [],
    latin('\x82\xb1\x82\xf1\x82\xc9\x82\xbf\x82\xcd\x81A\x92\x8d\x95\xb6\x82\xcc\x8f\xa4\x95i\x82\xaa\x93\xcd\x82\xab\x82\xdc\x82\xb9\x82\xf1'),
    'こんにちは、注文の商品が届きません',
  ],
  ['an unknown label', ['Content-Type: text/plain; charset=x-nobody-knows'], Buffer.from('räksmörgås'), 'räksmörgås'],
])('text in %s is read without mojibake', async (_name, headers, body, expected) => {
  expect((await readMail(aMail(headers as string[], body as Buffer))).text).toBe(expected);
});

test.each([
  ['joined words that split a character', '=?utf-8?B?w4Q=?= =?utf-8?Q?pfel_=C3?= =?utf-8?Q?=A4?=', 'Äpfel ä'],
  ['a word without its end', '=?utf-8?Q?R=C3=A4ksm=C3=B6rg=C3=A5s', 'Räksmörgås'],
  ['blanks inside a word', '=?iso-8859-1?Q?Hall=E5 d=E4r?=', 'Hallå där'],
  ['an unencoded question mark', '=?utf-8?Q?Hur m=C3=A5r du?=20Bra?=', 'Hur mår du? Bra'],
  ['an unknown charset', '=?NONE?B?VEVTVA=?=', 'TEST'],
  ['a language suffix', '=?iso-8859-1*sv?Q?=E5r?=', 'år'],
  ['no word at all', 'a =? b ?= c', 'a =? b ?= c'],
  ['a hidden line break', '=?utf-8?Q?a=0D=0ABcc:_x@y.example?=', 'a Bcc: x@y.example'],
])('an encoded subject with %s is readable', async (_name, raw, expected) => {
  expect((await readMail(aMail([`Subject: ${raw}`]))).subject).toBe(expected);
});

test('raw 8-bit headers are read in the charset that the body declares', async () => {
  const raw = Buffer.concat([latin('From: "J\xfcrgen" <j@example.de>\r\nSubject: Gr\xfc\xdfe\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\r\nx')]);
  const mail = await readMail(raw);
  expect([mail.from?.name, mail.subject]).toEqual(['Jürgen', 'Grüße']);
});

test.each([
  ['no brackets', 'ann@example.org', 'ann@example.org'],
  ['a comment', 'ann@example.org (Ann Smith)', 'ann@example.org'],
  ['a name with a comma inside an encoded word', '=?utf-8?Q?Smith,_Ann_=3Cboss=40victim.example=3E?= <ann@example.org>', 'ann@example.org'],
  ['a name that is another address', '"boss@victim.example" <ann@example.org>', 'ann@example.org'],
  ['blanks and comments in the address', 'Ann <ann (x) @ example . org>', 'ann@example.org'],
  ['a missing bracket', 'Ann <ann@example.org', 'ann@example.org'],
  ['a trailing dot and capitals', 'Ann <Ann@EXAMPLE.org.>', 'Ann@example.org'],
])('a From with %s names the real sender', async (_name, from, expected) => {
  expect((await readMail(aMail([], 'x', `From: ${from}`))).from?.address).toBe(expected);
});

test('a From that names nobody, or several, is said so', async () => {
  expect(await readMail(aMail([], 'x', 'From: nobody'))).toMatchObject({ from: null, notices: ['from_unreadable'] });
  expect((await readMail(aMail([], 'x', 'From: a@x.example, b@y.example'))).notices).toEqual(['several_from']);
});

test.each([
  ['RFC 5322', 'Mon, 2 Mar 2026 08:05:09 -0330', '2026-03-02T11:35:09.000Z'],
  ['two-digit year and a zone name', '2 Mar 99 08:05 EST', '1999-03-02T13:05:00.000Z'],
  ['ISO 8601', '2026-03-02T08:05:09Z', '2026-03-02T08:05:09.000Z'],
  ['nonsense', 'yesterday', undefined],
  ['an impossible hour', 'Wed, 15 Dec 2010 59:10 -0500', undefined],
])('a date as %s', async (_name, raw, expected) => {
  expect((await readMail(aMail([`Date: ${raw}`]))).date?.toISOString()).toBe(expected);
});

test.each([
  ['empty', ''],
  ['misspelt', '7-bit'],
  ['a content type', 'text/html'],
  ['missing its digits', 'binary;'],
])('a transfer encoding that is %s leaves the bytes alone', async (_name, value) => {
  expect((await readMail(aMail([`Content-Transfer-Encoding: ${value}`], 'a=3Db'))).text).toBe('a=3Db');
});

test('plain text labelled base64 stays readable, and base64 with padding inside is decoded to its end', async () => {
  expect((await readMail(aMail(['Content-Transfer-Encoding: base64'], 'Hello, this was never encoded!'))).text).toBe('Hello, this was never encoded!');
  expect((await readMail(aMail(['Content-Transfer-Encoding: base64'], 'SGVsbG8=\nIHdvcmxk\n'))).text).toBe('Hello world');
});

test('flowed text becomes paragraphs, quotes and the signature mark stay', async () => {
  const mail = await readMail(aMail(['Content-Type: text/plain; format=flowed; delsp=yes'], 'One lo \nng line\n> quoted \n> more\n-- \nAnn\n'));
  expect(mail.text).toBe('One long line\n> quotedmore\n-- \nAnn');
});

test('of two alternatives the plain one is the text; an empty one gives way to the page', async () => {
  const html = 'Content-Type: text/html\n\n<p>Hi <b>there</b></p><ul><li>one</li></ul><blockquote>old</blockquote><a href="https://x.example/y">link</a>';
  expect((await readMail(aMultipart('alternative', ['Content-Type: text/plain\n\nplain words', html]))).text).toBe('plain words');
  expect((await readMail(aMultipart('alternative', ['Content-Type: text/plain\n\n  \n', html]))).text).toBe('Hi there\n\n- one\n\n> old\n\nlink (https://x.example/y)');
});

test('a multipart whose boundary is lost, missing or never closed is still opened', async () => {
  const part = '--real\nContent-Type: text/plain\n\nfound\n';
  expect((await readMail(aMail(['Content-Type: multipart/mixed; boundary="other"'], part))).text).toBe('found');
  expect((await readMail(aMail(['Content-Type: multipart/mixed'], part))).text).toBe('found');
  expect((await readMail(aMail(['Content-Type: multipart/mixed; boundary=real'], part))).text).toBe('found');
  expect((await readMail(aMail(['Content-Type: multipart/mixed; boundary=real'], 'just words'))).text).toBe('just words');
});

test('line ends of LF or CR alone read like CRLF, and a missing blank line does not swallow the body', async () => {
  const crlf = aMail(['Subject: S'], 'one\ntwo').toString('latin1');
  for (const raw of [crlf.replaceAll('\r\n', '\n'), crlf.replaceAll('\r\n', '\r')])
    expect(await readMail(Buffer.from(raw, 'latin1'))).toMatchObject({ subject: 'S', text: 'one\ntwo' });
  expect(await readMail(Buffer.from('From: a@b.example\nSubject: S\nHello there, no blank line\nbye'))).toMatchObject({
    subject: 'S',
    text: 'Hello there, no blank line\nbye',
  });
});

test.each([
  ['a path', 'filename="../../etc/passwd"', 'passwd'],
  ['a Windows path', 'filename="C:\\dir\\evil.exe"', 'evil.exe'],
  ['direction override and NUL', "filename*=utf-8''ann%E2%80%AEfdp%00.exe", 'annfdp .exe'],
  ['RFC 2231 continuations', "filename*0*=utf-8''r%C3%A4; filename*1=port.pdf", 'räport.pdf'],
  ['encoded words', 'filename="=?utf-8?B?w6UudHh0?="', 'å.txt'],
  ['nothing but dots', 'filename=".."', 'attachment-1.pdf'],
  ['no name', 'x=y', 'attachment-1.pdf'],
])('an attachment named with %s gets a safe name', async (_name, param, expected) => {
  const mail = await readMail(aMultipart('mixed', ['\n\nhi', `Content-Type: application/pdf\nContent-Disposition: attachment; ${param}\n\n%PDF`]));
  expect(mail.attachments.map((a) => a.name)).toEqual([expected]);
  expect(Buffer.from(mail.attachments[0]!.content).toString()).toBe('%PDF');
});

test('an image shown by the page is inline, its reference kept for the screen', async () => {
  const mail = await readMail(
    aMultipart('related', [
      'Content-Type: text/html\n\n<img src="cid:pic@x"><img src="http://track.example/p.gif">',
      'Content-Type: image/png\nContent-ID: <pic@x>\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=',
      'Content-Type: image/png; name=other.png\n\nx',
    ]),
  );
  expect(mail.html).toContain('data-cid="pic@x"');
  expect(mail.html).toContain('data-remote-src="http://track.example/p.gif"');
  expect(mail.html).not.toMatch(/ src=/);
  expect(mail.attachments.map((a) => [a.contentId, a.inline])).toEqual([
    ['pic@x', true],
    [null, false],
  ]);
});

test('an attached mail is kept as a file and opened', async () => {
  const mail = await readMail(
    aMultipart('mixed', [
      '\nsee below',
      'Content-Type: message/rfc822\n\nFrom: Eve <eve@example.net>\nSubject: =?utf-8?Q?Inre=20=C3=A4rende?=\nDate: Mon, 2 Mar 2026 08:00:00 +0000\n\nThe inner text',
    ]),
  );
  expect(mail.text).toBe('see below');
  expect(mail.attachments).toMatchObject([{ name: 'Inre ärende.eml', type: 'message/rfc822' }]);
  expect(mail.forwarded).toMatchObject([{ from: { name: 'Eve', address: 'eve@example.net' }, subject: 'Inre ärende', text: 'The inner text' }]);
});

test('an invitation is summarised and kept', async () => {
  const calendar =
    'BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nSUMMARY:Planning\\, part\n  two\nDTSTART;TZID=Europe/Stockholm:20260503T100000\nDTEND:20260503T090000Z\nLOCATION:Room 5\nORGANIZER;CN="Ann":mailto:ann@example.org\nBEGIN:VALARM\nSUMMARY:not this\nEND:VALARM\nEND:VEVENT\nEND:VCALENDAR';
  const mail = await readMail(aMultipart('alternative', ['\nPlease come', `Content-Type: text/calendar; method=REQUEST\n\n${calendar}`]));
  expect(mail.invitations).toEqual([
    {
      summary: 'Planning, part two',
      start: '2026-05-03T10:00:00',
      end: '2026-05-03T09:00:00Z',
      timeZone: 'Europe/Stockholm',
      location: 'Room 5',
      organizer: 'Ann <ann@example.org>',
      method: 'REQUEST',
    },
  ]);
  expect(mail.attachments.map((a) => a.type)).toEqual(['text/calendar']);
});

test('signed and encrypted mails keep their parts as files, and encryption is said', async () => {
  const signed = await readMail(aMultipart('signed', ['\nsigned words', 'Content-Type: application/pgp-signature; name=signature.asc\n\nSIG']));
  expect([signed.text, signed.attachments.map((a) => a.name)]).toEqual(['signed words', ['signature.asc']]);
  const sealed = await readMail(
    aMultipart('encrypted', ['Content-Type: application/pgp-encrypted\n\nVersion: 1', 'Content-Type: application/octet-stream; name=encrypted.asc\n\nPGP']),
  );
  expect([sealed.notices, sealed.attachments.length]).toEqual([['encrypted'], 2]);
  expect((await readMail(aMail(['Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m'], 'x'))).notices).toEqual(['encrypted']);
});

test('a file that an old program wrote into the text is taken out of it', async () => {
  const mail = await readMail(aMail([], 'Before\nbegin 644 cat.txt\n#0V%T\n`\nend\nAfter\n'));
  expect(mail.text).toBe('Before\n\nAfter');
  expect(mail.attachments.map((a) => [a.name, Buffer.from(a.content).toString()])).toEqual([['cat.txt', 'Cat']]);
});

test('a part without fields may begin with words that look like one', async () => {
  expect((await readMail(aMultipart('mixed', ['\nRemember: the meeting']))).text).toBe('Remember: the meeting');
});

test('a byte order mark or a mailbox line above the header is no obstacle', async () => {
  for (const prefix of ['\ufeff', 'From ann@example.org Mon Mar  2 08:00:00 2026\r\n', '\r\n'])
    expect(await readMail(Buffer.concat([Buffer.from(prefix), aMail(['Subject: S'])]))).toMatchObject({ subject: 'S', text: 'Hello' });
});

test('nothing at all, or only noise, is said to be unreadable instead of thrown', async () => {
  expect((await readMail(Buffer.alloc(0))).parseFailed).toBe(true);
  expect((await readMail(Buffer.from([0xff, 0, 1, 2, 0x80, 0x0a, 0x0a, 3]))).parseFailed).toBe(true);
});
