import { monotonicNow } from '../../clock/clock.ts';
import { safeFileName } from './attachment-name.ts';
import { parseAddresses } from './addresses.ts';
import { readInvitations } from './calendar.ts';
import { canonicalCharset, decodeText } from './charset.ts';
import { oneLine } from './encoded-words.ts';
import { decodeHeader, paramText, rawHeader, rawHeaders } from './header-block.ts';
import { parseMailDate, parseMessageIds } from './header-values.ts';
import { htmlToText } from './html-to-text.ts';
import { enrichedToText, partText, sortParts } from './mail-body.ts';
import { allParts, partContent, readPart } from './mime-tree.ts';
import { sanitizeMailHtml } from './render-safe.ts';
import { readTnef } from './tnef.ts';
import { decodeUuencodedBody, findUuencoded } from './transfer-encoding.ts';
import { defaultLimits } from './mail.types.ts';
import type { Address, ForwardedMail, MailAttachment, ReadLimits, ReadMail } from './mail.types.ts';
import type { MimePart, TreeState } from './mime-tree.ts';
import type { Sorted } from './mail-body.ts';

/** Headers that later steps ask for (classification, threading, authentication, display). */
const kept =
  /^(auto-submitted|precedence|return-path|x-failed-recipients|feedback-id|errors-to|importance|priority|delivered-to|envelope-to|organization|user-agent|content-language|accept-language|thread-topic|received-spf|content-type|message-id|in-reply-to|date|subject|from|(list|x-(auto|autoreply|autorespond|ms-exchange|mc|mailer|priority|loop|ombud|original|spam|vacation|failed|cron|fc|yandex|amazon|ses|precedence|campaign|github|jira|zendesk|otrs|freshdesk))[a-z0-9-]*)$/;

type Context = { state: TreeState; charset: string | null; hint: string | null; number: number };

/** The text charset that the mail uses somewhere tells what its unlabelled headers are in. */
function declaredCharset(root: MimePart): string | null {
  for (const part of allParts(root)) {
    const charset = canonicalCharset(part.contentType.params['charset']);
    if (charset && charset !== 'utf-8') return charset;
  }
  return null;
}

/** Country or language code that decides between look-alike charsets. */
function countryHint(root: MimePart): string | null {
  const language = rawHeader(root.headers, 'content-language') ?? rawHeader(root.headers, 'accept-language');
  const code = language ? /^[a-z]{2}/i.exec(language)?.[0].toLowerCase() : null;
  if (code && code !== 'en') return code;
  const from = rawHeader(root.headers, 'from') ?? rawHeader(root.headers, 'message-id') ?? '';
  return /@[^@>\s]{1,200}\.([a-z]{2})(?![a-z0-9.-])/i.exec(from)?.[1]?.toLowerCase() ?? code ?? null;
}

function addressesOf(part: MimePart, name: string, context: Context): Address[] {
  const all = rawHeaders(part.headers, name)
    .slice(0, 10)
    .map((raw) => parseAddresses(raw, context.charset, context.hint))
    .flat();
  const seen = new Set<string>();
  return all.filter((a) => !seen.has(a.address) && seen.add(a.address)).slice(0, 500);
}

function headerMap(root: MimePart, context: Context): Record<string, string> {
  const map: Record<string, string> = Object.create(null) as Record<string, string>; // names come from outside
  for (const field of root.headers.fields) {
    if (kept.test(field.name) && !(field.name in map)) map[field.name] = decodeHeader(field.raw.slice(0, 2000), context.charset, context.hint);
  }
  return map;
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\n/g, '<br />');
}

/** Files that old programs wrote into the text itself. */
function takeUuencoded(text: string, context: Context, into: MailAttachment[]): string {
  let rest = '';
  let at = 0;
  for (let found = findUuencoded(text); found && into.length < context.state.limits.maxAttachments; found = findUuencoded(text, at)) {
    const content = decodeUuencodedBody(text.slice(found.bodyStart, found.end));
    into.push({
      name: safeFileName(decodeHeader(found.name, null, context.hint), '', ++context.number),
      type: 'application/octet-stream',
      size: content.length,
      content,
      contentId: null,
      inline: false,
    });
    rest += text.slice(at, found.start);
    at = found.next;
  }
  return rest + text.slice(at);
}

