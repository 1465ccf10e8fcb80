import { expect, test } from 'vitest';
import { createSealer } from '../../platform/auth/sealer.ts';
import { describeTrouble, isBadAddress, isPermanent, secondsToWait, sortRejected } from './attempt.rules.ts';
import { mailHtml } from './mail-texts.ts';
import { boundReferences, recipientsOf, replySubject, senderName } from './reply.rules.ts';
import { issueMessageId, loopHeader, readLoopHeader, readMessageId, readReplyAddress, replyAddress } from './thread-tokens.ts';

const sealer = createSealer('one secret of an installation');
const other = createSealer('another secret');

test('a mark is read back whatever its case, in its own workspace and installation only', () => {
  const mark = { workspaceId: 7, ticketId: 123_456_789, messageId: 987_654_321 };
  const address = replyAddress(sealer, { ...mark, inboxAddress: 'support@desk.example' });
  expect(readReplyAddress(sealer, 7, address.toUpperCase())).toEqual({ ticketId: 123_456_789, messageId: 987_654_321 });
  expect(readReplyAddress(sealer, 8, address)).toBeNull();
  expect(readReplyAddress(other, 7, address)).toBeNull();
  const id = issueMessageId(sealer, { ...mark, domain: 'desk.example' });
  expect(readMessageId(sealer, 7, id)).toEqual({ ticketId: 123_456_789, messageId: null });
  expect(readMessageId(sealer, 8, id)).toBeNull();
  expect(readMessageId(other, 7, id)).toBeNull();
  expect(readLoopHeader(sealer, 7, loopHeader(sealer, mark))).toEqual({ own: true, mark: { ticketId: 123_456_789, messageId: 987_654_321 } });
  expect(readLoopHeader(other, 7, loopHeader(sealer, mark))).toEqual({ own: false, mark: null });
});

test('no single changed character of a mark is accepted', () => {
  const address = replyAddress(sealer, { workspaceId: 1, ticketId: 35, messageId: 36, inboxAddress: 'a@desk.example' });
  const from = address.indexOf('+t.') + 3;
  for (let i = from; i < address.indexOf('@'); i += 1) {
    for (const character of 'ab27') {
      const changed = address.slice(0, i) + character + address.slice(i + 1);
      if (changed !== address) expect(readReplyAddress(sealer, 1, changed)).toBeNull();
    }
  }
});

test('a signed local part is never longer than RFC 5321 allows', () => {
  const inboxAddress = `${'long-name-of-an-inbox'.repeat(3).slice(0, 60)}@desk.example`;
  expect(replyAddress(sealer, { workspaceId: 1, ticketId: 5, messageId: 6, inboxAddress })).toBe(inboxAddress);
});

test.each([
  ['Lamp', true, 'Re: Lamp'],
  ['Re: Lamp', true, 'Re: Lamp'],
  ['SV: Lampa', true, 'SV: Lampa'],
  ['Lamp', false, 'Lamp'],
  ['Lamp\r\nBcc: all@world.example', true, 'Re: Lamp Bcc: all@world.example'],
])('the subject %j answered=%j goes out as %j', (subject, isAnswer, expected) => {
  expect(replySubject(subject, isAnswer)).toBe(expected);
});

test('references keep the first and the newest of a long thread', () => {
  const ids = Array.from({ length: 500 }, (_, i) => `<${i}@x.example>`);
  const bounded = boundReferences(ids);
  expect(bounded).toHaveLength(60);
  expect([bounded[0], bounded.at(-1)]).toEqual(['<0@x.example>', '<499@x.example>']);
  expect(boundReferences(ids.map((id) => `<${'y'.repeat(400)}${id.slice(1)}`)).join(' ').length).toBeLessThan(8_500);
});

test('nobody unconfirmed, of our own, or twice gets a mail', () => {
  const taker = (address: string, role: 'requester' | 'cc', confirmed = true) => ({ address, name: '', role, confirmed });
  const people = [taker('a@x', 'requester'), taker('b@x', 'cc'), taker('b@x', 'cc'), taker('c@x', 'cc', false), taker('inbox@us', 'cc'), taker('', 'cc')];
  expect(recipientsOf(people, new Set(['inbox@us']))).toEqual({ to: [{ name: '', address: 'a@x' }], cc: [{ name: '', address: 'b@x' }] });
  expect(recipientsOf([taker('a@x', 'requester', false), taker('b@x', 'cc')], new Set())).toEqual({ to: [{ name: '', address: 'b@x' }], cc: [] });
});

test('the sender’s name says person and brand', () => {
  expect(senderName('Acme', 'Anna')).toBe('Anna (Acme)');
  expect(senderName('Acme', null)).toBe('Acme');
});

test.each([
  [{ command: 'RCPT TO', responseCode: 550, response: '550 5.1.1 unknown' }, true, true],
  [{ command: 'RCPT TO', responseCode: 550, response: '550 unknown' }, true, true],
  [{ command: 'RCPT TO', responseCode: 552, response: '552 5.2.2 full' }, true, false],
  [{ command: 'RCPT TO', responseCode: 450, response: '450 4.2.0 greylisted' }, false, false],
  [{ command: 'DATA', responseCode: 554, response: '554 5.7.1 spam' }, true, false],
  [{ command: 'AUTH PLAIN', responseCode: 535, response: '535 5.7.8 bad password' }, false, false],
  [{ command: 'MAIL FROM', responseCode: 530, response: '530 5.7.0 STARTTLS first' }, false, false],
  [{ command: 'CONN', responseCode: 554, response: '554 no service' }, false, false],
  [{ code: 'ECONNECTION' }, false, false],
])('%j: for good %j, bad address %j', (trouble, permanent, bad) => {
  expect(isPermanent(trouble)).toBe(permanent);
  expect(isBadAddress(trouble)).toBe(bad);
});

test('of the rejected only those refused for good are given up', () => {
  const errors = [{ recipient: 'a@x', command: 'RCPT TO', responseCode: 550 }, { recipient: 'b@x', command: 'RCPT TO', responseCode: 451 }];
  expect(sortRejected(errors, ['a@x', 'b@x'])).toEqual({ refused: ['a@x'], later: ['b@x'] });
});

test('waits grow to four hours and differ by chance', () => {
  expect([1, 2, 3, 4, 5, 6, 60].map((attempts) => secondsToWait(attempts, 0.5))).toEqual([10, 60, 300, 900, 3600, 14_400, 14_400]);
  expect(secondsToWait(1, 0)).toBeLessThan(secondsToWait(1, 0.99));
});

test('what is kept of an error is one line without a login', () => {
  expect(describeTrouble({ message: 'connect smtp://me:secret@mail.example:587\r\nfailed' })).toBe('connect smtp://mail.example:587 failed');
});

test('text that looks like HTML stays text', () => {
  expect(mailHtml({ text: '<script>alert(1)</script>\n"x" & y', html: null }, { signature: '<b>sig</b>' }).html).not.toMatch(/<script|<b>/);
});

test('the words of whatever is no mail server are not shown, those of one are', () => {
  expect(describeTrouble({ code: 'EPROTOCOL', command: 'CONN', response: '-ERR internal-service v1.2', message: 'Invalid greeting. response=-ERR internal-service v1.2' })).not.toContain('internal-service');
  expect(describeTrouble({ command: 'CONN', responseCode: 554, response: '554 5.7.1 You are on a list', message: 'Invalid greeting' })).toBe('554 5.7.1 You are on a list');
});
