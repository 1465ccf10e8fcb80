import { createDecipheriv, createECDH, hkdfSync, randomBytes, type ECDH } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { guardedFetch } from '../../apps/server/src/platform/outbound/guarded-fetch.ts';

/** What a browser does with the body of a push (RFC 8291 §3.4, RFC 8188 §2). */
export function openPush(body: Buffer, browser: ECDH, auth: Buffer): string {
  const [salt, keyLength] = [body.subarray(0, 16), body[20] ?? 0];
  const sender = body.subarray(21, 21 + keyLength);
  const record = body.subarray(21 + keyLength);
  const derive = (input: Buffer, using: Buffer, info: Buffer, length: number) => Buffer.from(hkdfSync('sha256', input, using, info, length));
  const input = derive(browser.computeSecret(sender), auth, Buffer.concat([Buffer.from('WebPush: info\0'), browser.getPublicKey(), sender]), 32);
  const decipher = createDecipheriv('aes-128-gcm', derive(input, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16), derive(input, salt, Buffer.from('Content-Encoding: nonce\0'), 12));
  decipher.setAuthTag(record.subarray(-16));
  const plain = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
  if (plain.at(-1) !== 2) throw new Error('the record does not end as the last one does');
  return plain.subarray(0, -1).toString();
}

export type TakenPush = { path: string; headers: Record<string, string | string[] | undefined>; body: Buffer };

/** A push service on loopback under the name push.example; `answers` says what it answers, by path. */
export async function openPushService() {
  const taken: TakenPush[] = [];
  const answers = new Map<string, number>();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const path = request.url ?? '';
      taken.push({ path, headers: request.headers, body: Buffer.concat(parts) });
      response.writeHead(answers.get(path) ?? 201).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    taken,
    answers,
    /** The guarded client, for which the name leads here; everything else it refuses as ever. */
    request: ((address, options) =>
      address.startsWith('https://push.example/')
        ? guardedFetch(address.replace('https://push.example', `http://127.0.0.1:${port}`), { ...options, allowPrivate: true })
        : guardedFetch(address, options)) as typeof guardedFetch,
    /** A browser that has subscribed. */
    browser(path: string) {
      const keys = createECDH('prime256v1');
      const auth = randomBytes(16);
      return {
        subscription: { endpoint: `https://push.example${path}`, p256dh: keys.generateKeys('base64url'), auth: auth.toString('base64url') },
        /** What has come to it, in the clear. */
        received: () => taken.filter((push) => push.path === path).map(({ body }) => JSON.parse(openPush(body, keys, auth)) as { title: string; body: string; tag: string; url: string }),
      };
    },
    close: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  };
}
