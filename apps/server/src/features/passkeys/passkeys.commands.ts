import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound, Problem } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { sessionOf } from '../../platform/http/access.ts';
import { endOtherSessions } from '../agents/index.ts';
import { deleteRecoveryCodes, renewCodes } from '../recovery-codes/index.ts';
import type { Attested } from './ceremonies.ts';
import { deletePasskey, hasApp, insertPasskey, listPasskeys, lockUser, type PasskeyRow } from './passkeys.queries.ts';

/** Of one person. */
export const mostPasskeys = 25;

export type Added = { passkey: PasskeyRow; recoveryCodes: string[] };

/**
 * The first second step of a person brings recovery codes, and ends the sessions that began without one.
 * @throws Problem already_exists, too_many_passkeys
 */
export async function addPasskey(tx: Tx, { clock }: Pick<Context, 'clock'>, actor: AgentActor, given: Attested & { rpId: string; transports: string[]; name: string }): Promise<Added> {
  const { id, userId } = sessionOf(actor);
  await lockUser(tx, userId);
  const before = await listPasskeys(tx, userId);
  if (before.length >= mostPasskeys) throw new Problem('too_many_passkeys');
  const isFirst = before.length === 0 && !(await hasApp(tx, userId));
  const { rpId, transports, name, counter, synced } = given;
  const passkey = await insertPasskey(tx, { user_id: userId, rp_id: rpId, credential_id: given.credentialId, public_key: given.publicKey, counter, transports, synced, name, created_at: clock.now() });
  if (!passkey) throw new Problem('already_exists');
  const recoveryCodes = isFirst ? await renewCodes(tx, userId) : [];
  if (isFirst) await endOtherSessions(tx, userId, id);
  await appendEvent(tx, actor, { type: 'passkey.added', data: { agent_id: actor.id, passkey_id: passkey.id } });
  return { passkey, recoveryCodes };
}

/** All other sessions end, whichever way they began: one of them may be why it is removed. @throws Problem not_found */
export async function removePasskey(tx: Tx, actor: AgentActor, passkeyId: number): Promise<void> {
  const { id, userId } = sessionOf(actor);
  await lockUser(tx, userId);
  if (!(await deletePasskey(tx, userId, passkeyId))) throw notFound('passkey');
  if ((await listPasskeys(tx, userId)).length === 0 && !(await hasApp(tx, userId))) await deleteRecoveryCodes(tx, userId);
  await endOtherSessions(tx, userId, id);
  await appendEvent(tx, actor, { type: 'passkey.removed', data: { agent_id: actor.id, passkey_id: passkeyId } });
}
