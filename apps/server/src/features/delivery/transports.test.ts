import type { SMTPServerOptions } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { openSink, type Sink } from '../../../../../tests/support/mail-desk.ts';
import { describeTrouble, isPermanent, type SendTrouble } from './attempt.rules.ts';
import { createTransports, type Transports } from './transports.ts';

let sink: Sink | undefined;
let transports: Transports | undefined;
let logins: string[] = [];

afterEach(async () => {
  transports?.close();
  await sink?.close();
  logins = [];
});

/** Our machine under a name that is not one of its own, so that it counts as another. */
const elsewhere = (url: string) => url.replace('127.0.0.1', '0.0.0.0');

async function hand(options: SMTPServerOptions, toUrl: (url: string) => string): Promise<SendTrouble | null> {
  sink = await openSink({ onAuth: ({ username, password }, _session, callback) => callback(null, { user: String(logins.push(`${username}:${password}`)) }), ...options });
  transports = createTransports();
  const mail = { envelope: { from: 'a@desk.example', to: ['b@firm.example'] }, raw: 'Subject: x\r\n\r\nx' };
  return transports.to({ url: toUrl(sink.url), token: null }).sendMail(mail).then(() => null, (error: SendTrouble) => error);
}

const withLogin = (url: string) => url.replace('smtp://', 'smtp://desk:secret@');
const plain: SMTPServerOptions = { disabledCommands: ['STARTTLS'], allowInsecureAuth: true };

test('a login is not sent to another machine that does not encrypt, and the mail waits with a sentence that says why', async () => {
  const trouble = await hand(plain, (url) => elsewhere(withLogin(url)));
  expect(logins).toEqual([]);
  expect(sink?.caught).toEqual([]);
  expect(trouble && describeTrouble(trouble)).toBe('The server does not offer encryption (STARTTLS), and a login is not sent without it');
  expect(trouble && isPermanent(trouble)).toBe(false);
});

test('nor to one whose certificate nobody vouches for', async () => {
  const trouble = await hand({ disabledCommands: [] }, (url) => elsewhere(withLogin(url)));
  expect(logins).toEqual([]);
  expect(trouble && describeTrouble(trouble)).toMatch(/certificate/i);
});

test('to this machine a login goes without encryption', async () => {
  expect(await hand(plain, withLogin)).toBeNull();
  expect(logins).toEqual(['desk:secret']);
});

test.each([['that encrypts', ['AUTH']], ['that does not', ['AUTH', 'STARTTLS']]])('without a login a mail goes out by a server %s', async (_what, disabledCommands) => {
  expect(await hand({ disabledCommands }, elsewhere)).toBeNull();
  expect(sink?.caught).toHaveLength(1);
});
