import { FileTrouble } from './file-trouble.ts';

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1250', 'iso-8859-2'] as const;
export type Encoding = (typeof encodings)[number];

type Bytes = AsyncIterable<Uint8Array>;

/**
 * The encoding that the bytes are in: a byte order mark, zeros in every second place (UTF-16), valid UTF-8 throughout, or else
 * the Western (which holds ISO-8859-1) or Central European of Windows, by their letters. Reads once, keeps nothing.
 * @throws FileTrouble spreadsheet, not_text, empty
 */
export async function detectEncoding(content: Bytes): Promise<Encoding> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const counts = { even: 0, odd: 0, polish: 0, western: 0 };
  let isUtf8 = true;
  let size = 0;
  let first: Uint8Array = new Uint8Array(0);
  for await (const chunk of content) {
    if (first.length < 8) first = Buffer.concat([first, chunk.subarray(0, 8)]);
    isUtf8 &&= isValid(utf8, chunk);
    count(chunk, size, counts);
    size += chunk.length;
  }
  refuseOthers(first);
  const marked = byMark(first);
  if (marked) return marked;
  if (size === 0) throw new FileTrouble('empty');
  // Text of Latin letters has a zero in nearly every second byte of UTF-16.
  if (counts.odd > size * 0.2 && counts.even < size * 0.02) return 'utf-16le';
  if (counts.even > size * 0.2 && counts.odd < size * 0.02) return 'utf-16be';
  if (counts.even + counts.odd > size * 0.01 && counts.even + counts.odd > 8) throw new FileTrouble('not_text');
  if (isUtf8 && isValid(utf8, null)) return 'utf-8';
  return counts.polish > counts.western ? 'windows-1250' : 'windows-1252';
}

function isValid(decoder: InstanceType<typeof TextDecoder>, chunk: Uint8Array | null): boolean {
  try {
    decoder.decode(chunk ?? new Uint8Array(0), { stream: chunk !== null });
    return true;
  } catch {
    return false;
  }
}

function byMark(first: Uint8Array): Encoding | null {
  if (first[0] === 0xef && first[1] === 0xbb && first[2] === 0xbf) return 'utf-8';
  if (first[0] === 0xff && first[1] === 0xfe) return 'utf-16le';
  if (first[0] === 0xfe && first[1] === 0xff) return 'utf-16be';
  return null;
}

/** A workbook or another archive is not unpacked here, so none can unfold into more than it is. */
function refuseOthers(first: Uint8Array): void {
  const start = Buffer.from(first).toString('latin1');
  if (start.startsWith('PK\u0003\u0004') || start.startsWith('\u00d0\u00cf\u0011\u00e0')) throw new FileTrouble('spreadsheet');
  if (start.startsWith('%PDF') || start.startsWith('\u001f\u008b') || start.startsWith('\u0089PNG') || start.startsWith('\u00ff\u00d8\u00ff') || start.startsWith('GIF8')) throw new FileTrouble('not_text');
}

/** ą ł ś ź ż Ą Ł Ś Ź Ż ę ć ń in Windows-1250; in Windows-1252 the first ten are signs that stand inside no word. */
const polish = new Set([0xb9, 0xb3, 0x9c, 0x9f, 0xbf, 0xa5, 0xa3, 0x8c, 0x8f, 0xaf]);
/** å ä ö ø Å Ä Ö Ø ñ é è á í ú ü: in words of Western Europe. */
const western = new Set([0xe5, 0xe4, 0xf6, 0xf8, 0xc5, 0xc4, 0xd6, 0xd8, 0xf1, 0xe9, 0xe8, 0xe1, 0xed, 0xfa, 0xfc]);

function count(chunk: Uint8Array, offset: number, counts: { even: number; odd: number; polish: number; western: number }): void {
  for (let index = 0; index < chunk.length; index += 1) {
    const byte = chunk[index] ?? 0;
    if (byte === 0) counts[(offset + index) % 2 === 0 ? 'even' : 'odd'] += 1;
    else if (byte >= 0x80 && polish.has(byte)) counts.polish += 1;
    else if (byte >= 0x80 && western.has(byte)) counts.western += 1;
  }
}

/** The text in pieces; what is no character of the encoding becomes U+FFFD, which a row is refused for. */
export async function* decode(content: Bytes, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of content) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}
