import { createTransport } from 'nodemailer';
import { monotonicNow } from '../../platform/clock/clock.ts';
import { isLoopback } from '../../platform/outbound/loopback.ts';

/** Milliseconds; a peer that stalls must not hold a place for long. */
const connectWithin = 15_000;
const silentFor = 60_000;
const idleTransport = 10 * 60_000;

/**
 * A server with its login; with `token` one that takes an access token for the user in its address instead of a password.
 * Such a connection is `of` one inbox: another with the same address has not been granted it.
 */
export type Way = { url: string; token: null } | { url: string; token(options: { fresh: boolean }): Promise<string>; of: string };

type Transport = ReturnType<typeof open>;
export type Transports = {
  /** The pooled way to a server. */
  to(way: Way): Transport;
  close(): void;
};

/** Pooled connections, one pool for each server and login. */
export function createTransports(): Transports {
  const pools = new Map<string, { transport: Transport; usedAt: number }>();
  return {
    to(way) {
      const key = way.token === null ? way.url : `${way.of} ${way.url}`;
      const now = monotonicNow();
      for (const [each, pool] of pools) {
        if (each === key || now - pool.usedAt < idleTransport) continue;
        pool.transport.close();
        pools.delete(each);
      }
      const pool = pools.get(key) ?? { transport: open(way), usedAt: now };
      pool.usedAt = now;
      pools.set(key, pool);
      return pool.transport;
    },
    close() {
      for (const { transport } of pools.values()) transport.close();
      pools.clear();
    },
  };
}

/** Greets the server and signs in, and sends nothing. @throws nodemailer's errors */
export async function tryWayOut(way: Way): Promise<void> {
  const transport = open(way, { pool: false });
  try {
    await transport.verify();
  } finally {
    transport.close();
  }
}

function open(way: Way, { pool = true } = {}) {
  const { url } = way;
  const parsed = new URL(url);
  // Without a login there is nothing to steal: encrypt where the server offers it, whatever its certificate (RFC 7435).
  const opportunistic = parsed.protocol === 'smtp:' && parsed.username === '';
  // With one, whoever is on the way could take STARTTLS out of the offer and read the password.
  const requireTLS = parsed.protocol === 'smtp:' && parsed.username !== '' && !isLoopback(hostOf(parsed));
  return createTransport({
    ...(way.token === null ? { url } : byToken(parsed, way.token)),
    pool: pool as true, // the types know each kind of transport; both have what is used here
    maxConnections: 5,
    maxMessages: 100,
    // Our own outbox repeats, with the mail composed anew.
    maxRequeues: 0,
    connectionTimeout: connectWithin,
    greetingTimeout: connectWithin,
    socketTimeout: silentFor,
    dnsTimeout: connectWithin,
    disableFileAccess: true,
    disableUrlAccess: true,
    requireTLS,
    ...(opportunistic ? { opportunisticTLS: true, tls: { rejectUnauthorized: false } } : {}),
  });
}

/** An IPv6 address without its brackets. */
function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '');
}

/** XOAUTH2. The callback is asked anew when the server refuses a token. */
function byToken(url: URL, token: NonNullable<Way['token']>) {
  const secure = url.protocol === 'smtps:';
  const user = decodeURIComponent(url.username);
  const provisionCallback = (_user: string, renew: boolean, done: (error: Error | null, token?: string) => void): void => {
    token({ fresh: renew }).then((given) => done(null, given), (error: unknown) => done(error instanceof Error ? error : new Error('no token')));
  };
  return { host: hostOf(url), port: Number(url.port) || (secure ? 465 : 587), secure, auth: { type: 'OAuth2' as const, user, provisionCallback } };
}
