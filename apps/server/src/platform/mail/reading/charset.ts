import iconv from 'iconv-lite';
import { guessCharset } from './charset-guess.ts';

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
const aliases: Record<string, string> = {
  cp932: 'shift_jis',
  ms932: 'shift_jis',
  'windows-31j': 'shift_jis',
  'x-sjis': 'shift_jis',
  sjis: 'shift_jis',
  cp949: 'euc-kr',
  ks_c_5601: 'euc-kr',
  'ks_c_5601-1987': 'euc-kr',
  cp936: 'gbk',
  gb2312: 'gb18030',
  'x-gbk': 'gb18030',
  utf8: 'utf-8',
  'utf-8mb4': 'utf-8',
  'unicode-1-1-utf-7': 'utf-7',
  'iso-2022-jp-2': 'iso-2022-jp',
  'iso-2022-jp-ms': 'iso-2022-jp',
  ansi: 'windows-1252',
  'x-ansi': 'windows-1252',
  cp50220: 'iso-2022-jp',
  cp50221: 'iso-2022-jp',
  'x-iso2022jp': 'iso-2022-jp',
  'eucjp-ms': 'euc-jp',
  'latin-1': 'iso-8859-1',
  '8859-1': 'iso-8859-1',
  '8859_1': 'iso-8859-1',
  latin1: 'iso-8859-1',
  'iso-8859-8-i': 'iso-8859-8',
  'iso-8859-1-windows': 'windows-1252',
};
/** Labels that say nothing: what they mean has to be seen in the bytes. */
const vague = new Set([
  'us-ascii',
  'ascii',
  'ansi_x3.4-1968',
  'unknown',
  'unknown-8bit',
  'x-unknown',
  'none',
  'binary',
  '8bit',
  '7bit',
  '_iso-2022-jp$esc',
  'default',
  'default_charset',
  'user-defined',
  'x-user-defined',
  'autodetect',
  'utf',
]);
const multiByte = new Set(['gb18030', 'gbk', 'big5', 'shift_jis', 'euc-jp', 'euc-kr', 'gb2312', 'iso-2022-jp', 'big5-hkscs']);

export function canonicalCharset(label: string | null | undefined): string | null {
  if (!label) return null;
  let name = label
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, '')
    .slice(0, 60);
  const star = name.indexOf('*'); // RFC 2231 language suffix
  if (star > 0) name = name.slice(0, star);
  name = name.split(/[\s,;]/, 1)[0]!;
  const windows = /^(?:cp|win|windows)[-_]?(125\d)$/.exec(name);
  if (windows) return `windows-${windows[1]}`;
  if (!name || vague.has(name)) return null;
  return aliases[name] ?? name;
}

function isAscii(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if (bytes[i]! >= 0x80) return false;
  return true;
}

function tryUtf8(bytes: Uint8Array): string | null {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return null;
  }
}

/** RFC 1557: between SO and SI stand EUC-KR characters without their high bit. */
function decodeIso2022Kr(bytes: Uint8Array): string {
  const out: number[] = [];
  let shifted = false;
  for (let i = 0; i < bytes.length; i++) {
    const c = bytes[i]!;
    if (c === 0x0e || c === 0x0f) shifted = c === 0x0e;
    else if (c === 0x1b) i += 3;
    else out.push(shifted && c > 0x20 ? c | 0x80 : c);
  }
  return new TextDecoder('euc-kr').decode(Uint8Array.from(out));
}

/** Decodes with a known label; null when nobody here knows it. */
function decodeAs(bytes: Uint8Array, charset: string): string | null {
  if (charset === 'iso-2022-kr') return decodeIso2022Kr(bytes);
  if (charset === 'iso-2022-jp') {
    // An escape right behind another is legal where two encoded pieces meet, and an error to the decoder.
    const clean = Buffer.from(bytes)
      .toString('latin1')
      .replace(/(?:\x1b\([BJ])+(?=\x1b)/g, '');
    return new TextDecoder('iso-2022-jp').decode(Buffer.from(clean, 'latin1'));
  }
  if (charset !== 'utf-7') {
    try {
      const decoder = new TextDecoder(charset);
      if (decoder.encoding !== 'x-user-defined') return decoder.decode(bytes);
    } catch {
      // not a WHATWG label; iconv knows more
    }
  }
  return iconv.encodingExists(charset) ? iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), charset) : null;
}

