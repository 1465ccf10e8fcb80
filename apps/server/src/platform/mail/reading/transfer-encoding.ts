/** Content-Transfer-Encoding (RFC 2045 §6), as forgiving as real senders need. */
export type TransferEncoding = 'identity' | 'base64' | 'quoted-printable' | 'uuencode';

/** Unknown, empty and misspelt values mean the bytes as they are. */
export function transferEncodingOf(value: string | null): TransferEncoding {
  const name = (value ?? '')
    .toLowerCase()
    .replace(/\([^)]{0,200}\)/g, '')
    .replace(/[^a-z0-9-]/g, '');
  if (name.startsWith('base64') || name === 'b64') return 'base64';
  if (name.startsWith('quoted-printable') || name === 'quotedprintable' || name === 'qp') return 'quoted-printable';
  if (name === 'x-uuencode' || name === 'uuencode' || name === 'x-uue' || name === 'uue') return 'uuencode';
  return 'identity';
}

/** Sextet of each base64 character; 64 for padding, 255 for what is skipped. */
const sextets = new Uint8Array(256).fill(255);
'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/='.split('').forEach((c, i) => (sextets[c.charCodeAt(0)] = i));

/** Padding starts a new group of four, so that pieces encoded one by one keep their alignment. */
function decodePieces(bytes: Buffer): Buffer {
  const out = Buffer.allocUnsafe(Math.ceil(bytes.length * 0.75) + 3);
  let length = 0;
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    const value = sextets[byte]!;
    if (value === 64) held = bits = 0;
    if (value >= 64) continue;
    held = ((held << 6) | value) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out[length++] = (held >> bits) & 255;
    }
  }
  return out.subarray(0, length);
}

function decodeBase64(bytes: Buffer): Buffer {
  let odd = 0;
  const look = Math.min(bytes.length, 4096);
  for (let i = 0; i < look; i++) {
    const c = bytes[i]!;
    const fine = (c >= 0x30 && c <= 0x39) || (c >= 0x41 && c <= 0x5a) || (c >= 0x61 && c <= 0x7a) || c === 0x2b || c === 0x2f || c === 0x3d || c === 0x0a || c === 0x0d;
    if (!fine) odd++;
  }
  // A label over plain text: what does not look like base64 is left alone.
  if (odd * 10 > look) return bytes;
  const text = bytes.toString('latin1');
  const pad = text.indexOf('=');
  if (pad < 0 || text.slice(pad).replace(/[=\s]/g, '') === '') return Buffer.from(text, 'base64');
  // Padding in the middle: several encoded pieces one after the other.
  return decodePieces(bytes);
}

function hexDigit(c: number | undefined): number {
  if (c === undefined) return -1;
  if (c >= 0x30 && c <= 0x39) return c - 0x30;
  if (c >= 0x41 && c <= 0x46) return c - 0x37;
  if (c >= 0x61 && c <= 0x66) return c - 0x57;
  return -1;
}

export function decodeQuotedPrintable(bytes: Uint8Array): Buffer {
  const out = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  let lineStart = 0; // in `out`: trailing blanks of a line are padding (RFC 2045 §6.7 rule 3)
  for (let i = 0; i < bytes.length; i++) {
    const c = bytes[i]!;
    if (c === 0x0a) {
      let end = length;
      const cr = end > lineStart && out[end - 1] === 0x0d;
      if (cr) end--;
      while (end > lineStart && (out[end - 1] === 0x20 || out[end - 1] === 0x09)) end--;
      length = end;
      if (cr) out[length++] = 0x0d;
      out[length++] = 0x0a;
      lineStart = length;
    } else if (c === 0x3d) {
      const high = hexDigit(bytes[i + 1]);
      const low = hexDigit(bytes[i + 2]);
      if (high >= 0 && low >= 0) {
        out[length++] = high * 16 + low;
        lineStart = length; // an encoded blank stays
        i += 2;
        continue;
      }
      let j = i + 1;
      while (j < bytes.length && j - i < 80 && (bytes[j] === 0x20 || bytes[j] === 0x09)) j++;
      if (bytes[j] === 0x0d) j++;
      if (j >= bytes.length) break;
      if (bytes[j] === 0x0a) {
        i = j;
        lineStart = length;
      } else out[length++] = c;
    } else out[length++] = c;
  }
  return out.subarray(0, length);
}

/** Name, start and end of the first uuencoded block (`begin 644 name` … `end`), or null. */
export function findUuencoded(text: string, from = 0): { name: string; start: number; bodyStart: number; end: number; next: number } | null {
  const head = /^begin [0-7]{3,4} ([^\r\n]{1,255})\r?\n/gm;
  head.lastIndex = from;
  const match = head.exec(text);
  if (!match) return null;
  const bodyStart = match.index + match[0].length;
  if (!/^[M!-`][!-`]*\r?\n/.test(text.slice(bodyStart, bodyStart + 80))) return null;
  const tail = /^end[ \t]*\r?$/gm;
  tail.lastIndex = bodyStart;
  const close = tail.exec(text);
  if (!close) return null;
  return { name: match[1]!.trim(), start: match.index, bodyStart, end: close.index, next: close.index + close[0].length };
}

export function decodeUuencodedBody(text: string): Buffer {
  const out = Buffer.allocUnsafe(Math.ceil(text.length * 0.75) + 64);
  let length = 0;
  for (const line of text.split('\n')) {
    let left = (line.charCodeAt(0) - 32) & 63;
    if (!line || left === 0) continue;
    for (let i = 1; left > 0 && i < line.length && length + 3 <= out.length; i += 4) {
      const at = (k: number): number => ((line.charCodeAt(i + k) || 32) - 32) & 63;
      const three = (at(0) << 18) | (at(1) << 12) | (at(2) << 6) | at(3);
      for (let k = 2; k >= 0 && left > 0; k--, left--) out[length++] = (three >> (8 * k)) & 255;
    }
  }
  return out.subarray(0, length);
}

export function decodeTransfer(bytes: Buffer, encoding: TransferEncoding): Buffer {
  if (encoding === 'base64') return decodeBase64(bytes);
  if (encoding === 'quoted-printable') return decodeQuotedPrintable(bytes);
  if (encoding === 'uuencode') {
    const text = bytes.toString('latin1');
    const found = findUuencoded(text);
    return found ? decodeUuencodedBody(text.slice(found.bodyStart, found.end)) : bytes;
  }
  return bytes;
}
