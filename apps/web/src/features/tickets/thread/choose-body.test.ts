import { expect, test } from 'vitest';
import { chooseBody, hasQuotedText, quotedPart } from './choose-body.ts';
import { aMessage } from '../testing/factories.ts';

const quoted = { text: 'It works now.\n\nOn Monday Anders wrote:\n> Have you tried the other cable?', reply_text: 'It works now.' };

test('what the customer wrote stands alone and the quote is folded', () => {
  expect(hasQuotedText(quoted)).toBe(true);
  expect(quotedPart(quoted)).toBe('On Monday Anders wrote:\n> Have you tried the other cable?');
});

test('a signature of one word is not worth a fold', () => {
  expect(hasQuotedText({ text: 'It works now.\n\n--\nKarin', reply_text: 'It works now.' })).toBe(false);
});

test('an answer between the quoted lines shows the whole when unfolded', () => {
  const between = { text: '> Which lamp?\nThe red one.\n> Since when?\nSince Monday.', reply_text: 'The red one.\nSince Monday.' };
  expect(quotedPart(between)).toBe(between.text);
});

test('mail with a layout is shown with it, mail without as words', () => {
  const mail = aMessage({ html: '<table></table>', text: 'Invoice 12', reply_text: 'Invoice 12' });
  expect(chooseBody(mail, { meaningful: true, hasQuote: false })).toBe('mail');
  expect(chooseBody(mail, { meaningful: false, hasQuote: false })).toBe('text');
});

test('a reply whose quotes cannot be folded in its layout is shown as words', () => {
  const reply = aMessage({ html: '<b>It works</b><div>…</div>', ...quoted });
  expect(chooseBody(reply, { meaningful: true, hasQuote: false })).toBe('text');
  expect(chooseBody(reply, { meaningful: true, hasQuote: true })).toBe('mail');
});

test('only what an agent wrote is shown in the page itself; mail never is', () => {
  expect(chooseBody(aMessage({ html: '<p>Hi</p>', author: { type: 'agent', id: 1, name: 'Anders' } }), null)).toBe('rich');
  expect(chooseBody(aMessage({ html: '<p>Hi</p>', text: 'Hi', author: { type: 'system', id: null, name: '' } }), { meaningful: true, hasQuote: false })).toBe('mail');
});
