import { createHash } from 'node:crypto';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../db/db.ts';
import { Problem } from '../errors/problem.ts';
import { countFailures, forgetFailures, recordFailures } from './identity.queries.ts';

/** Milliseconds; nothing older is counted by any limit. */
const longestWindow = 3600_000;

export type GuessLimits = ReturnType<typeof createGuessLimits>;
export type SignInLimits = GuessLimits;

/** Guesses at passwords: 10 failures an account and 50 an IP address within 15 minutes. */
export function createSignInLimits(db: Database, clock: Clock): SignInLimits {
  return createGuessLimits(db, clock, { name: '', perAccount: 10, perAddress: 50, window: 15 * 60_000 });
}

/**
 * Limits guessing over all nodes, per account and per IP address within a window (ms). The account's key is a hash, so
 * the table does not list who tried, and it counts whether or not the account exists.
 */
export function createGuessLimits(db: Database, clock: Clock, { name, perAccount, perAddress, window }: { name: string; perAccount: number; perAddress: number; window: number }) {
  const keysOf = (account: string, ip: string) => ({ account: `${name}a:${digest(account)}`, address: `${name}i:${digest(ip)}` });
  const since = () => new Date(clock.now().getTime() - window);

  return {
    /** @throws Problem too_many_attempts */
    async check(account: string, ip: string): Promise<void> {
      const keys = keysOf(account, ip);
      const failures = await countFailures(db, [keys.account, keys.address], since());
      if ((failures.get(keys.account) ?? 0) >= perAccount || (failures.get(keys.address) ?? 0) >= perAddress) throw new Problem('too_many_attempts');
    },
    async failed(account: string, ip: string): Promise<void> {
      const keys = keysOf(account, ip);
      await recordFailures(db, [keys.account, keys.address], clock.now());
    },
    /**
     * Counts the attempt before it is made, so that many at once cannot all pass; `succeeded` forgives it.
     * @throws Problem too_many_attempts
     */
    async attempt(account: string, ip: string): Promise<void> {
      const keys = keysOf(account, ip);
      await recordFailures(db, [keys.account, keys.address], clock.now());
      const attempts = await countFailures(db, [keys.account, keys.address], since());
      if ((attempts.get(keys.account) ?? 0) > perAccount || (attempts.get(keys.address) ?? 0) > perAddress) throw new Problem('too_many_attempts');
    },
    async succeeded(account: string, ip: string): Promise<void> {
      await forgetFailures(db, [keysOf(account, ip).account], new Date(clock.now().getTime() - longestWindow));
    },
    /** For guesses at something that belongs to no account that we know. @throws Problem too_many_attempts */
    async checkAddress(ip: string): Promise<void> {
      const { address } = keysOf('', ip);
      if (((await countFailures(db, [address], since())).get(address) ?? 0) >= perAddress) throw new Problem('too_many_attempts');
    },
    async failedFrom(ip: string): Promise<void> {
      await recordFailures(db, [keysOf('', ip).address], clock.now());
    },
  };
}

function digest(text: string): string {
  return createHash('sha256').update(text.toLowerCase()).digest('base64url');
}
