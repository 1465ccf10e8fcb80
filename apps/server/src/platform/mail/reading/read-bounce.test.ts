import { expect, test } from 'vitest';
import { aMail, aMultipart } from './a-mail.test-support.ts';
import { readBounce } from './read-bounce.ts';
import { readMail } from './read-mail.ts';
import type { Bounce } from './read-bounce.ts';

const bounce = async (raw: Buffer, from: string | null = ''): Promise<Bounce | null> => readBounce(raw, await readMail(raw), { from });
const daemon = 'From: Mail Delivery System <MAILER-DAEMON@mx.example>';
const returned =
  'Content-Type: message/rfc822\n\nFrom: Desk <help@desk.example>\nTo: kim@far.example\nSubject: Re: Order\nMessage-ID: <t1.m2@desk.example>\nX-Ombud-Loop: mark-1\n\nHello';

test('a standard report names the address, the reason and our message', async () => {
  const raw = aMultipart(
    'report; report-type=delivery-status',
    [
      '\nSorry',
      'Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\nOriginal-Recipient: rfc822;kim@far.example\nFinal-Recipient: rfc822;kim@inner.far.example\nAction: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 550 5.1.1 <kim@far.example>:\n  User unknown',
      returned,
    ],
    ['Subject: Undelivered Mail Returned to Sender'],
  );
  expect(await bounce(raw)).toEqual({
    kind: 'failed',
    recipients: [{ address: 'kim@far.example', status: '5.1.1', diagnostic: '550 5.1.1 <kim@far.example>: User unknown', permanent: true }],
    originalMessageId: '<t1.m2@desk.example>',
    originalSubject: 'Re: Order',
    originalFrom: 'help@desk.example',
    originalTo: ['kim@far.example'],
    ourMark: 'mark-1',
  });
});

test('several recipients are each judged by their own status', async () => {
  const raw = aMultipart('report; report-type=delivery-status', [
    '\nSorry',
    'Content-Type: message/delivery-status\n\nFinal-Recipient: rfc822;a@far.example\nAction: failed\nStatus: 5.1.1\n\nFinal-Recipient: rfc822;b@far.example\nAction: failed\nStatus: 4.4.7\n\nFinal-Recipient: rfc822;c@far.example\nAction: delivered\nStatus: 2.0.0',
  ]);
  expect((await bounce(raw))?.recipients.map((r) => [r.address, r.permanent])).toEqual([
    ['a@far.example', true],
    ['b@far.example', false],
  ]);
});

test('a delay is no failure and condemns no address', async () => {
  const raw = aMultipart('report; report-type=delivery-status', [
    '\nStill trying',
    'Content-Type: message/delivery-status\n\nFinal-Recipient: rfc822;kim@far.example\nAction: delayed\nStatus: 4.4.1',
    returned,
  ]);
  expect(await bounce(raw)).toMatchObject({ kind: 'delayed', recipients: [{ address: 'kim@far.example', permanent: false }], originalMessageId: '<t1.m2@desk.example>' });
});

const header = 'From: Desk <help@desk.example>\nTo: kim@far.example\nSubject: Re: Order\nMessage-ID: <t1.m2@desk.example>\n\nHello';
test.each([
  [
    'qmail',
    'failure notice',
    `Hi. This is the qmail-send program at mx.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\n\n<kim@far.example>:\nRemote host said: 550 5.1.1 no such user\n\n--- Below this line is a copy of the message.\n\n${header}`,
    '5.1.1',
  ],
  [
    'exim',
    'Mail delivery failed: returning message to sender',
    `A message that you sent could not be delivered to one or more of its\nrecipients. The following address(es) failed:\n\n  kim@far.example\n    host far.example [192.0.2.1]\n    SMTP error from remote mail server after RCPT TO:<kim@far.example>:\n    550 5.7.1 blocked\n\n------ This is a copy of the message, including all the headers. ------\n\n${header}`,
    '5.7.1',
  ],
  [
    'Notes',
    'Undeliverable message',
    `------- Failure Reasons  --------\n\nUser not listed in public Name & Address Book\nkim@far.example\n\n------- Returned Message --------\n\n${header}`,
    null,
  ],
  [
    'a provider with quoted addresses',
    'Mail delivery failed: returning message to sender',
    `The following address failed:\n\n"kim@far.example":\nSMTP error from remote server after RCPT command:\n550 5.1.1 unknown\n\n--- The header of the original message is following. ---\n\n${header}`,
    '5.1.1',
  ],
  ['a carrier without a separator', 'Mail System Error - Returned Mail', `Could not be delivered to: <kim@far.example>\nAs their mailbox is full.\n\n${header}`, null],
  [
    'Swedish words',
    'Meddelandet kunde inte levereras',
    `Ditt meddelande kunde inte levereras till:\n\nkim@far.example\n550 5.1.1 okänd\n\n----- Original message -----\n${header}`,
    '5.1.1',
  ],
])('a report in the words of %s is understood', async (_name, subject, body, status) => {
  const found = await bounce(aMail([`Subject: ${subject}`], body, daemon));
  expect(found).toMatchObject({ kind: 'failed', originalMessageId: '<t1.m2@desk.example>', originalTo: ['kim@far.example'] });
  expect(found?.recipients.map((r) => [r.address, r.status])).toEqual([['kim@far.example', status]]);
});

