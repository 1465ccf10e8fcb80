import { domainToASCII } from 'node:url';
import type { Context } from '../../context.ts';
import { authenticateMail, type DnsResolver, type MailAuthentication } from '../../platform/mail/reading/authenticate.ts';
import { classifyMail } from '../../platform/mail/reading/classify-mail.ts';
import { detectLanguage } from '../../platform/mail/reading/language.ts';
import type { Address, ReadMail } from '../../platform/mail/reading/mail.types.ts';
import { readBounce } from '../../platform/mail/reading/read-bounce.ts';
import { readMail } from '../../platform/mail/reading/read-mail.ts';
import { wellFormed, wellFormedLine } from '../../platform/mail/well-formed.ts';
import { readLoopHeader } from '../delivery/index.ts';
import { displayName, storeFile, type MailFile } from '../files/index.ts';
import type { MailAddress } from '../tickets/index.ts';
import { withoutCustomerLinks } from './customer-links.ts';
import type { IntakeJob } from './intake.queries.ts';
import type { PreparedMail } from './intake.types.ts';
import { splitReply } from './reply-text/reply-text.ts';

const mostIds = 200;
const longestId = 500;
/** MS-OXOMSG §2.2.1.3: 22 bytes name the conversation, then 5 for each answer. */
const threadRootBytes = 22;

/** Everything slow, before the transaction: read, check the sender, write the attachments. */
export async function prepareMail(context: Pick<Context, 'files' | 'sealer' | 'clock'>, job: IntakeJob, dns: DnsResolver): Promise<PreparedMail> {
  const raw = await context.files.readWhole(job.raw_sha256);
  const [mail, checked] = await Promise.all([
    readMail(raw),
    authenticateMail(raw, { ip: job.remote_ip, helo: job.helo, mailFrom: job.envelope_from }, dns),
  ]);
  const loopHeader = mail.headers['x-ombud-loop'] ?? null;
  // Another installation's mark says nothing here: an agent there may be writing to us.
  if (loopHeader !== null && !readLoopHeader(context.sealer, job.workspace_id, loopHeader).own) delete mail.headers['x-ombud-loop'];
  const envelope = { from: job.envelope_from };
  const { automatic, mayAnswer } = classifyMail(mail, envelope);
  const files: MailFile[] = [];
  for (const part of mail.attachments) {
    const stored = await storeFile(context, { content: part.content, name: wellFormedLine(part.name, 300), type: wellFormedLine(part.type, 200) });
    files.push({ ...stored, contentId: part.contentId === null ? null : wellFormedLine(part.contentId, 400), inline: part.inline });
  }
  const from = person(mail.from ?? mail.sender ?? mail.replyTo[0] ?? envelopeSender(job));
  const verdict = verdictOn(mail.from, checked);
  const shown = (it: string) => withoutCustomerLinks(wellFormed(it), context.sealer, context.clock.now());
  const text = shown(textOf(mail));
  const replyText = wellFormed(splitReply(text).reply);
  const messageId = mail.messageId === null ? null : wellFormedLine(mail.messageId, longestId);
  return {
    from,
    answerTo: answerTo(mail, from, automatic !== null || verdict === 'failed'),
    to: people(mail.to),
    cc: people(mail.cc),
    subject: wellFormedLine(mail.subject, 500),
    text,
    html: mail.html === null ? null : shown(mail.html),
    replyText,
    language: detectLanguage(replyText.length > 40 ? replyText : text),
    messageId,
    inReplyTo: ids(mail.inReplyTo),
    references: ids(mail.references),
    threadRoot: threadRoot(mail.threadIndex),
    automatic,
    mayAnswer,
    verdict,
    bounce: readBounce(raw, mail, envelope),
    loopHeader,
    notices: mail.parseFailed ? [...new Set([...mail.notices, 'unreadable'])] : mail.notices,
    files,
    raw: rawFile(job),
    dedupeKey: messageId === null ? null : dedupeKey(messageId, from, verdict === 'failed'),
  };
}

