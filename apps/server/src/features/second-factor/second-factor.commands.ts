import type { Context } from '../../context.ts';
import type { AgentActor, SystemActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound, Problem } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { endOtherSessions, endSessions, findAgent, mayChangeRole, seesAllOf, signsInElsewhere } from '../agents/index.ts';
import { deletePasskeysOf, lockUser } from '../passkeys/index.ts';
import { deleteRecoveryCodes, readRecoveryCode, renewCodes, takeRecoveryCode } from '../recovery-codes/index.ts';
import { beginSecondFactor, confirmSecondFactorRow, deleteSecondFactor, findSecondFactor, findSecondSteps, useStep } from './second-factor.queries.ts';
import { keyUri, newSecret, stepOf } from './totp.ts';

type Services = Pick<Context, 'sealer' | 'clock'>;
export type Person = { id: string; userId: string };

/** A new secret for the person's app; it counts for nothing until `confirmSecondFactor`. @throws Problem already_exists */
export async function beginSetUp(tx: Tx, { sealer }: Services, actor: AgentActor, { userId }: Person): Promise<{ uri: string }> {
  const secret = newSecret();
  if (!(await beginSecondFactor(tx, userId, sealer.seal(secret)))) throw new Problem('already_exists', 'There is a second factor already');
  return { uri: keyUri(secret, 'Ombud', actor.email) };
}

/**
 * The first code proves that the app has the secret; sessions that began without one end. Recovery codes that are there
 * already, for passkeys, stay: then none are told. @throws Problem wrong_code, conflict
 */
export async function confirmSecondFactor(tx: Tx, { sealer, clock }: Services, actor: AgentActor, { id, userId }: Person, code: string): Promise<string[]> {
  await lockUser(tx, userId);
  const row = await findSecondFactor(tx, userId);
  if (!row || row.confirmed_at !== null) throw new Problem('conflict', 'Begin the set-up again');
  const step = await stepOf(sealer.open(row.secret_sealed), code, clock.now(), row.last_step);
  if (step === null) throw new Problem('wrong_code');
  await confirmSecondFactorRow(tx, userId, step, clock.now());
  const { recovery_codes } = await findSecondSteps(tx, userId);
  const codes = recovery_codes > 0 ? [] : await renewCodes(tx, userId);
  await endOtherSessions(tx, userId, id);
  await appendEvent(tx, actor, { type: 'second_factor.added', data: { agent_id: actor.id } });
  return codes;
}

/** Ten new ones; those of before open nothing any more. @throws Problem not_found */
export async function renewRecoveryCodes(tx: Tx, { userId }: Person): Promise<string[]> {
  await lockUser(tx, userId);
  const { app, passkeys } = await findSecondSteps(tx, userId);
  if (!app && passkeys === 0) throw notFound('second factor');
  return renewCodes(tx, userId);
}

/** Passkeys stay, and with them the recovery codes. @throws Problem not_found */
export async function removeSecondFactor(tx: Tx, actor: AgentActor, { userId }: Person): Promise<void> {
  await lockUser(tx, userId);
  if (!(await deleteSecondFactor(tx, userId))) throw notFound('second factor');
  if ((await findSecondSteps(tx, userId)).passkeys === 0) await deleteRecoveryCodes(tx, userId);
  await appendEvent(tx, actor, { type: 'second_factor.removed', data: { agent_id: actor.id } });
}

/**
 * For a colleague who has lost theirs: the app, the passkeys and the recovery codes go, and their sessions end. Not for somebody who signs in to another workspace as well:
 * an administrator here must not weaken the sign-in there. The installation's operator (the system) may.
 * @throws Problem not_found, not_allowed
 */
export async function resetSecondFactor(tx: Tx, actor: AgentActor | SystemActor, agentId: number): Promise<void> {
  const agent = await findAgent(tx, actor.scope.workspaceId, { id: agentId }, { lock: true });
  if (!agent) throw notFound('agent');
  if (actor.type === 'agent' && !mayChangeRole(actor.role, agent.role, agent.role)) throw new Problem('not_allowed', 'Only an owner changes owners');
  if (!seesAllOf(actor.scope, agent)) throw new Problem('not_allowed', 'They see more brands than you do');
  if (agent.user_id === null) throw notFound('second factor');
  if (actor.type === 'agent' && (await signsInElsewhere(tx, agent.user_id, actor.scope.workspaceId))) throw new Problem('not_allowed', 'They sign in to another workspace as well');
  const passkeys = await deletePasskeysOf(tx, agent.user_id);
  if (!(await deleteSecondFactor(tx, agent.user_id)) && passkeys === 0) throw notFound('second factor');
  await deleteRecoveryCodes(tx, agent.user_id);
  await endSessions(tx, agent.user_id);
  await appendEvent(tx, actor, { type: 'second_factor.reset', data: { agent_id: agentId } });
}

/** Takes a code of the app or a recovery code, each once. @throws Problem wrong_code */
export async function takeCode(tx: Tx, { sealer, clock }: Services, userId: string, code: string): Promise<void> {
  const recovery = readRecoveryCode(code);
  if (recovery !== null) return takeRecoveryCode(tx, userId, recovery);
  const row = await findSecondFactor(tx, userId);
  const step = row?.confirmed_at ? await stepOf(sealer.open(row.secret_sealed), code.replaceAll(/\s/g, ''), clock.now(), row.last_step) : null;
  if (step === null || !(await useStep(tx, userId, step))) throw new Problem('wrong_code');
}