test('a report that returns nothing still leads to the message that it answers', async () => {
  const raw = aMail(
    ['Subject: Delivery Status Notification (Failure)', 'X-Failed-Recipients: list@groups.example', 'In-Reply-To: <t1.m2@desk.example>'],
    'The group may not exist, or you may not have permission to post.',
    daemon,
  );
  expect(await bounce(raw)).toMatchObject({ originalMessageId: '<t1.m2@desk.example>', recipients: [{ address: 'list@groups.example', permanent: true }] });
});

test('a cloud notification in JSON is read, folded lines and all', async () => {
  const inner = JSON.stringify({
    notificationType: 'Bounce',
    bounce: { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: 'kim@far.example', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 unknown' }] },
    mail: { source: 'help@desk.example', messageId: 'internal', destination: ['kim@far.example'], headers: [{ name: 'Message-ID', value: '<t1.m2@desk.example>' }] },
  });
  const raw = aMail(
    ['Subject: AWS Notification Message'],
    JSON.stringify({ Type: 'Notification', Message: inner }, null, 1).replace('bouncedRecipients', 'bounced\n Recipients'),
    'From: no-reply@sns.example',
  );
  expect(await bounce(raw, 'x@y.example')).toMatchObject({
    kind: 'failed',
    recipients: [{ address: 'kim@far.example', status: '5.1.1', permanent: true }],
    originalMessageId: '<t1.m2@desk.example>',
  });
});

test('a complaint about a message is feedback', async () => {
  const raw = aMultipart('report; report-type=feedback-report', [
    '\nAbuse report',
    'Content-Type: message/feedback-report\n\nFeedback-Type: abuse\nOriginal-Rcpt-To: <kim@far.example>',
    returned,
  ]);
  expect(await bounce(raw)).toMatchObject({
    kind: 'feedback',
    recipients: [{ address: 'kim@far.example', diagnostic: 'abuse', permanent: false }],
    originalMessageId: '<t1.m2@desk.example>',
  });
});

test.each([
  ['a letter', aMail(['Subject: Hello']), 'ann@example.org'],
  [
    'a letter that quotes a report',
    aMail(
      ['Subject: Re: Undelivered Mail Returned to Sender', 'In-Reply-To: <x@y.example>'],
      '> <kim@far.example>: 550 5.1.1 user unknown\n> could not be delivered\nWhat does this mean?',
    ),
    'ann@example.org',
  ],
  ['a vacation reply on the null path', aMail(['Subject: Away', 'Auto-Submitted: auto-replied'], 'Write to kim@far.example instead')],
  [
    'a report of success',
    aMultipart('report; report-type=delivery-status', [
      '\nDone',
      'Content-Type: message/delivery-status\n\nFinal-Recipient: rfc822;kim@far.example\nAction: relayed\nStatus: 2.0.0',
      returned,
    ]),
  ],
  [
    'a read receipt',
    aMultipart('report; report-type=disposition-notification', [
      '\nRead',
      'Content-Type: message/disposition-notification\n\nDisposition: manual-action/MDN-sent-manually; displayed',
      returned,
    ]),
  ],
])('%s is no bounce', async (_name, raw, from = '') => {
  expect(await bounce(raw, from)).toBeNull();
});
