import { ImapFlow } from 'imapflow';
import { MailTroubleError } from '../../platform/mail/mail-trouble.ts';
import type { Door } from './mailboxes.rules.ts';

/** Milliseconds. */
const connectWithin = 15_000;
const silentFor = 90_000;

/** Messages up to this size come several in one answer; larger ones in pieces. */
export const largestWhole = 512 * 1024;

export type Credentials = { password: string } | { /** An access token; with `fresh` not the one that was refused just now. */ token(options: { fresh: boolean }): Promise<string> };
export type ImapOptions = { /** Certificates to trust beside the system's (PEM). */ ca?: string };

/**
 * A connection that is signed in, with limits on what a server may send: RFC 9051 sets none, and it may be broken or
 * hostile. Without encryption no password leaves this machine.
 * @throws Error that describeMailTrouble understands
 */
export async function openImap(door: Door, credentials: Credentials, options: ImapOptions = {}, signal?: AbortSignal): Promise<ImapFlow> {
  if ('password' in credentials) return connect(door, { pass: credentials.password }, options, signal);
  try {
    return await connect(door, { accessToken: await credentials.token({ fresh: false }) }, options, signal);
  } catch (error) {
    // The provider may have ended the token before its time; a fresh one tells whether it was that.
    if (!(error as { authenticationFailed?: boolean }).authenticationFailed) throw error;
    return connect(door, { accessToken: await credentials.token({ fresh: true }) }, options, signal);
  }
}

async function connect(door: Door, secret: { pass: string } | { accessToken: string }, { ca }: ImapOptions, signal?: AbortSignal): Promise<ImapFlow> {
  const client = new ImapFlow({
    host: door.host,
    port: door.port,
    secure: door.security === 'tls',
    doSTARTTLS: door.security === 'starttls',
    ...(ca === undefined ? {} : { tls: { ca } }),
    auth: { user: door.username, ...secret },
    logger: false,
    disableAutoIdle: true,
    disableCompression: true,
    connectionTimeout: connectWithin,
    greetingTimeout: connectWithin,
    socketTimeout: silentFor,
    maxLineLength: 8 * 1024 * 1024,
    maxLiteralSize: largestWhole * 2,
    maxResponseSize: 10 * 1024 * 1024,
    clientInfo: { name: 'Ombud' },
  });
  // Without a listener an error between two commands would end the program; the next command tells of it.
  client.on('error', () => undefined);
  const close = () => client.close();
  signal?.addEventListener('abort', close, { once: true });
  client.once('close', () => signal?.removeEventListener('abort', close));
  if (signal?.aborted) throw new MailTroubleError('connection_lost');
  try {
    // A server that keeps us busy without ever letting us in.
    await within(client, connectWithin * 4, client.connect());
  } catch (error) {
    // Something spoke, and it was no greeting (RFC 9051 §7.1).
    const spoke = (error as { code?: string }).code === 'GREETING_TIMEOUT' && Number(client.stats().received) > 0;
    client.close();
    throw spoke ? new MailTroubleError('not_a_mail_server', null, { cause: error }) : error;
  }
  return client;
}

/** The work, if it is done in so many milliseconds; else the connection is closed: a byte a minute is not silence, yet never an answer. */
export async function within<Result>(client: ImapFlow, milliseconds: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new MailTroubleError('timed_out'));
      client.close();
    }, milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
