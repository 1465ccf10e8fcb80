import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { SendMailOptions } from 'nodemailer';
import type { Sealer } from '../../platform/auth/sealer.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import type { QueuedMail } from './delivery.types.ts';
import { mailHtml, mailText } from './mail-texts.ts';
import type { OutgoingFile, OutgoingMessage } from './outbox.queries.ts';
import { loopHeader } from './thread-tokens.ts';

export type MailToCompose = {
  workspaceId: number;
  ticketId: number;
  messageId: number;
  mailMessageId: string;
  mail: QueuedMail;
  message: OutgoingMessage;
  files: OutgoingFile[];
};

type Services = { files: Pick<FileStore, 'read'>; sealer: Sealer };

/**
 * The mail as nodemailer wants it; the same rows give the same bytes, so that a repeat after a crash is recognisable.
 * Attachments are read while they are sent, never whole.
 */
export function composeMail({ files, sealer }: Services, outgoing: MailToCompose): SendMailOptions {
  const { mail, message, mailMessageId } = outgoing;
  const { html, images } = mailHtml(message, mail);
  return {
    from: mail.from,
    to: mail.to,
    cc: mail.cc.length > 0 ? mail.cc : undefined,
    replyTo: mail.reply_to === mail.from.address ? undefined : { name: mail.from.name, address: mail.reply_to },
    subject: mail.subject,
    messageId: mailMessageId,
    inReplyTo: mail.in_reply_to ?? undefined,
    references: mail.references.length > 0 ? mail.references : undefined,
    date: new Date(mail.date),
    text: mailText(message, mail),
    html,
    attachments: [
      ...outgoing.files.map((file) => ({
        filename: file.name,
        contentType: file.type,
        content: readLater(files, file.sha256),
        ...(file.content_id !== null && html.includes(`cid:${file.content_id}`) ? { cid: file.content_id, contentDisposition: 'inline' } : {}),
      })),
      ...images.map(({ cid, type, content }) => ({ filename: `${cid.slice(0, 8)}.${type.split('/')[1] ?? 'img'}`, contentType: type, content, cid, contentDisposition: 'inline' })),
    ],
    headers: {
      'X-Ombud-Loop': loopHeader(sealer, outgoing, { aside: message.side_id !== null }),
      ...(mail.language ? { 'Content-Language': mail.language } : {}),
      // RFC 3834 §5 (a question of ours answers nothing), and what Exchange goes by.
      ...(mail.automatic ? { 'Auto-Submitted': mail.survey ? 'auto-generated' : 'auto-replied', 'X-Auto-Response-Suppress': 'All' } : {}),
    },
    xMailer: false,
    baseBoundary: createHash('sha256').update(mailMessageId).digest('hex').slice(0, 24),
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  } as SendMailOptions;
}

/** Opened with the first byte that is wanted. */
function readLater(files: Pick<FileStore, 'read'>, sha256: string): Readable {
  return Readable.from(
    (async function* () {
      yield* await files.read(sha256);
    })(),
    { objectMode: false },
  );
}

/** The mail's bytes as they would be sent, at most `limit` of them. */
export async function renderSource(services: Services, outgoing: MailToCompose, limit: number): Promise<{ source: string; cut: boolean }> {
  const stream = new MailComposer(composeMail(services, outgoing)).compile().createReadStream();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > limit) break;
  }
  return { source: Buffer.concat(chunks).subarray(0, limit).toString('utf8'), cut: size > limit };
}

/** The fields of a mail's header, unfolded (RFC 5322 §2.2.3). */
export function headerFields(source: string): { name: string; value: string }[] {
  const end = source.indexOf('\r\n\r\n');
  const head = (end < 0 ? source : source.slice(0, end)).replace(/\r\n[ \t]/g, ' ');
  return head.split('\r\n').flatMap((line) => {
    const colon = line.indexOf(':');
    return colon > 0 ? [{ name: line.slice(0, colon), value: line.slice(colon + 1).trim() }] : [];
  });
}
