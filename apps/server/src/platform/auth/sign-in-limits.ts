import { createHash } from 'node:crypto';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../db/db.ts';
import { Problem } from '../errors/problem.ts';
import { countFailures, forgetFailures, recordFailures } from './identity.queries.ts';

const window = 15 * 60_000;
const perAccount = 10;
const perAddress = 50;

export type SignInLimits = ReturnType<typeof createSignInLimits>;

/**
 * Limits guessing over all nodes: 10 failures an account and 50 an IP address within 15 minutes. The account's key
 * is a hash, so the table does not list who tried, and it counts whether or not the account exists.
 */
export function createSignInLimits(db: Database, clock: Clock) {
  const keysOf = (email: string, ip: string) => ({ account: `a:${digest(email)}`, address: `i:${digest(ip)}` });
  return {
    /** @throws Problem too_many_attempts */
    async check(email: string, ip: string): Promise<void> {
      const { account, address } = keysOf(email, ip);
      const failures = await countFailures(db, [account, address], new Date(clock.now().getTime() - window));
      if ((failures.get(account) ?? 0) >= perAccount || (failures.get(address) ?? 0) >= perAddress) throw new Problem('too_many_attempts');
    },
    async failed(email: string, ip: string): Promise<void> {
      const { account, address } = keysOf(email, ip);
      await recordFailures(db, [account, address], clock.now());
    },
    async succeeded(email: string, ip: string): Promise<void> {
      await forgetFailures(db, [keysOf(email, ip).account], new Date(clock.now().getTime() - window));
    },
  };
}

function digest(text: string): string {
  return createHash('sha256').update(text.toLowerCase()).digest('base64url');
}
