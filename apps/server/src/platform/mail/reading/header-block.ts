import { decodeText } from './charset.ts';
import { decodeWords, oneLine } from './encoded-words.ts';

/** One header field; `raw` is the unfolded value, one character per byte. */
export type HeaderField = { name: string; raw: string };
export type HeaderBlock = { fields: HeaderField[]; /** Offset of the first byte after the block. */ bodyStart: number; cut: boolean };
export type Structured = { value: string; params: Record<string, string> };

const maxValue = 32_768;
const nameLine = /^[!-9;-~]{1,200}[ \t]*:/;
const partField = /^content-(type|transfer-encoding|disposition)[ \t]*:/i;
const LF = 0x0a;

function lineAt(bytes: Buffer, at: number, end: number): { text: string; next: number; empty: boolean } {
  let stop = bytes.indexOf(LF, at);
  if (stop < 0 || stop >= end) stop = end;
  const next = Math.min(end, stop + 1);
  const textEnd = stop > at && bytes[stop - 1] === 0x0d ? stop - 1 : stop;
  return { text: bytes.toString('latin1', at, Math.min(textEnd, at + maxValue)), next, empty: textEnd === at };
}

/**
 * Reads the header block of a message or part (RFC 5322 §2.2). Lenient where senders are:
 * mbox lines, stray lines between fields and a missing blank line before the body are survived.
 */
export function readHeaderBlock(bytes: Buffer, start: number, end: number, limits: { maxHeaderBytes: number; maxHeaders: number }): HeaderBlock {
  const fields: HeaderField[] = [];
  let cut = false;
  let at = start;
  while (at < end) {
    const line = lineAt(bytes, at, end);
    if (line.empty) {
      // A blank line above the first field; in a part it more often means that there are no fields.
      if (fields.length === 0 && start === at && (start === 0 ? nameLine : partField).test(lineAt(bytes, line.next, end).text)) {
        at = start = line.next;
        continue;
      }
      return { fields, bodyStart: line.next, cut };
    }
    const full = fields.length >= limits.maxHeaders || at - start > limits.maxHeaderBytes;
    if (full || line.next - at > limits.maxHeaderBytes) cut = true;
    const last = fields[fields.length - 1];
    if (line.text[0] === ' ' || line.text[0] === '\t') {
      if (line.text.trim() === '' && !continues(bytes, line.next, end)) return { fields, bodyStart: line.next, cut };
      if (last && !full && last.raw.length < maxValue) last.raw += line.text;
    } else if (nameLine.test(line.text)) {
      const colon = line.text.indexOf(':');
      if (!full) fields.push({ name: line.text.slice(0, colon).trimEnd().toLowerCase(), raw: line.text.slice(colon + 1) });
    } else if (!/^>?From /.test(line.text) && !continues(bytes, line.next, end)) {
      return { fields, bodyStart: at, cut }; // the body began without a blank line
    }
    at = line.next;
  }
  return { fields, bodyStart: end, cut };
}

/** Does the header go on at this line? */
function continues(bytes: Buffer, at: number, end: number): boolean {
  if (at >= end) return false;
  const line = lineAt(bytes, at, Math.min(end, at + 1000));
  return !line.empty && (nameLine.test(line.text) || line.text[0] === ' ' || line.text[0] === '\t');
}

export function rawHeader(block: HeaderBlock, name: string): string | null {
  const field = block.fields.find((f) => f.name === name);
  return field ? field.raw.slice(0, maxValue).trim() : null;
}

export function rawHeaders(block: HeaderBlock, name: string): string[] {
  return block.fields.filter((f) => f.name === name).map((f) => f.raw.slice(0, maxValue).trim());
}

/** Raw bytes to Unicode without touching encoded words: the declared charset of the mail helps where UTF-8 does not fit. */
export function headerText(raw: string, charset: string | null, hint: string | null): string {
  return decodeText(Buffer.from(raw, 'latin1'), charset, hint);
}

/** The value as people read it. */
export function decodeHeader(raw: string | null, charset: string | null, hint: string | null): string {
  if (!raw) return '';
  return oneLine(decodeWords(headerText(raw, charset, hint), hint))
    .replace(/[ \t\u00a0]{2,}/g, ' ')
    .trim();
}

