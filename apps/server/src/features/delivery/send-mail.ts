import type { Context } from '../../context.ts';
import { describeTrouble, isBadAddress, isPermanent, sortRejected, type SendTrouble } from './attempt.rules.ts';
import { composeMail, type MailToCompose } from './compose-mail.ts';
import { readInboxWay, readOutgoing, type OutboxJob } from './outbox.queries.ts';
import { signatureOf, type Signature } from '../sender-keys/index.ts';
import type { Transports, Way } from './transports.ts';
import { wayOf } from './way-of.ts';

/** Milliseconds for one mail altogether; a peer that takes a byte a minute is not silent, yet never done. */
const longestAttempt = 5 * 60_000;

/** `refused` is for good; `bad` are those of them whose address does not exist. */
export type Attempt = { accepted: string[]; refused: string[]; later: string[]; bad: string[]; trouble: string | null };

/** Hands a mail to its server, for whoever of its recipients has not got it yet. Throws only for trouble on our side. */
export async function sendMail(context: Pick<Context, 'db' | 'files' | 'sealer' | 'config' | 'clock' | 'log'>, transports: Transports, job: OutboxJob): Promise<Attempt> {
  const pending = job.envelope_to.filter((address) => !job.accepted.includes(address) && !job.refused.includes(address));
  const outgoing = job.message_id === null ? null : await readOutgoing(context.db, job.workspace_id, job.message_id);
  if (pending.length === 0) return { accepted: [], refused: [], later: [], bad: [], trouble: null };
  if (!outgoing || job.ticket_id === null || job.message_id === null) return { accepted: [], refused: pending, later: [], bad: [], trouble: 'The message is gone' };
  const inbox = await readInboxWay(context.db, job.workspace_id, job.inbox_id);
  const way = wayOf(context, job.workspace_id, job.inbox_id, inbox.smtp_url_sealed);
  if (way === null) return { accepted: [], refused: [], later: pending, bad: [], trouble: 'No way out' };
  const mail = { workspaceId: job.workspace_id, ticketId: job.ticket_id, messageId: job.message_id, mailMessageId: job.mail_message_id, mail: job.mail, ...outgoing };
  const dkim = await signatureOf(context, job.workspace_id, job.mail.from.address);
  const first = await hand(context, transports, way, { ...mail, dkim }, job.mail.reply_to, pending);
  // A server that lets a login send as its own address only: bounces then name their message by its Message-ID alone.
  if (first.senderRefused && job.mail.reply_to !== inbox.address) return hand(context, transports, way, { ...mail, dkim }, inbox.address, pending);
  return first;
}

async function hand(context: Pick<Context, 'files' | 'sealer'>, transports: Transports, way: Way, { dkim, ...mail }: MailToCompose & { dkim: Signature | undefined }, from: string, to: string[]): Promise<Attempt & { senderRefused: boolean }> {
  const composed = composeMail(context, mail);
  try {
    const info = await transports.to(way).sendMail({ ...composed, dkim, envelope: { from, to }, signal: AbortSignal.timeout(longestAttempt) });
    const errors = ((info as { rejectedErrors?: SendTrouble[] }).rejectedErrors ?? []).slice(0, 1000);
    const rejected = info.rejected.map(String);
    const { refused, later } = sortRejected(errors, rejected);
    return { accepted: to.filter((address) => !rejected.includes(address)), refused, later, bad: badOf(errors), trouble: errors[0] ? describeTrouble(errors[0]) : null, senderRefused: false };
  } catch (error) {
    const trouble = error as SendTrouble;
    if (trouble.rejectedErrors?.length) {
      const { refused, later } = sortRejected(trouble.rejectedErrors, to);
      return { accepted: [], refused, later, bad: badOf(trouble.rejectedErrors), trouble: describeTrouble(trouble.rejectedErrors[0] ?? trouble), senderRefused: false };
    }
    const forGood = isPermanent(trouble);
    return { accepted: [], refused: forGood ? to : [], later: forGood ? [] : to, bad: [], trouble: describeTrouble(trouble), senderRefused: forGood && trouble.command === 'MAIL FROM' };
  } finally {
    for (const { content } of (composed.attachments ?? []) as { content?: unknown }[]) if (content && typeof content === 'object' && 'destroy' in content) (content as { destroy(): void }).destroy();
  }
}

function badOf(errors: SendTrouble[]): string[] {
  return errors.filter(isBadAddress).flatMap(({ recipient }) => recipient ?? []);
}
