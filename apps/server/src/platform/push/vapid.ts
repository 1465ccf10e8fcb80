import { createECDH, createPrivateKey, hkdfSync, sign, type ECDH, type KeyObject } from 'node:crypto';

export type VapidKeys = { /** base64url, uncompressed */ publicKey: string; privateKey: KeyObject };

/**
 * The key pair by which push services know this installation (RFC 8292). It follows from the installation's secret, so every node
 * has the same one, and a restored installation keeps its subscriptions.
 */
export function vapidKeys(secret: string): VapidKeys {
  const pair = createECDH('prime256v1');
  const scalar = takeScalar(secret, pair);
  const point = pair.getPublicKey();
  const coordinate = (from: number) => point.subarray(from, from + 32).toString('base64url');
  const jwk = { kty: 'EC', crv: 'P-256', x: coordinate(1), y: coordinate(33), d: scalar.toString('base64url') };
  return { publicKey: point.toString('base64url'), privateKey: createPrivateKey({ key: jwk, format: 'jwk' }) };
}

function takeScalar(secret: string, pair: ECDH): Buffer {
  for (let attempt = 0; ; attempt += 1) {
    const scalar = Buffer.from(hkdfSync('sha256', secret, 'ombud', `vapid:${attempt}`, 32));
    try {
      pair.setPrivateKey(scalar);
      return scalar;
    } catch (error) {
      // One number of 2^32 lies beyond the curve's order.
      if (attempt > 8) throw error;
    }
  }
}

const validSeconds = 12 * 3600;

/** The Authorization header for one push service: who sends, to which service, for twelve hours (RFC 8292 §2 and §3). */
export function vapidHeader(keys: VapidKeys, endpoint: string, subject: string, now: Date): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { aud: new URL(endpoint).origin, exp: Math.floor(now.getTime() / 1000) + validSeconds, sub: subject };
  const unsigned = `${part({ typ: 'JWT', alg: 'ES256' })}.${part(claims)}`;
  const signature = sign('sha256', Buffer.from(unsigned), { key: keys.privateKey, dsaEncoding: 'ieee-p1363' });
  return `vapid t=${unsigned}.${signature.toString('base64url')}, k=${keys.publicKey}`;
}