/** Removes RFC 5322 comments outside quotes, one pass. */
export function withoutComments(value: string): string {
  let out = '';
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < value.length; i++) {
    const c = value[i]!;
    if (c === '\\' && (quoted || depth > 0)) {
      if (depth === 0) out += c + (value[i + 1] ?? '');
      i++;
    } else if (c === '"' && depth === 0) {
      quoted = !quoted;
      out += c;
    } else if (c === '(' && !quoted) depth++;
    else if (c === ')' && depth > 0) depth--;
    else if (depth === 0) out += c;
  }
  return depth > 0 ? value : out;
}

function percentDecoded(value: string): Buffer {
  const bytes: number[] = [];
  for (let i = 0; i < value.length; i++) {
    const hex = value[i] === '%' ? /^[0-9a-fA-F]{2}$/.exec(value.slice(i + 1, i + 3)) : null;
    if (hex) {
      bytes.push(parseInt(hex[0], 16));
      i += 2;
    } else bytes.push(value.charCodeAt(i) & 0xff);
  }
  return Buffer.from(bytes);
}

/** Joins `name*0*=…; name*1=…` (RFC 2231 §3, §4). Values stay one character per byte where they are not encoded. */
function joinContinuations(params: Map<string, string>, hint: string | null): Record<string, string> {
  const result: Record<string, string> = {};
  const pieces = new Map<string, Array<{ nr: number; value: string; encoded: boolean }>>();
  for (const [key, value] of params) {
    const star = /^([^*]{1,80})\*(?:(\d{1,4})(\*)?)?$/.exec(key);
    if (!star) {
      result[key] = value;
      continue;
    }
    const list = pieces.get(star[1]!) ?? [];
    list.push({ nr: Number(star[2] ?? 0), value, encoded: star[2] === undefined || star[3] === '*' });
    pieces.set(star[1]!, list);
  }
  for (const [key, list] of pieces) {
    list.sort((a, b) => a.nr - b.nr);
    let charset: string | null = null;
    const bytes = list.map((piece, i) => {
      if (!piece.encoded) return Buffer.from(piece.value, 'latin1');
      const parts = i === 0 ? /^([^']{0,60})'[^']{0,60}'/.exec(piece.value) : null;
      if (parts) charset = parts[1] || null;
      return percentDecoded(parts ? piece.value.slice(parts[0].length) : piece.value);
    });
    result[`${key}`] = decodeText(Buffer.concat(bytes), charset, hint);
    result[`${key}*`] = 'decoded';
  }
  return result;
}

/** `type/sub; a=b; c="d"` as Content-Type and Content-Disposition have it; unquoted values may hold blanks. */
export function parseStructured(raw: string | null, hint: string | null = null): Structured {
  if (!raw) return { value: '', params: {} };
  const text = raw.slice(0, maxValue);
  const pieces: string[] = [];
  let piece = '';
  let quoted = false;
  for (let i = 0; i < text.length && pieces.length < 200; i++) {
    const c = text[i]!;
    if (quoted && c === '\\' && i + 1 < text.length) {
      // Outlook and others write Windows paths into quotes: only \" and \\ are escapes there.
      if (text[i + 1] === '"' || text[i + 1] === '\\') piece += text[++i] === '"' ? '\u0001' : '\\';
      else piece += c;
    } else if (c === '"') {
      quoted = !quoted;
      piece += c;
    } else if (c === ';' && !quoted) {
      pieces.push(piece);
      piece = '';
    } else piece += c;
  }
  pieces.push(piece);
  const params = new Map<string, string>();
  for (const part of pieces.slice(1)) {
    const eq = part.indexOf('=');
    if (eq < 0) continue;
    const key = part.slice(0, eq).trim().toLowerCase();
    let value = part.slice(eq + 1).trim();
    if (value[0] === '"') {
      const close = value.indexOf('"', 1);
      value = close > 0 ? value.slice(1, close) : value.slice(1);
    } else {
      const comment = value.indexOf(' (');
      if (comment > 0 && key !== 'filename' && key !== 'name') value = value.slice(0, comment);
    }
    value = value.replaceAll('\u0001', '"');
    if (key && !params.has(key)) params.set(key, value);
  }
  return {
    value: withoutComments(pieces[0]!)
      .trim()
      .toLowerCase()
      .replace(/^["']|["']$/g, ''),
    params: joinContinuations(params, hint),
  };
}

/** A parameter as text: RFC 2231 first, else encoded words (which senders use although RFC 2047 §5 forbids it), else raw bytes. */
export function paramText(structured: Structured, name: string, charset: string | null, hint: string | null): string | null {
  const value = structured.params[name];
  if (value === undefined) return null;
  if (structured.params[`${name}*`] === 'decoded') return value;
  return decodeWords(headerText(value, charset, hint), hint);
}