function readBody(sorted: Sorted, context: Context, attachments: MailAttachment[]): { text: string; html: string | null } {
  const texts: string[] = [];
  const htmls: string[] = [];
  const { state } = context;
  let left = state.limits.maxTextChars;
  let htmlLeft = state.limits.maxTextChars;
  let anyHtml = false;
  for (const block of sorted.blocks) {
    if (state.deadline()) {
      state.notices.add('took_too_long');
      break;
    }
    let plain = '';
    if (block.plain) {
      const read = partText(block.plain, context.charset, context.hint, Math.max(0, left));
      plain = block.plain.type === 'text/enriched' || block.plain.type === 'text/richtext' ? enrichedToText(read.text) : takeUuencoded(read.text, context, attachments);
      if (read.cut) state.notices.add('text_cut');
      // A page sent under the wrong name.
      if (!block.html && /^\s{0,200}(<!doctype html|<html[\s>])/i.test(plain)) {
        block.html = block.plain;
        block.plain = null;
        htmls.push(sanitizeMailHtml(plain));
        anyHtml = true;
        plain = htmlToText(plain);
        texts.push(plain);
        left -= plain.length;
        continue;
      }
    }
    let html: string | null = null;
    if (block.html) {
      const read = partText(block.html, context.charset, context.hint, Math.max(0, htmlLeft));
      if (read.cut) state.notices.add('text_cut');
      htmlLeft -= read.text.length;
      html = sanitizeMailHtml(read.text);
      anyHtml = true;
      if (!plain.trim()) plain = htmlToText(read.text).slice(0, Math.max(0, left));
    }
    left -= plain.length;
    if (plain.trim()) texts.push(plain.replace(/^\s*\n/, '').trimEnd());
    if (html ?? plain.trim()) htmls.push(html ?? `<div>${escapeText(plain.trimEnd())}</div>`);
  }
  return { text: texts.join('\n\n').trimEnd(), html: anyHtml ? htmls.join('\n') : null };
}

function attachmentOf(part: MimePart, context: Context): MailAttachment {
  const content = partContent(part);
  const name =
    paramText(part.disposition, 'filename', context.charset, context.hint) ??
    paramText(part.contentType, 'name', context.charset, context.hint) ??
    (part.message
      ? `${decodeHeader(rawHeader(part.message.headers, 'subject'), context.charset, context.hint).slice(0, 100).replace(/[\\/]/g, '-')}.eml`.replace(/^\.eml$/, '')
      : null) ??
    locationName(rawHeader(part.headers, 'content-location'));
  const contentId = rawHeader(part.headers, 'content-id')?.replace(/^<|>$/g, '').trim().slice(0, 400) || null;
  let safe = safeFileName(name, part.type, ++context.number);
  if (part.message && !/\.eml$/i.test(safe)) safe += '.eml';
  return { name: safe, type: part.type, size: content.length, content, contentId, inline: part.disposition.value === 'inline' && part.type.startsWith('image/') };
}

