import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { Context } from '../../context.ts';
import { Problem } from '../../platform/errors/problem.ts';
import { wellFormedLine } from '../../platform/mail/well-formed.ts';
import { createInboxesAtDoor } from './inboxes-at-door.ts';
import { insertIntake, type InboxAtDoor, type ReceivedMail } from './intake.queries.ts';
import { leaseSeconds } from './intake-worker.ts';

/** Bytes of one mail. */
export const largestMail = 40 * 1024 * 1024;
const mostConnections = 200;
const mostRecipients = 100;
/** Milliseconds without a byte after which a connection ends. */
const idle = 120_000;

export type MailListeners = { smtpPort: number; lmtpPort: number | null; stop(): Promise<void> };

/**
 * The doors for mail: SMTP (RFC 5321) and, where a port is configured, LMTP (RFC 2033). They take mail for our
 * inboxes' addresses and nothing else, and say 250 only when the bytes are on the disk and the row is committed.
 * Without encryption: put a mail server of the network in front where mail comes over the open internet.
 */
export async function startMailListeners(context: Context): Promise<MailListeners> {
  const { smtpHost, smtpPort, lmtpPort } = context.config;
  const smtp = await listen(context, 'smtp', smtpPort, smtpHost);
  const lmtp = lmtpPort === null ? null : await listen(context, 'lmtp', lmtpPort, smtpHost).catch(async (error: unknown) => {
    await new Promise<void>((resolve) => smtp.close(() => resolve()));
    throw error;
  });
  return {
    smtpPort: portOf(smtp),
    lmtpPort: lmtp && portOf(lmtp),
    async stop() {
      await Promise.all([smtp, ...(lmtp ? [lmtp] : [])].map((server) => new Promise<void>((resolve) => server.close(() => resolve()))));
    },
  };
}

function portOf({ server }: SMTPServer): number {
  return (server.address() as AddressInfo).port; // it listens on TCP
}

async function listen(context: Context, source: 'smtp' | 'lmtp', port: number, host: string): Promise<SMTPServer> {
  const server = createServer(context, source);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  server.on('error', (error: Error) => context.log.debug({ err: error, source }, 'mail connection failed'));
  return server;
}

function createServer(context: Context, source: 'smtp' | 'lmtp'): SMTPServer {
  const findInbox = createInboxesAtDoor(context);
  return new SMTPServer({
    lmtp: source === 'lmtp',
    name: new URL(context.config.publicUrl).hostname,
    banner: 'Ombud',
    disabledCommands: ['AUTH', 'STARTTLS'],
    authOptional: true,
    disableReverseLookup: true,
    size: largestMail,
    rejectOversized: true,
    maxClients: mostConnections,
    maxRecipients: mostRecipients,
    // Nobody signs in here, and one connection may bring thousands of mails.
    maxAllowedUnauthenticatedCommands: 1_000_000,
    lenientAddressParsing: true,
    socketTimeout: idle,
    closeTimeout: 5_000,
    logger: false,
    onMailFrom(_address, session, callback) {
      found.delete(session);
      callback();
    },
    onRcptTo(address, session, callback) {
      answer(context, findInbox(address.address).then((inbox) => {
        if (!inbox) throw refusal(550, '5.1.1 No such mailbox here');
        rememberInbox(session, address.address, inbox);
      }), callback);
    },
    onData(stream, session, callback) {
      answer(context, receive(context, source, stream, session), (error, message) => {
        // LMTP answers for each recipient; all stand in one transaction.
        if (!error && source === 'lmtp') callback(null, session.envelope.rcptTo.map(() => message ?? ''));
        else callback(error, message);
      });
    },
  });
}

/** The inboxes that RCPT found, until the mail itself comes. */
const found = new WeakMap<SMTPServerSession, Map<string, InboxAtDoor>>();

function rememberInbox(session: SMTPServerSession, recipient: string, inbox: InboxAtDoor): void {
  const inboxes = found.get(session) ?? new Map<string, InboxAtDoor>();
  inboxes.set(recipient, inbox);
  found.set(session, inboxes);
}

/** Bytes first, then one row for each inbox in one statement; only then is it ours. */
async function receive(context: Context, source: 'smtp' | 'lmtp', stream: SMTPServerDataStream, session: SMTPServerSession): Promise<string> {
  const { sha256, size } = await context.files.put(stream, largestMail);
  const targets = new Map<string, { inbox: InboxAtDoor; envelopeTo: string }>();
  for (const { address } of session.envelope.rcptTo) {
    const inbox = found.get(session)?.get(address);
    if (!inbox) throw refusal(451, '4.3.0 Begin again');
    const key = `${inbox.workspace_id}/${inbox.inbox_id}`;
    // One mail an inbox; the address with a mark says more than the bare one.
    if (!targets.has(key) || address.includes('+')) targets.set(key, { inbox, envelopeTo: address });
  }
  const { mailFrom } = session.envelope;
  await take(context, [...targets.values()].map(({ inbox, envelopeTo }) => ({
    workspaceId: inbox.workspace_id,
    inboxId: inbox.inbox_id,
    source,
    sha256,
    size,
    envelopeFrom: wellFormedLine(mailFrom ? mailFrom.address : '', 320),
    envelopeTo: wellFormedLine(envelopeTo, 320),
    // LMTP comes from a mail server beside us, whose address says nothing of the sender.
    remoteIp: source === 'smtp' ? session.remoteAddress : null,
    helo: source === 'smtp' ? wellFormedLine(String(session.hostNameAppearsAs || ''), 255) : null,
  })));
  return '2.0.0 Taken';
}

/** Commits the rows; a free reader in this process has its mail at once, without looking for it. */
async function take(context: Context, mails: ReceivedMail[]): Promise<void> {
  const slot = mails.length === 1 ? context.intake.reserve() : null;
  try {
    const [job] = await insertIntake(context.db, mails, slot && leaseSeconds);
    if (slot && job) return slot.run(job);
  } finally {
    slot?.release();
  }
  context.wake.say('intake');
}

type Refusal = Error & { responseCode: number };

function refusal(responseCode: number, message: string): Refusal {
  return Object.assign(new Error(message), { responseCode });
}

/** What is our trouble is temporary for the sender (451), so that the mail comes again; never 250. */
function answer<Result>(context: Context, work: Promise<Result>, callback: (error?: Error | null, result?: Result) => void): void {
  work.then(
    (result) => callback(null, result),
    (error: unknown) => {
      if (error instanceof Error && 'responseCode' in error) return callback(error);
      if (error instanceof Problem && error.code === 'too_large') return callback(refusal(552, '5.3.4 The mail is larger than 40 MB'));
      context.log.error({ err: error }, 'mail not taken');
      return callback(refusal(451, '4.3.0 Trouble on our side; try again later'));
    },
  );
}
