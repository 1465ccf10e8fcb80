import { createTransport } from 'nodemailer';
import { monotonicNow } from '../../platform/clock/clock.ts';

/** Milliseconds; a peer that stalls must not hold a place for long. */
const connectWithin = 15_000;
const silentFor = 60_000;
const idleTransport = 10 * 60_000;
const thisMachine = new Set(['localhost', '127.0.0.1', '[::1]']);

type Transport = ReturnType<typeof open>;
export type Transports = {
  /** The pooled way to a server. */
  to(url: string): Transport;
  close(): void;
};

/** Pooled connections, one pool for each server and login. */
export function createTransports(): Transports {
  const pools = new Map<string, { transport: Transport; usedAt: number }>();
  return {
    to(url) {
      const now = monotonicNow();
      for (const [key, pool] of pools) {
        if (key === url || now - pool.usedAt < idleTransport) continue;
        pool.transport.close();
        pools.delete(key);
      }
      const pool = pools.get(url) ?? { transport: open(url), usedAt: now };
      pool.usedAt = now;
      pools.set(url, pool);
      return pool.transport;
    },
    close() {
      for (const { transport } of pools.values()) transport.close();
      pools.clear();
    },
  };
}

function open(url: string) {
  const parsed = new URL(url);
  // Without a login there is nothing to steal: encrypt where the server offers it, whatever its certificate (RFC 7435).
  const opportunistic = parsed.protocol === 'smtp:' && parsed.username === '';
  // With one, whoever is on the way could take STARTTLS out of the offer and read the password.
  const requireTLS = parsed.protocol === 'smtp:' && parsed.username !== '' && !thisMachine.has(parsed.hostname);
  return createTransport({
    url,
    pool: true,
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
