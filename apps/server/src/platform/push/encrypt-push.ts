import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';

/** What a browser gave with its subscription: its public key (65 bytes, uncompressed P-256) and 16 secret bytes. */
export type PushKeys = { p256dh: Buffer; auth: Buffer };

/** RFC 8291 §4: one record, and push services need take no more than 4096 bytes of it. */
const recordSize = 4096;
export const longestPush = recordSize - 86 - 17;

/**
 * A message that only this browser can read, as the body of a push (RFC 8291, in the coding of RFC 8188). `fixed` is for the
 * standard's own example.
 * @throws Error for keys that are no point of the curve, or a text beyond `longestPush` bytes
 */
export function encryptPush(text: string, { p256dh, auth }: PushKeys, fixed?: { salt: Buffer; privateKey: Buffer }): Buffer {
  const plain = Buffer.from(text, 'utf8');
  if (plain.length > longestPush) throw new Error(`a push message of ${plain.length} bytes`);
  const ours = createECDH('prime256v1');
  if (fixed) ours.setPrivateKey(fixed.privateKey);
  else ours.generateKeys();
  const ourPublic = ours.getPublicKey();
  const salt = fixed?.salt ?? randomBytes(16);
  const shared = ours.computeSecret(p256dh);
  const input = hkdf(shared, auth, Buffer.concat([Buffer.from('WebPush: info\0'), p256dh, ourPublic]), 32);
  const key = hkdf(input, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = hkdf(input, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const cipher = createCipheriv('aes-128-gcm', key, nonce);
  // The one record is the last: it ends with a 2 (RFC 8188 §2).
  const body = Buffer.concat([cipher.update(plain), cipher.update(Buffer.from([2])), cipher.final(), cipher.getAuthTag()]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(recordSize);
  return Buffer.concat([salt, size, Buffer.from([ourPublic.length]), ourPublic, body]);
}

function hkdf(input: Buffer, salt: Buffer, info: Buffer, length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', input, salt, info, length));
}
