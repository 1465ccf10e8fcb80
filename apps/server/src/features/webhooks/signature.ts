import { createHmac, randomBytes } from 'node:crypto';

/** Standard Webhooks 1.0.0: symmetric secrets and signatures (github.com/standard-webhooks/standard-webhooks, spec). */

const prefix = 'whsec_';

/** 256 random bits. */
export function newSecret(): string {
  return `${prefix}${randomBytes(32).toString('base64')}`;
}

/** `v1,<base64 of HMAC-SHA256 over id.timestamp.body>`. */
export function sign(secret: string, { id, seconds, body }: { id: string; seconds: number; body: string }): string {
  const key = Buffer.from(secret.slice(prefix.length), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
}

/** The three headers of an attempt; while a secret gives way to another, one signature by each. */
export function signedHeaders(secrets: readonly string[], { id, at, body }: { id: string; at: Date; body: string }): Record<string, string> {
  const seconds = Math.floor(at.getTime() / 1000);
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': secrets.map((secret) => sign(secret, { id, seconds, body })).join(' ') };
}
