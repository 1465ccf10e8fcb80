import { decodeQuotedPrintable } from './transfer-encoding.ts';
import { canonicalCharset, decodeText } from './charset.ts';

/** A decoded run: bytes still in their charset, so that a character split over two words survives. */
type Word = { charset: string; bytes: Buffer; end: number };

function decodePayload(encoding: string, payload: string): Buffer {
  if (encoding === 'B' || encoding === 'b') return Buffer.from(payload.replace(/[^A-Za-z0-9+/]/g, ''), 'base64');
  const bytes = Buffer.from(payload.replaceAll('_', ' ').replace(/[\r\n]+/g, ''), /[^\x00-\xff]/.test(payload) ? 'utf8' : 'latin1');
  return decodeQuotedPrintable(Buffer.concat([bytes, Buffer.from('\u00ff', 'latin1')])).subarray(0, -1);
}

/** The encoded word (RFC 2047 §2) that starts at `at`, also when it holds blanks, bare question marks or lacks its end. */
function wordAt(text: string, at: number): Word | null {
  const charsetEnd = text.indexOf('?', at + 2);
  if (charsetEnd < 0 || charsetEnd - at > 62) return null;
  const charset = text.slice(at + 2, charsetEnd);
  if (!charset || /\s/.test(charset)) return null;
  const encoding = text[charsetEnd + 1];
  if (!encoding || !'QqBb'.includes(encoding) || text[charsetEnd + 2] !== '?') return null;
  const start = charsetEnd + 3;
  let end = text.indexOf('?=', start);
  const quoted = encoding === 'Q' || encoding === 'q';
  if (quoted) {
    // "du?=20hem?=": a sender forgot to encode its question mark.
    while (end >= 0 && /^[0-9A-Fa-f]{2}/.test(text.slice(end + 2, end + 4))) {
      const later = text.indexOf('?=', end + 2);
      if (later < 0 || /\s/.test(text.slice(end, later))) break;
      end = later;
    }
  }
  if (end < 0) {
    const open = text.slice(start);
    if (open.includes('=?')) return null;
    if (!quoted && !/^[A-Za-z0-9+/=\s]*\??$/.test(open)) return null;
    return { charset, bytes: decodePayload(encoding, open.replace(/\?$/, '')), end: text.length };
  }
  return { charset, bytes: decodePayload(encoding, text.slice(start, end)), end: end + 2 };
}

/** Splits a header value into plain runs and decoded runs; neighbours in one charset are joined before decoding. */
export function splitEncodedWords(value: string, hint: string | null = null): Array<{ text: string; encoded: boolean }> {
  const runs: Array<{ text: string; encoded: boolean }> = [];
  let plainFrom = 0;
  let open: { charset: string; parts: Buffer[] } | null = null;
  const flush = (): void => {
    if (!open) return;
    runs.push({ text: decodeText(Buffer.concat(open.parts), open.charset, hint), encoded: true });
    open = null;
  };
  for (let at = value.indexOf('=?'); at >= 0;) {
    const word = wordAt(value, at);
    if (!word) {
      at = value.indexOf('=?', at + 2);
      continue;
    }
    const between = value.slice(plainFrom, at);
    if (between && (between.trim() !== '' || !open)) {
      flush();
      runs.push({ text: between, encoded: false });
    }
    const current = open as { charset: string; parts: Buffer[] } | null; // the closure's writes are invisible to narrowing
    if (current && canonicalCharset(current.charset) === canonicalCharset(word.charset)) current.parts.push(word.bytes);
    else {
      flush();
      open = { charset: word.charset, parts: [word.bytes] };
    }
    plainFrom = word.end;
    at = value.indexOf('=?', word.end);
  }
  flush();
  if (plainFrom < value.length) runs.push({ text: value.slice(plainFrom), encoded: false });
  return runs;
}

/** Characters that break a line, hide or turn text around: they have no place in a one-line value. */
export function oneLine(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').replace(/[\u202a-\u202e\u2066-\u2069\ufeff]/g, '');
}

export function decodeWords(value: string, hint: string | null = null): string {
  return splitEncodedWords(value, hint)
    .map((run) => run.text)
    .join('');
}

/** The same value with every encoded word rewritten as a flawless UTF-8 one, for strict parsers. */
export function normaliseWords(value: string, hint: string | null = null): string {
  if (!value.includes('=?')) return value;
  return splitEncodedWords(value, hint)
    .map((run) => (run.encoded ? `=?utf-8?B?${Buffer.from(oneLine(run.text)).toString('base64')}?=` : run.text))
    .join('');
}
