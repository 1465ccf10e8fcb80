/** Raster images that a browser shows without running anything in them. All else is only offered for saving. */
const shownInline = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']);

export function mayShowInline(type: string): boolean {
  return shownInline.has(type);
}

/** How many of the first bytes `fileType` wants. */
export const bytesToSniff = 16;

const unknown = 'application/octet-stream';
// Declared types that are believed: nothing happens when a browser takes them at their word.
const believed =
  /^(?:text\/(?:plain|csv|calendar|vcard|markdown)|audio\/(?:mpeg|ogg|wav|mp4|aac|webm)|video\/(?:mp4|webm|quicktime|ogg)|message\/rfc822|application\/(?:json|msword|rtf|zip|gzip|vnd\.ms-(?:excel|powerpoint|outlook)|vnd\.openxmlformats-officedocument\.[a-z.]{1,60}|vnd\.oasis\.opendocument\.[a-z-]{1,40}))$/;

/** The type to keep: what the first bytes show, else the declared one where believing it is harmless, else unknown bytes. */
export function fileType(firstBytes: Uint8Array, declared: string): string {
  const sniffed = sniff(Buffer.from(firstBytes.buffer, firstBytes.byteOffset, firstBytes.byteLength));
  if (sniffed && sniffed !== 'application/zip') return sniffed;
  const bare = (declared.slice(0, 200).split(';')[0] ?? '').trim().toLowerCase();
  if (believed.test(bare)) return bare;
  return sniffed ?? unknown;
}

function sniff(bytes: Buffer): string | null {
  const begins = (hex: string, at = 0) => bytes.subarray(at, at + hex.length / 2).toString('hex') === hex;
  if (begins('89504e470d0a1a0a')) return 'image/png';
  if (begins('ffd8ff')) return 'image/jpeg';
  if (begins('474946383761') || begins('474946383961')) return 'image/gif';
  if (begins('52494646') && begins('57454250', 8)) return 'image/webp';
  // ISO base media file of the brand avif (a still) or avis (moving).
  if (begins('6674797061766966', 4) || begins('6674797061766973', 4)) return 'image/avif';
  if (begins('255044462d')) return 'application/pdf';
  if (begins('504b0304')) return 'application/zip';
  return null;
}
