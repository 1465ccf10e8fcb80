import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

export type Sealer = {
  /** Encrypts a small secret for a column (AES-256-GCM). */
  seal(plain: string): string;
  /** @throws Error when it was sealed with another secret or changed. */
  open(sealed: string): string;
  /** A short signature (HMAC-SHA-256, 128 bits, base64url) over text for one purpose. */
  sign(purpose: string, text: string): string;
  verify(purpose: string, text: string, signature: string): boolean;
};

/** All from one installation secret; each purpose has a key of its own (HKDF, RFC 5869). */
export function createSealer(secret: string): Sealer {
  const keyFor = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, 'ombud', purpose, 32));
  const sealing = keyFor('seal');
  const keys = new Map<string, Buffer>();
  const signingKey = (purpose: string) => {
    const key = keys.get(purpose) ?? keyFor(`sign:${purpose}`);
    keys.set(purpose, key);
    return key;
  };
  const sign = (purpose: string, text: string) => createHmac('sha256', signingKey(purpose)).update(text).digest().subarray(0, 16).toString('base64url');
  return {
    seal(plain) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce);
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      // Without the length, what is cut within its tag would be held against the rest of the tag alone.
      const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, 12), { authTagLength: 16 });
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    },
    sign,
    verify(purpose, text, signature) {
      const expected = Buffer.from(sign(purpose, text));
      const given = Buffer.from(signature);
      return expected.length === given.length && timingSafeEqual(expected, given);
    },
  };
}