/** What is left for a mail that nothing can be read from: the ticket with the raw file. */
export function unreadableMail(job: IntakeJob): PreparedMail {
  return {
    from: envelopeSender(job),
    answerTo: null,
    to: [],
    cc: [],
    subject: '',
    text: '',
    html: null,
    replyText: '',
    language: null,
    messageId: null,
    inReplyTo: [],
    references: [],
    threadRoot: null,
    automatic: null,
    mayAnswer: false,
    verdict: 'unverified',
    bounce: null,
    loopHeader: null,
    notices: ['unreadable'],
    files: [],
    raw: rawFile(job),
    dedupeKey: null,
  };
}

function rawFile(job: IntakeJob) {
  return { sha256: job.raw_sha256, size: job.raw_size, type: 'message/rfc822', name: displayName('message.eml') };
}

/**
 * The checks prove a domain, as their library reads the From field. A field that two readers read as two senders is made
 * to deceive; and what stands in Sender or Reply-To is proved by nothing.
 */
function verdictOn(shown: Address | null, checked: MailAuthentication): MailAuthentication['verdict'] {
  if (checked.verdict !== 'verified') return checked.verdict;
  if (shown === null) return 'unverified';
  const domain = shown.address.slice(shown.address.lastIndexOf('@') + 1);
  return domainToASCII(domain) === domainToASCII(checked.fromDomain ?? '') ? 'verified' : 'failed';
}

function envelopeSender(job: IntakeJob): MailAddress | null {
  const address = (job.envelope_from ?? '').toLowerCase();
  return address.includes('@') ? { name: '', address } : null;
}

function person(address: Address | MailAddress | null | undefined): MailAddress | null {
  if (!address) return null;
  return { name: wellFormedLine(address.name, 200), address: wellFormedLine(address.address, 320).toLowerCase() };
}

function people(addresses: Address[]): MailAddress[] {
  const seen = new Set<string>();
  return addresses.flatMap((entry) => person(entry) ?? []).filter(({ address }) => !seen.has(address) && seen.add(address));
}

/** A form on a website writes From itself and Reply-To the customer. A forged sender or a machine must not send our answer elsewhere. */
function answerTo(mail: ReadMail, from: MailAddress | null, ownAddressOnly: boolean): MailAddress | null {
  const reply = mail.replyTo.length === 1 ? person(mail.replyTo[0]) : null;
  if (ownAddressOnly || !reply || reply.address === from?.address) return from;
  return reply;
}

/** The text, or what stands for it: the message that was attached, or the invitation. */
function textOf(mail: ReadMail): string {
  if (mail.text.trim() !== '') return mail.text;
  const forwarded = mail.forwarded[0];
  if (forwarded?.text.trim()) return [forwarded.subject, forwarded.text].filter(Boolean).join('\n\n');
  const invitation = mail.invitations[0];
  if (!invitation) return mail.text;
  const when = [invitation.start, invitation.end].filter(Boolean).join(' – ');
  return [invitation.summary, [when, invitation.timeZone].filter(Boolean).join(' '), invitation.location].filter(Boolean).join('\n');
}

function ids(values: string[]): string[] {
  return values.map((value) => wellFormedLine(value, longestId)).slice(-mostIds);
}

function threadRoot(threadIndex: string | null): string | null {
  if (!threadIndex) return null;
  const bytes = Buffer.from(threadIndex.slice(0, 1000), 'base64');
  return bytes.length >= threadRootBytes ? bytes.subarray(0, threadRootBytes).toString('base64') : null;
}

/** A forged mail must not keep the real one out, so it has keys of its own. */
function dedupeKey(messageId: string, from: MailAddress | null, forged: boolean): string {
  return `${forged ? '!' : ''}${from?.address ?? ''} ${messageId}`;
}
