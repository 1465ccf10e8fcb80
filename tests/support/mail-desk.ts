import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { startDelivery } from '../../apps/server/src/features/delivery/index.ts';
import { bringBackTicket, startIntakeWorker, startMailListeners } from '../../apps/server/src/features/intake/index.ts';
import { startMailToPeople } from '../../apps/server/src/program/roles.ts';
import type { DnsResolver } from '../../apps/server/src/platform/mail/reading/authenticate.ts';
import { readMail } from '../../apps/server/src/platform/mail/reading/read-mail.ts';
import type { ReadMail } from '../../apps/server/src/platform/mail/reading/mail.types.ts';
import { openTestDesk, type TestDesk } from './desk.ts';

export type Caught = { from: string; to: string[]; raw: string; mail: ReadMail };

export type Sink = {
  url: string;
  caught: Caught[];
  /** Answers to what comes next; without one everything is taken. */
  onRecipient: ((address: string) => Error | null) | null;
  onMail: ((to: string[]) => Error | null) | null;
  close(): Promise<void>;
};

export function smtpError(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

/** A real mail server on loopback that keeps what it is handed. */
export async function openSink(options: SMTPServerOptions = {}): Promise<Sink> {
  const sink: Omit<Sink, 'url' | 'close'> = { caught: [], onRecipient: null, onMail: null };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    onRcptTo: (address, _session, callback) => callback(sink.onRecipient?.(address.address) ?? null),
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        const refused = sink.onMail?.(to) ?? null;
        if (refused) return callback(refused);
        const raw = Buffer.concat(chunks);
        sink.caught.push({ from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '', to, raw: raw.toString('utf8'), mail: await readMail(raw) });
        return callback(null);
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return Object.assign(sink, { url: `smtp://127.0.0.1:${port}`, close: () => new Promise<void>((resolve) => server.close(() => resolve())) });
}

/** DNS with these TXT records only. `verified.example` may send from loopback, `forged.example` from nowhere. */
export const testDns: DnsResolver = async (name, rrtype) => {
  const zone: Record<string, string> = {
    'verified.example': 'v=spf1 ip4:127.0.0.1 -all',
    '_dmarc.verified.example': 'v=DMARC1; p=reject',
    'forged.example': 'v=spf1 -all',
    '_dmarc.forged.example': 'v=DMARC1; p=reject',
  };
  const record = rrtype === 'TXT' ? zone[name] : undefined;
  if (record === undefined) throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
  return [[record]];
};

export type MailDesk = TestDesk & {
  sink: Sink;
  smtpPort: number;
  /** Hands a mail to our door by SMTP. */
  send(mail: SendMailOptions): Promise<void>;
  sendRaw(raw: string | Buffer, envelope: { from: string; to: string | string[] }): Promise<void>;
  /** Waits until every mail that came in is read. */
  settle(): Promise<void>;
  /** Waits until something is so. */
  until<Result>(what: string, look: () => Promise<Result | null | undefined | false> | Result | null | undefined | false): Promise<Result>;
};

/** The desk with its mail doors, reader and sender, and a mail server beside it. */
export async function openMailDesk({ environment = {}, withoutWayOut = false, dns = testDns }: { environment?: Record<string, string>; withoutWayOut?: boolean; dns?: DnsResolver } = {}): Promise<MailDesk> {
  const sink = await openSink();
  const desk = await openTestDesk({ OMBUD_SMTP_PORT: '0', ...(withoutWayOut ? {} : { OMBUD_SMTP_URL: sink.url }), ...environment });
  const doors = await startMailListeners(desk.context);
  const reader = startIntakeWorker(desk.context, { dns });
  const sender = startDelivery(desk.context, { onGivenUp: bringBackTicket });
  const toPeople = startMailToPeople(desk.context);
  const transport = createTransport({ host: '127.0.0.1', port: doors.smtpPort, ignoreTLS: true, pool: true, maxConnections: 3 });

  async function until<Result>(what: string, look: () => Promise<Result | null | undefined | false> | Result | null | undefined | false): Promise<Result> {
    const end = performance.now() + 15_000;
    for (;;) {
      const found = await look();
      if (found) return found;
      if (performance.now() > end) throw new Error(`did not happen: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  return {
    ...desk,
    sink,
    smtpPort: doors.smtpPort,
    until,
    async send(mail) {
      await transport.sendMail(mail);
    },
    async sendRaw(raw, envelope) {
      await transport.sendMail({ raw, envelope });
    },
    settle: () =>
      until('all mail read', async () => {
        const waiting = await desk.context.db.selectFrom('intake').select('id').where('status', '=', 'received').limit(1).execute();
        return waiting.length === 0;
      }).then(() => undefined),
    async stop() {
      transport.close();
      await doors.stop();
      await Promise.all([reader.stop(), sender.stop(), toPeople.stop()]);
      await desk.stop();
      await sink.close();
    },
  };
}
