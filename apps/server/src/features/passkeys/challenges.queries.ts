import { sql } from 'kysely';
import type { Alone } from '../../platform/db/db.ts';

export type Purpose = 'sign_in' | 'add' | 'prove';
export type NewChallenge = { hash: Buffer; purpose: Purpose; holder: Buffer; asker: Buffer; expiresAt: Date };

/** False when the asker has `most` open already. Index: passkey_challenges_asker. */
export async function insertChallenge(alone: Alone, challenge: NewChallenge, now: Date, most: number): Promise<boolean> {
  const { hash, purpose, holder, asker, expiresAt } = challenge;
  const { rows } = await sql`
    insert into identity.passkey_challenges (hash, purpose, holder, asker, expires_at)
    select ${hash}, ${purpose}, ${holder}, ${asker}, ${expiresAt}
    where (select count(*) from (select from identity.passkey_challenges where asker = ${asker} and expires_at > ${now} limit ${most}) open) < ${most}
    returning hash`.execute(alone);
  return rows.length > 0;
}

/** Uses the challenge up, whatever comes of it: of two that answer it one goes on. Until when it was good; null when there is none. */
export async function takeChallenge(alone: Alone, { hash, purpose, holder }: Pick<NewChallenge, 'hash' | 'purpose' | 'holder'>): Promise<Date | null> {
  const row = await alone.deleteFrom('identity.passkey_challenges').where('hash', '=', hash).where('purpose', '=', purpose).where('holder', '=', holder).returning('expires_at').executeTakeFirst();
  return row?.expires_at ?? null;
}

/** For upkeep. Index: passkey_challenges_expiry. */
export async function forgetChallenges(alone: Alone, before: Date): Promise<void> {
  await alone.deleteFrom('identity.passkey_challenges').where('expires_at', '<', before).execute();
}