function count(text: string, char: string): number {
  let n = 0;
  for (let i = text.indexOf(char); i >= 0; i = text.indexOf(char, i + 1)) n++;
  return n;
}

/** ISO-2022 text is 7-bit and shows itself by its escape sequences, whatever its label says. */
function escapedCharset(bytes: Uint8Array): string | null {
  const at = bytes.indexOf(0x1b);
  if (at < 0) return null;
  const next = String.fromCharCode(bytes[at + 1] ?? 0, bytes[at + 2] ?? 0, bytes[at + 3] ?? 0);
  if (next.startsWith('$)C')) return 'iso-2022-kr';
  if (next.startsWith('$B') || next.startsWith('$@') || next.startsWith('(I') || next.startsWith('(J') || next.startsWith('$(D')) return 'iso-2022-jp';
  return null;
}

function hasC1(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if (bytes[i]! >= 0x80 && bytes[i]! < 0xa0) return true;
  return false;
}

/**
 * Legacy bytes that a gateway took for Latin-1 and wrote again as UTF-8, under their old label:
 * undone only when the way back is free of errors.
 */
function undoDoubleEncoding(utf8: string, charset: string): string | null {
  const bytes = new Uint8Array(utf8.length);
  for (let i = 0; i < utf8.length; i++) {
    const code = utf8.charCodeAt(i);
    if (code > 0xff) return null;
    bytes[i] = code;
  }
  const text = decodeAs(bytes, charset);
  return text && !text.includes('\ufffd') ? text : null;
}

/**
 * Bytes to text as charsets really come: the label is a claim, the bytes are the evidence.
 * UTF-8 that is valid wins over a single-byte label; a UTF-8 label over invalid bytes loses
 * unless most of them are valid. `hint` is a country or language code (`pl`, `jp`) that
 * decides between look-alikes when there is no label.
 */
export function decodeText(bytes: Uint8Array, label: string | null | undefined, hint: string | null = null): string {
  if (bytes.length === 0) return '';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder('utf-8').decode(bytes);
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  }
  const charset = canonicalCharset(label);
  if (isAscii(bytes)) {
    const escaped = escapedCharset(bytes);
    if (escaped) return decodeAs(bytes, escaped) ?? '';
    if (charset === 'utf-7' || charset === 'hz-gb-2312' || charset?.startsWith('utf-16') || charset?.startsWith('utf-32')) {
      const wide = charset.startsWith('utf-16') || charset.startsWith('utf-32');
      if (!wide || bytes.includes(0)) return decodeAs(bytes, charset) ?? Buffer.from(bytes).toString('latin1');
    }
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  }
  if (charset?.startsWith('utf-16') || charset?.startsWith('utf-32')) {
    const text = decodeAs(bytes, charset);
    if (text && !text.includes('\ufffd')) return text;
  }
  const utf8 = tryUtf8(bytes);
  if (utf8 !== null) {
    if (!charset || charset === 'utf-8' || charset === 'utf-7') return utf8;
    if (!multiByte.has(charset)) return utf8;
    const undone = undoDoubleEncoding(utf8, charset);
    if (undone) return undone;
    const wide = utf8.slice(0, 2000).match(/[\u0800-\uffff]/g)?.length ?? 0;
    return wide >= 2 ? utf8 : (decodeAs(bytes, charset) ?? utf8);
  }
  if (charset === 'utf-8') {
    const lenient = new TextDecoder('utf-8').decode(bytes);
    const bad = count(lenient, '\ufffd');
    const good = lenient.match(/[\u0080-\ufffc]/g)?.length ?? 0;
    if (good >= bad * 4) return lenient;
    return decodeAs(bytes, guessCharset(bytes, hint)) ?? lenient;
  }
  if (charset && !charset.startsWith('iso-2022')) {
    // 0x80–0x9f are letters in the Windows sets and control codes in the ISO ones.
    const real = charset === 'iso-8859-2' && hasC1(bytes) ? 'windows-1250' : charset;
    const text = decodeAs(bytes, real);
    if (text !== null && count(text, '\ufffd') * 20 <= text.length) return text;
  }
  const guess = guessCharset(bytes, hint);
  return decodeAs(bytes, guess) ?? Buffer.from(bytes).toString('latin1');
}
