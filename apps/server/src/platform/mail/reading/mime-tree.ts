import { decodeTransfer, transferEncodingOf } from './transfer-encoding.ts';
import { parseStructured, rawHeader, readHeaderBlock } from './header-block.ts';
import type { HeaderBlock, Structured } from './header-block.ts';
import type { MailNotice, ReadLimits } from './mail.types.ts';

/**
 * One part of a message. Bodies are views of the raw bytes, nothing is copied before it is asked for.
 * The structure is read here and not by the general parser because that one gives up on a mail that
 * breaks a limit, has no limit on the number of parts or on time, and decodes text by its label, after
 * which the bytes that would show a wrong label are gone.
 */
export type MimePart = {
  headers: HeaderBlock;
  type: string;
  contentType: Structured;
  disposition: Structured;
  body: Buffer;
  children: MimePart[];
  /** The message inside a message/rfc822 part. */
  message: MimePart | null;
};

export type TreeState = { limits: ReadLimits; parts: number; notices: Set<MailNotice>; deadline: () => boolean };

function normalType(value: string, fallback: string): string {
  const type = value.split(/[\s,]/, 1)[0]!;
  if (/^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+$/.test(type)) return type;
  if (type === 'text' || type === 'text/' || type === 'plain' || type === '') return fallback;
  if (type === 'html') return 'text/html';
  return type.startsWith('multipart/') ? 'multipart/mixed' : 'application/octet-stream';
}

/** Where the parts between `--boundary` lines lie (RFC 2046 §5.1.1); a missing last delimiter ends with the region. */
function splitAtBoundary(body: Buffer, boundary: string, max: number): Array<[number, number]> | null {
  const delimiter = Buffer.from(`--${boundary}`, 'latin1');
  const regions: Array<[number, number]> = [];
  let open = -1;
  for (let at = body.indexOf(delimiter); at >= 0; at = body.indexOf(delimiter, at + 1)) {
    if (at > 0 && body[at - 1] !== 0x0a) continue;
    let after = at + delimiter.length;
    const closing = body[after] === 0x2d && body[after + 1] === 0x2d;
    if (closing) after += 2;
    while (body[after] === 0x20 || body[after] === 0x09) after++;
    if (body[after] === 0x0d) after++;
    if (after < body.length && body[after] !== 0x0a) continue;
    if (open >= 0) regions.push([open, lineBreakBefore(body, at, open)]);
    open = Math.min(body.length, after + 1);
    if (regions.length > max) return regions;
    if (closing) return regions;
  }
  if (open >= 0) regions.push([open, body.length]);
  return open >= 0 || regions.length > 0 ? regions : null;
}

/** The line break before a delimiter belongs to the delimiter. */
function lineBreakBefore(body: Buffer, at: number, floor: number): number {
  let end = at;
  if (end > floor && body[end - 1] === 0x0a) end--;
  if (end > floor && body[end - 1] === 0x0d) end--;
  return end;
}

/** A boundary that the header lost or misspelt shows itself: a `--…` line with part headers under it. */
function sniffBoundary(body: Buffer): string | null {
  const head = body.toString('latin1', 0, Math.min(body.length, 65_536));
  const match = /(?:^|\n)--([^\r\n]{1,200}?)[ \t]*\r?\n(?:content-[a-z-]{1,40}[ \t]*:)/i.exec(head);
  return match ? match[1]! : null;
}

export function readPart(bytes: Buffer, start: number, end: number, state: TreeState, depth = 0, parentType = ''): MimePart {
  state.parts++;
  const headers = readHeaderBlock(bytes, start, end, state.limits);
  if (headers.cut) state.notices.add('header_too_large');
  const contentType = parseStructured(rawHeader(headers, 'content-type'));
  const disposition = parseStructured(rawHeader(headers, 'content-disposition'));
  const fallback = parentType === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  const part: MimePart = {
    headers,
    contentType,
    disposition,
    type: normalType(contentType.value, fallback),
    body: bytes.subarray(Math.min(headers.bodyStart, end), end),
    children: [],
    message: null,
  };
  if (part.type.startsWith('multipart/')) openMultipart(part, state, depth);
  else if (part.type === 'message/rfc822' || part.type === 'message/global') openMessage(part, state, depth);
  return part;
}

function mayOpen(state: TreeState, depth: number): boolean {
  if (depth >= state.limits.maxDepth) state.notices.add('nested_too_deep');
  else if (state.parts >= state.limits.maxParts) state.notices.add('too_many_parts');
  else if (state.deadline()) state.notices.add('took_too_long');
  else return true;
  return false;
}

function openMultipart(part: MimePart, state: TreeState, depth: number): void {
  if (!mayOpen(state, depth)) return;
  const declared = part.contentType.params['boundary'];
  const max = state.limits.maxParts;
  let regions = declared ? splitAtBoundary(part.body, declared.slice(0, 400), max) : null;
  if (!regions) {
    const sniffed = sniffBoundary(part.body);
    if (sniffed) regions = splitAtBoundary(part.body, sniffed, max);
  }
  if (!regions) {
    part.type = 'text/plain'; // nothing to split: what is there is shown as it is
    return;
  }
  for (const [from, to] of regions) {
    if (!mayOpen(state, depth)) return;
    if (from >= to && regions.length > 1) continue;
    part.children.push(readPart(part.body, from, to, state, depth + 1, part.type));
  }
}

function openMessage(part: MimePart, state: TreeState, depth: number): void {
  if (!mayOpen(state, depth)) return;
  const body = partContent(part);
  if (body.length > 0) part.message = readPart(body, 0, body.length, state, depth + 1);
}

/** The part's bytes after transfer decoding. */
export function partContent(part: MimePart): Buffer {
  return decodeTransfer(part.body, transferEncodingOf(rawHeader(part.headers, 'content-transfer-encoding')));
}

/** Every part, parents first; those inside attached messages only on request. */
export function* allParts(part: MimePart, intoMessages = false): Generator<MimePart> {
  yield part;
  for (const child of part.children) yield* allParts(child, intoMessages);
  if (intoMessages && part.message) yield* allParts(part.message, true);
}