function locationName(location: string | null): string | null {
  return location ? (location.split(/[?#]/)[0]!.split('/').pop() ?? null) : null;
}

function readAttachments(sorted: Sorted, context: Context, mail: ReadMail, depth: number): void {
  const { state } = context;
  for (const part of sorted.attached) {
    if (mail.attachments.length >= state.limits.maxAttachments) {
      state.notices.add('too_many_attachments');
      return;
    }
    if (part.body.length === 0 && part.headers.fields.length === 0) continue;
    const attachment = attachmentOf(part, context);
    if (isTnef(attachment) && openTnef(attachment, context, mail)) continue;
    mail.attachments.push(attachment);
    if (part.type === 'text/calendar' || part.type === 'application/ics') {
      if (mail.invitations.length < 10) mail.invitations.push(...readInvitations(decodeText(attachment.content, part.contentType.params['charset'], context.hint)));
    } else if (part.type.endsWith('pkcs7-mime')) state.notices.add(/signed-data/i.test(part.contentType.params['smime-type'] ?? '') ? 'signed_opaque' : 'encrypted');
    else if (part.type === 'application/pgp-encrypted') state.notices.add('encrypted');
    if (part.message && depth === 0 && mail.forwarded.length < 20) mail.forwarded.push(readForwarded(part.message, context));
  }
}

function isTnef(attachment: MailAttachment): boolean {
  return /^application\/(vnd\.)?ms-tnef$/.test(attachment.type) || /^winmail\.dat$/i.test(attachment.name);
}

function openTnef(attachment: MailAttachment, context: Context, mail: ReadMail): boolean {
  const tnef = readTnef(
    Buffer.from(attachment.content.buffer, attachment.content.byteOffset, attachment.content.length),
    context.state.limits.maxAttachments - mail.attachments.length,
  );
  if (!tnef) {
    context.state.notices.add('tnef_unreadable');
    return false;
  }
  context.state.notices.add('tnef_opened');
  for (const file of tnef.files) {
    mail.attachments.push({
      name: safeFileName(file.name, file.type, ++context.number),
      type: /^[\w.+-]+\/[\w.+-]+$/.test(file.type) ? file.type : 'application/octet-stream',
      size: file.content.length,
      content: file.content,
      contentId: file.contentId,
      inline: false,
    });
  }
  if (!mail.text && !mail.html) {
    if (tnef.html) mail.html = sanitizeMailHtml(tnef.html.slice(0, context.state.limits.maxTextChars));
    mail.text = (tnef.text?.replace(/\r\n?/g, '\n').trim() || (tnef.html ? htmlToText(tnef.html) : '')).slice(0, context.state.limits.maxTextChars);
  }
  return true;
}

/** A message that was attached to this one, opened for reading; its own attachments stay inside the .eml. */
function readForwarded(root: MimePart, outer: Context): ForwardedMail {
  const context: Context = { ...outer, charset: declaredCharset(root), hint: countryHint(root) ?? outer.hint };
  const from = addressesOf(root, 'from', context)[0] ?? null;
  const body = readBody(sortParts(root), context, []);
  return {
    from,
    subject: decodeHeader(rawHeader(root.headers, 'subject'), context.charset, context.hint).slice(0, 1000),
    date: parseMailDate(rawHeader(root.headers, 'date')),
    text: body.text.slice(0, 200_000),
  };
}

function emptyMail(): ReadMail {
  return {
    subject: '',
    from: null,
    sender: null,
    replyTo: [],
    to: [],
    cc: [],
    date: null,
    messageId: null,
    inReplyTo: [],
    references: [],
    threadIndex: null,
    text: '',
    html: null,
    attachments: [],
    invitations: [],
    forwarded: [],
    notices: [],
    headers: {},
    truncated: false,
    parseFailed: false,
  };
}

function fill(mail: ReadMail, root: MimePart, context: Context): void {
  const { state } = context;
  mail.headers = headerMap(root, context);
  mail.subject = decodeHeader(rawHeader(root.headers, 'subject'), context.charset, context.hint).slice(0, 1000);
  const from = addressesOf(root, 'from', context);
  mail.from = from[0] ?? null;
  if (!mail.from) state.notices.add('from_unreadable');
  if (from.length > 1) state.notices.add('several_from');
  mail.sender = addressesOf(root, 'sender', context)[0] ?? null;
  mail.replyTo = addressesOf(root, 'reply-to', context);
  mail.to = addressesOf(root, 'to', context);
  mail.cc = addressesOf(root, 'cc', context);
  mail.date = parseMailDate(rawHeader(root.headers, 'date'));
  mail.messageId = parseMessageIds(rawHeaders(root.headers, 'message-id').slice(0, 1))[0] ?? null;
  mail.inReplyTo = parseMessageIds(rawHeaders(root.headers, 'in-reply-to'), 10);
  mail.references = parseMessageIds(rawHeaders(root.headers, 'references'));
  mail.threadIndex =
    oneLine(rawHeader(root.headers, 'thread-index') ?? '')
      .replace(/\s+/g, '')
      .slice(0, 1000) || null;
  const declared = /^[a-z]{2}\b/i.exec(mail.headers['content-language'] ?? '')?.[0].toLowerCase();
  if (declared) mail.language = declared;
  const sorted = sortParts(root);
  const body = readBody(sorted, context, mail.attachments);
  mail.text = body.text;
  mail.html = body.html;
  if (root.type === 'multipart/encrypted') state.notices.add('encrypted');
  readAttachments(sorted, context, mail, 0);
  markInline(mail);
}

/** Images that the HTML shows in their place. */
function markInline(mail: ReadMail): void {
  const shown = new Set<string>();
  for (const match of (mail.html ?? '').matchAll(/ data-cid="([^"]{1,400})"/g)) shown.add(match[1]!.replace(/&amp;/g, '&'));
  for (const attachment of mail.attachments) if (attachment.contentId && shown.has(attachment.contentId)) attachment.inline = true;
}

/**
 * Raw mail to what a ticket needs (RFC 5322, 2045–2047, 2231, 3676, 6532). Never throws for a bad mail: what could
 * be read is there, `notices` say what was left out, and `parseFailed` is true when only the raw file is of use.
 * Attachments are views of memory as large as the mail: bound it with `limits.maxBytes` (default 40 MB).
 */
export async function readMail(raw: Buffer | Uint8Array, limits: Partial<ReadLimits> = {}): Promise<ReadMail> {
  const bounds = { ...defaultLimits, ...limits };
  const mail = emptyMail();
  const started = monotonicNow();
  const state: TreeState = { limits: bounds, parts: 0, notices: new Set(), deadline: () => monotonicNow() - started > bounds.maxMillis };
  try {
    const all = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
    let bytes = all.length > bounds.maxBytes ? all.subarray(0, bounds.maxBytes) : all;
    if (bytes.length < all.length) state.notices.add('too_large');
    if (bytes.indexOf(0x0a) < 0 && bytes.includes(0x0d)) bytes = Buffer.from(bytes.map((c) => (c === 0x0d ? 0x0a : c))); // lone CR line ends
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(3); // an editor's byte order mark
    if (bytes.length === 0) mail.parseFailed = true;
    const root = readPart(bytes, 0, bytes.length, state);
    if (root.headers.fields.length === 0) mail.parseFailed = true;
    fill(mail, root, { state, charset: declaredCharset(root), hint: countryHint(root), number: 0 });
  } catch {
    mail.parseFailed = true;
    state.notices.add('unreadable');
  }
  mail.notices = [...state.notices];
  mail.truncated = ['too_large', 'too_many_parts', 'nested_too_deep', 'header_too_large', 'text_cut', 'too_many_attachments', 'took_too_long'].some((code) =>
    mail.notices.includes(code as (typeof mail.notices)[number]),
  );
  return mail;
}
