import { parseAddresses } from './addresses.ts';
import { reportKind } from './bounce-signs.ts';
import { recipientsInText, splitReport, tidy } from './bounce-text.ts';
import { decodeText } from './charset.ts';
import { readDeliveryStatus, reportGroups } from './delivery-report.ts';
import { decodeHeader, rawHeader, readHeaderBlock } from './header-block.ts';
import { parseMessageIds } from './header-values.ts';
import { htmlToText } from './html-to-text.ts';
import { isHtml, partText } from './mail-body.ts';
import { allParts, partContent, readPart } from './mime-tree.ts';
import { readCloudNotification } from './cloud-notification.ts';
import { defaultLimits } from './mail.types.ts';
import type { FailedRecipient } from './bounce-text.ts';
import type { HeaderBlock } from './header-block.ts';
import type { ReadMail } from './mail.types.ts';
import type { MimePart } from './mime-tree.ts';

/**
 * `permanent` speaks of the address: a failed delivery with a 4.x.x status (a full queue, an unreachable host)
 * did not arrive, but the address may be good.
 */
export type Bounce = {
  kind: 'failed' | 'delayed' | 'feedback';
  recipients: FailedRecipient[];
  originalMessageId: string | null;
  originalSubject: string | null;
  originalFrom: string | null;
  originalTo: string[];
  /** The value of our own `X-Ombud-Loop` in the returned header. */
  ourMark?: string;
};

type Original = Pick<Bounce, 'originalMessageId' | 'originalSubject' | 'originalFrom' | 'originalTo' | 'ourMark'>;

const limits = { ...defaultLimits, maxParts: 100, maxDepth: 8 };
const maxRead = 2_000_000;

function originalOf(block: HeaderBlock): Original {
  // Copies in a report are often broken; a bare id without brackets is better than none.
  const id = rawHeader(block, 'message-id') ?? '';
  const bare = id.trim().replace(/^<|>$/g, '');
  const mark = rawHeader(block, 'x-ombud-loop');
  return {
    originalMessageId: parseMessageIds([id])[0] ?? (bare && !/\s/.test(bare) ? `<${bare}>` : null),
    originalSubject: decodeHeader(rawHeader(block, 'subject'), null, null) || null,
    originalFrom: parseAddresses(rawHeader(block, 'from'), null, null)[0]?.address ?? null,
    originalTo: parseAddresses(rawHeader(block, 'to'), null, null).map((a) => a.address),
    ...(mark ? { ourMark: mark.slice(0, 200) } : {}),
  };
}

/** The header of the returned message: its own part, a part with headers only, or lines in the text. */
function findOriginal(parts: MimePart[], textOriginal: string | null): Original | null {
  const message = parts.findLast((p) => p.message !== null)?.message;
  if (message && message.headers.fields.length > 1) return originalOf(message.headers);
  const headers = parts.find((p) => p.type.startsWith('text/rfc822-header') || p.type === 'message/rfc822-headers' || p.type === 'message/rfc822');
  const bytes = headers ? partContent(headers) : textOriginal ? Buffer.from(textOriginal) : null;
  if (!bytes) return null;
  const block = readHeaderBlock(bytes, 0, bytes.length, limits);
  return block.fields.length > 1 ? originalOf(block) : null;
}

function readableText(parts: MimePart[], mail: ReadMail): string {
  const texts = parts
    .filter((p) => p.type === 'text/plain' || p.type === 'text/html')
    .slice(0, 5)
    .map((p) => {
      const text = partText(p, null, null, 200_000).text;
      return isHtml(p) ? htmlToText(text) : text;
    });
  return texts.find((text) => text.trim() !== '') ?? mail.text;
}

function feedback(parts: MimePart[], original: Original | null): Bounce {
  const report = parts.find((p) => p.type === 'message/feedback-report');
  const fields = report ? (reportGroups(partContent(report).toString('latin1'))[0] ?? new Map<string, string[]>()) : new Map<string, string[]>();
  const wanted = ['original-rcpt-to', 'removal-recipient'].flatMap((name) => fields.get(name) ?? []);
  const recipients = (wanted.length > 0 ? wanted : (original?.originalTo ?? []))
    .map((value) => tidy(value.replace(/^[a-z0-9]+;/i, '').replace(/[<>\s]/g, '')))
    .filter((a) => a.includes('@'));
  const from = fields.get('original-mail-from')?.[0]?.replace(/[<>\s]/g, '') ?? null;
  return {
    kind: 'feedback',
    recipients: [...new Set(recipients)].map((address) => ({ address, status: null, diagnostic: fields.get('feedback-type')?.[0] ?? 'abuse', permanent: false })),
    originalMessageId: original?.originalMessageId ?? null,
    originalSubject: original?.originalSubject ?? null,
    originalFrom: original?.originalFrom ?? from,
    originalTo: original?.originalTo ?? [],
    ...(original?.ourMark ? { ourMark: original.ourMark } : {}),
  };
}

