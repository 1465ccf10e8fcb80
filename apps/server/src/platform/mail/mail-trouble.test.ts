import { expect, test } from 'vitest';
import { describeMailTrouble, MailTroubleError } from './mail-trouble.ts';

const raised = (fields: object, message = 'failed') => Object.assign(new Error(message), fields);

test.each([
  [raised({ code: 'ENOTFOUND', syscall: 'getaddrinfo' }), 'name_not_found'],
  [raised({ code: 'ECONNREFUSED', syscall: 'connect' }), 'refused'],
  [raised({ code: 'ESOCKET' }, 'connect ECONNREFUSED 127.0.0.1:9'), 'refused'],
  [raised({ code: 'EDNS' }, 'getaddrinfo ENOTFOUND mail.example'), 'name_not_found'],
  [raised({ code: 'ESOCKET' }, 'self-signed certificate'), 'certificate'],
  [raised({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }), 'certificate'],
  [raised({ code: 'CERT_HAS_EXPIRED' }), 'certificate'],
  [raised({ code: 'ERR_SSL_WRONG_VERSION_NUMBER' }), 'encryption'],
  [raised({ code: 'EHOSTUNREACH' }), 'unreachable'],
  [raised({ code: 'GREETING_TIMEOUT' }), 'timed_out'],
  [raised({ code: 'ParserError11' }), 'not_a_mail_server'],
  [raised({ code: 'LiteralTooLarge' }), 'too_much'],
  [raised({ code: 'ECONNRESET' }), 'connection_lost'],
  [raised({ code: 'WHATEVER' }), 'other'],
  ['not even an error', 'other'],
])('%s is told as %s', (error, code) => {
  expect(describeMailTrouble(error).code).toBe(code);
});

test('a server’s words are kept in one line, where it answered in its protocol', () => {
  expect(describeMailTrouble(raised({ authenticationFailed: true, responseStatus: 'NO', responseText: `Application-specific\r\npassword required${'!'.repeat(500)}` }))).toEqual({
    code: 'login_refused',
    detail: expect.stringMatching(/^Application-specific password required!{1,300}$/),
  });
  expect(describeMailTrouble(raised({ code: 'EAUTH', responseCode: 535, response: '535 5.7.8 Error' }))).toEqual({ code: 'login_refused', detail: '535 5.7.8 Error' });
});

test('what is no mail server is not quoted: it may be anything in the network beside us', () => {
  expect(describeMailTrouble(raised({ code: 'EPROTOCOL', response: 'redis secret' }))).toEqual({ code: 'not_a_mail_server', detail: null });
  expect(describeMailTrouble(raised({ code: 'X', response: 'internal page' }, 'internal page'))).toEqual({ code: 'other', detail: null });
});

test('what we know ourselves is told as it is', () => {
  expect(describeMailTrouble(new MailTroubleError('folder_missing', 'Support'))).toEqual({ code: 'folder_missing', detail: 'Support' });
});
