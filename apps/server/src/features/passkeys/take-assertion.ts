import type { Context } from '../../context.ts';
import { systemActor } from '../../platform/auth/actor.ts';
import { Problem } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { challengeIn, checkAssertion } from './ceremonies.ts';
import { useChallenge, type Holder } from './challenges.ts';
import { barPasskey, findAgentIds, findPasskeyByCredential, usePasskey, type PasskeyRow } from './passkeys.queries.ts';
import type { Assertion } from './passkeys.schemas.ts';
import { placeOf } from './place.ts';

type Asked = { purpose: 'sign_in'; holder: Holder } | { purpose: 'prove'; holder: Holder; userId: string };

/**
 * Whose passkey has answered what this browser was asked. Whatever is wrong with it, the answer is the same; only that the
 * question was too old is told apart, for which no passkey has to be known.
 * @throws Problem passkey_expired, passkey_refused, too_many_attempts, passkeys_not_possible
 */
export async function takeAssertion(context: Context, given: Assertion, asked: Asked, ip: string): Promise<{ userId: string }> {
  const { db, clock, config, passkeyLimits: limits } = context;
  const place = placeOf(config.publicUrl);
  if (typeof place === 'string') throw new Problem('passkeys_not_possible');
  await limits.checkAddress(ip);
  const challenge = challengeIn(given.client_data);
  await useChallenge(context, challenge, asked.purpose, asked.holder);
  const passkey = await findPasskeyByCredential(db, Buffer.from(given.id, 'base64url'), place.rpId);
  if (!passkey || !isFor(asked, given, passkey)) {
    await limits.failedFrom(ip);
    throw new Problem('passkey_refused');
  }
  await limits.check(passkey.user_id, ip);
  try {
    const use = await checkAssertion(given, challenge, passkey, place);
    const now = clock.now();
    if (!(await db.transaction().execute((tx) => usePasskey(tx, passkey.id, { ...use, now })))) {
      await bar(context, passkey);
      throw new Problem('passkey_refused');
    }
  } catch (error) {
    if (error instanceof Problem) await limits.failed(passkey.user_id, ip);
    throw error;
  }
  await limits.succeeded(passkey.user_id, ip);
  return { userId: passkey.user_id };
}

/** Who signs in has told nobody their name, so the passkey must say whose it is (Web Authentication Level 3, §7.2 step 6). */
function isFor(asked: Asked, { user_handle }: Assertion, passkey: PasskeyRow): boolean {
  const named = user_handle ? Buffer.from(user_handle, 'base64url').toString('utf8') : null;
  if (asked.purpose === 'prove') return passkey.user_id === asked.userId && (named === null || named === asked.userId);
  return named === passkey.user_id;
}

/** Of the passkey and its copy nobody can tell which is which: neither opens anything from now on. */
async function bar({ db, clock, wake }: Context, passkey: PasskeyRow): Promise<void> {
  await db.transaction().execute(async (tx) => {
    if (!(await barPasskey(tx, passkey.id, clock.now()))) return;
    for (const { workspace_id, agent_id } of await findAgentIds(tx, passkey.user_id))
      await appendEvent(tx, systemActor(workspace_id), { type: 'passkey.barred', data: { agent_id, passkey_id: passkey.id } });
  });
  wake.say('events');
}
