import { createHash, randomBytes } from 'node:crypto';
import type { Context } from '../../context.ts';
import { Problem } from '../../platform/errors/problem.ts';
import { insertChallenge, takeChallenge, type Purpose } from './challenges.queries.ts';

type Services = Pick<Context, 'db' | 'clock'>;
/** Who must bring the answer: the browser of this session, or of this attempt to sign in. */
export type Holder = { session: string } | { attempt: string };

/** Milliseconds. */
export const challengeLife = 10 * 60_000;
/** Open at a time: of one person who is signed in, and of one IP address, behind which a whole office may sit. */
const most = { person: 50, address: 1_000 };

/** 256 random bits for a browser to have signed, in base64url. @throws Problem too_many_attempts */
export async function newChallenge({ db, clock }: Services, purpose: Purpose, holder: Holder, asker: { userId: string } | { ip: string }): Promise<string> {
  const challenge = randomBytes(32).toString('base64url');
  const now = clock.now();
  const person = 'userId' in asker;
  const saved = await insertChallenge(
    db,
    { hash: digest(challenge), purpose, holder: keyOf(holder), asker: digest(person ? `user ${asker.userId}` : `address ${asker.ip}`), expiresAt: new Date(now.getTime() + challengeLife) },
    now,
    person ? most.person : most.address,
  );
  if (!saved) throw new Problem('too_many_attempts');
  return challenge;
}

/** @throws Problem passkey_expired when this browser was not asked that, or has answered, or took too long. */
export async function useChallenge({ db, clock }: Services, challenge: string, purpose: Purpose, holder: Holder): Promise<void> {
  const goodUntil = await takeChallenge(db, { hash: digest(challenge), purpose, holder: keyOf(holder) });
  if (!goodUntil || goodUntil <= clock.now()) throw new Problem('passkey_expired');
}

function keyOf(holder: Holder): Buffer {
  return digest('session' in holder ? `session ${holder.session}` : `attempt ${holder.attempt}`);
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
