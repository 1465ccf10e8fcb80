import type { Context } from '../../context.ts';
import { describeTrouble, isPermanent, wayOf, type SendTrouble, type Transports, type Way } from '../delivery/index.ts';
import { signatureOf, type Signature } from '../sender-keys/index.ts';
import { findWayOut } from './system-mail.queries.ts';

/** What a feature wants to say to somebody who works here, or is asked to. */
export type SystemMail = { workspaceId: number; to: string; language: string; subject: string; text: string; messageId: string; /** Where an answer goes; nowhere in particular without it. */ replyTo?: string; headers?: Record<string, string>; references?: string; attachments?: { filename: string; contentType: string; content: Buffer }[] };
export type SystemAttempt = 'sent' | { trouble: string; forGood: boolean };

const longestAttempt = 60_000;

/**
 * From the workspace's name and inbox, by that inbox's own server or the installation's. No report is wanted back: a
 * bounce would come into the inbox with the link in it, for every agent to read (RFC 5321 §4.5.5, RFC 3461 §4.1).
 */
export async function sendSystemMail(context: Pick<Context, 'db' | 'config' | 'sealer' | 'clock' | 'log' | 'files'>, transports: Transports, mail: SystemMail): Promise<SystemAttempt> {
  const { config } = context;
  const way = await findWayOut(context.db, mail.workspaceId, config.smtpUrl !== null);
  if (!way) return { trouble: 'The workspace is gone', forGood: true };
  const out = wayOf(context, mail.workspaceId, way.inbox_id ?? 0, way.smtp_url_sealed);
  if (out === null || config.holdOutbound) return { trouble: 'No way out', forGood: false };
  const address = way.address ?? `no-reply@${new URL(config.publicUrl).hostname}`;
  const signed = { ...mail, dkim: await signatureOf(context, mail.workspaceId, address) };
  const first = await hand(transports, out, signed, { name: way.workspace, address }, '');
  // Servers that let a login send as its own address only.
  return first === 'sent' || !first.senderRefused ? first : hand(transports, out, signed, { name: way.workspace, address }, address);
}

async function hand(transports: Transports, way: Way, mail: SystemMail & { dkim: Signature | undefined }, from: { name: string; address: string }, envelopeFrom: string): Promise<'sent' | { trouble: string; forGood: boolean; senderRefused: boolean }> {
  try {
    await transports.to(way).sendMail({
      from,
      to: { name: '', address: mail.to },
      replyTo: mail.replyTo,
      references: mail.references,
      envelope: { from: envelopeFrom, to: [mail.to] },
      dsn: { notify: 'never', return: 'headers' },
      subject: mail.subject,
      text: mail.text,
      attachments: mail.attachments,
      messageId: mail.messageId,
      dkim: mail.dkim,
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'Content-Language': mail.language, ...mail.headers },
      xMailer: false,
      disableFileAccess: true,
      disableUrlAccess: true,
      signal: AbortSignal.timeout(longestAttempt),
    } as Parameters<ReturnType<Transports['to']>['sendMail']>[0]); // the library's types lack `signal` and `xMailer`
    return 'sent';
  } catch (error) {
    const trouble = error as SendTrouble;
    const known = trouble.rejectedErrors?.[0] ?? trouble;
    const forGood = isPermanent(known);
    return { trouble: describeTrouble(known), forGood, senderRefused: forGood && known.command === 'MAIL FROM' };
  }
}