/**
 * Whose message came back, and why (RFC 3464, RFC 5965, and the many systems that report in words of their own).
 * Null when the mail is no report of a failure, a delay or a complaint. Never throws.
 */
export function readBounce(raw: Buffer | Uint8Array, mail: ReadMail, envelope: { from: string | null } = { from: null }): Bounce | null {
  const kind = reportKind(mail, envelope.from);
  if (!kind) return null;
  try {
    return read(Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, maxRead)), mail, kind);
  } catch {
    return null;
  }
}

function read(bytes: Buffer, mail: ReadMail, kind: 'bounce' | 'delay' | 'report'): Bounce | null {
  const root = readPart(bytes, 0, bytes.length, { limits, parts: 0, notices: new Set(), deadline: () => false });
  const parts = [...allParts(root)];
  const text = readableText(parts, mail);
  const cloud = readCloudNotification(text);
  if (cloud) return cloud;
  const { notice, original: textOriginal } = splitReport(text);
  const original = findOriginal(parts, textOriginal);
  if (kind === 'report') {
    const isFeedback =
      parts.some((p) => p.type === 'message/feedback-report') ||
      /feedback-report/i.test(mail.headers['content-type'] ?? '') ||
      (original !== null && !parts.some((p) => /delivery-status|disposition-notification/.test(p.type)));
    return isFeedback ? feedback(parts, original) : null;
  }
  const statusParts = parts.filter((p) => /^message\/(global-)?delivery-status$/.test(p.type));
  const statusText = statusParts.length > 0 ? statusParts.map((p) => decodeText(partContent(p), null)).join('\n\n') : text;
  const status = /^(final|original)-recipient[ \t]*:/im.test(statusText) ? readDeliveryStatus(statusText) : { recipients: [], actions: [], envelopeId: null };
  let recipients = status.recipients;
  if (recipients.length === 0) recipients = fromHeader(mail);
  if (recipients.every((r) => !r.status && !r.diagnostic)) recipients = mergeText(recipients, notice, mail, original);
  if (recipients.length === 0) recipients = (original?.originalTo ?? []).slice(0, 1).map((address) => ({ address, status: null, diagnostic: null, permanent: true }));
  const delayed = status.actions.length > 0 ? !status.actions.includes('failed') && status.actions.includes('delayed') : kind === 'delay';
  return {
    kind: delayed ? 'delayed' : 'failed',
    recipients: delayed ? recipients.map((r) => ({ ...r, permanent: false })) : recipients,
    // Google and others answer the message that failed without returning it.
    originalMessageId: original?.originalMessageId ?? mail.inReplyTo[0] ?? mail.references.at(-1) ?? null,
    originalSubject: original?.originalSubject ?? null,
    originalFrom: original?.originalFrom ?? null,
    originalTo: original?.originalTo ?? [],
    ...(original?.ourMark ? { ourMark: original.ourMark } : {}),
  };
}

/** Exim and Google name the addresses in a header of their own. */
function fromHeader(mail: ReadMail): FailedRecipient[] {
  return (mail.headers['x-failed-recipients'] ?? '')
    .split(/[,\s]+/)
    .map((a) => a.replace(/^<|>$/g, ''))
    .filter((a) => /^[^@\s]+@[^@\s]+$/.test(a))
    .slice(0, 100)
    .map((address) => ({ address, status: null, diagnostic: null, permanent: true }));
}

function mergeText(found: FailedRecipient[], notice: string, mail: ReadMail, original: Original | null): FailedRecipient[] {
  const known = new Set([...(original?.originalTo ?? []), ...found.map((r) => r.address)].map((a) => a.toLowerCase()));
  const skip = new Set(
    [...mail.to.map((a) => a.address), mail.from?.address, mail.sender?.address, original?.originalFrom]
      .filter((a): a is string => !!a)
      .map((a) => a.toLowerCase())
      .filter((a) => !known.has(a)),
  );
  const told = recipientsInText(notice, skip, known);
  if (found.length === 0) return told;
  return found.map(
    (r) =>
      told.find((t) => t.address.toLowerCase() === r.address.toLowerCase()) ?? {
        ...r,
        permanent: told[0]?.permanent ?? r.permanent,
        status: told[0]?.status ?? null,
        diagnostic: told[0]?.diagnostic ?? null,
      },
  );
}
