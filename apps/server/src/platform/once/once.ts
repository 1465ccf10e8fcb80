import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';

/** A request that its caller may send again, because the answer to the first was lost. */
export type Once = {
  key: string;
  /** SHA-256 of what is asked. */
  fingerprint: Buffer;
};

const keyPattern = /^(?:"[\x21\x23-\x5b\x5d-\x7e]{1,100}"|[\x21\x23-\x5b\x5d-\x7e]{1,100})$/;

/** The headers of a route that honours the key; others pass untouched. */
export const onceHeaders = z.looseObject({
  'idempotency-key': z
    .string()
    .regex(keyPattern, 'One word of at most 100 signs, in quotes')
    .optional()
    .describe('Makes it safe to send the request again: for two days a repeat with the same key is answered as the first, and done once (IETF draft-ietf-httpapi-idempotency-key-header). The same key for another request is refused with `key_reused`.'),
});

/** What a request says of being sent again; undefined where it carries no key. */
export function readOnce(request: FastifyRequest): Once | undefined {
  const given = request.headers['idempotency-key'];
  if (typeof given !== 'string') return undefined;
  const key = given.startsWith('"') ? given.slice(1, -1) : given;
  const fingerprint = createHash('sha256').update(`${request.method} ${request.url.split('?')[0]}\n${JSON.stringify(request.body)}`).digest();
  return { key, fingerprint };
}
