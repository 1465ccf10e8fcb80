import { createTransport } from 'nodemailer';
import type { Ledger, LedgerMail } from './ledger.ts';
import { between, type Random } from './random.ts';
import { pause } from './until.ts';

export type Clients = {
  /** Begins nothing new and gets to the end with what is under way: a mail without an answer is sent until it has one. */
  finish(): Promise<void>;
};

export type MailClientOptions = { ports: number[]; inbox: string; ledger: Ledger; random: Random; name: string; clients?: number; /** Milliseconds between two mails of a client, at most. */ pace?: number };

/** Several mail servers, each sending one mail after another and, as RFC 5321 wants, again when it got no answer. */
export function startMailClients({ ports, inbox, ledger, random, name, clients = 4, pace = 80 }: MailClientOptions): Clients {
  let finishing = false;

  async function client(number: number): Promise<void> {
    for (let count = 0; !finishing; count += 1) {
      const mail: LedgerMail = { messageId: `<${name}.${number}.${count}@customers.example>`, subject: `Mail ${name} ${number} ${count}`, acknowledged: false, tries: 0 };
      ledger.mails.push(mail);
      const sender = `person.${name}.${number}.${count}@customers.example`;
      // Some give up when they get no answer; what becomes of their mail is then open, but it is never two.
      const patience = random() < 0.1 ? 1 : Infinity;
      while (!mail.acknowledged && mail.tries < patience) {
        mail.tries += 1;
        const port = ports[between(random, 0, ports.length - 1)] as number;
        mail.acknowledged = await hand(port, sender, inbox, compose(mail, sender, inbox, count), ledger);
        if (!mail.acknowledged) await pause(between(random, 50, 200));
      }
      await pause(between(random, pace / 4, pace));
    }
  }

  const running = Array.from({ length: clients }, (_, number) => client(number));
  return {
    async finish() {
      finishing = true;
      await Promise.all(running);
    },
  };
}

async function hand(port: number, from: string, to: string, raw: string, ledger: Ledger): Promise<boolean> {
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true, connectionTimeout: 5_000, greetingTimeout: 30_000, socketTimeout: 30_000 });
  const began = performance.now();
  try {
    await transport.sendMail({ raw, envelope: { from, to } });
    return true;
  } catch (error) {
    const { responseCode = 0, code = '' } = error as { responseCode?: number; code?: string };
    ledger.mailTrouble.push({ status: responseCode, contentType: '', code, milliseconds: performance.now() - began });
    return false;
  } finally {
    transport.close();
  }
}

/** A second try of every other mail comes over another relay, which adds a line: other bytes, the same mail. */
function compose(mail: LedgerMail, from: string, to: string, count: number): string {
  const relayed = mail.tries > 1 && count % 2 === 1 ? [`Received: from relay${mail.tries}.example by mx.customers.example; Sun, 22 Nov 2026 10:00:00 +0000`] : [];
  const head = [...relayed, `From: Anna Berg <${from}>`, `To: ${to}`, `Subject: ${mail.subject}`, `Message-ID: ${mail.messageId}`, 'Date: Sun, 22 Nov 2026 10:00:00 +0000', 'MIME-Version: 1.0'];
  const text = `Hello,\r\nmy modem has no light since this morning (${mail.subject}).\r\nAnna`;
  if (count % 4 !== 0) return [...head, 'Content-Type: text/plain; charset=utf-8', '', text, ''].join('\r\n');
  const attachment = Buffer.from(`${mail.subject} `.repeat(500)).toString('base64').replace(/.{76}/g, '$&\r\n');
  return [
    ...head, 'Content-Type: multipart/mixed; boundary="cut"', '',
    '--cut', 'Content-Type: text/plain; charset=utf-8', '', text,
    '--cut', 'Content-Type: application/octet-stream', 'Content-Disposition: attachment; filename="log.bin"', 'Content-Transfer-Encoding: base64', '', attachment,
    '--cut--', '',
  ].join('\r\n');
}
