import { createHash, randomBytes } from 'node:crypto';
import type { Context } from '../../context.ts';
import { systemActor } from '../../platform/auth/actor.ts';
import { hashPassword } from '../../platform/auth/sign-in-library.ts';
import type { Tx } from '../../platform/db/db.ts';
import { Problem } from '../../platform/errors/problem.ts';
import { createAgent, giveSignIn } from '../agents/index.ts';
import { createWorkspace, listWorkspaces } from '../workspaces/index.ts';
import { dropLink, hasLink, hasOwner, readSteps, replaceLink, takeLink, writeSteps } from './setup.queries.ts';
import { setupStepNames, type BeginSetupBody, type SetupSteps } from './setup.schemas.ts';

const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest();

/**
 * While nobody can administer the installation: a new one-time link, which replaces the one before. Null where somebody
 * can. The key stands behind #, which browsers do not send, so that it is in no log.
 */
export async function offerSetup(context: Pick<Context, 'db' | 'config'>): Promise<string | null> {
  const key = randomBytes(32).toString('base64url');
  const isOffered = await context.db.transaction().execute(async (tx) => {
    const isOwned = await hasOwner(tx);
    await (isOwned ? dropLink(tx) : replaceLink(tx, hashOf(key)));
    return !isOwned;
  });
  return isOffered ? `${context.config.publicUrl}/setup#${key}` : null;
}

/** @throws Problem setup_link_used */
export async function checkLink(context: Pick<Context, 'db'>, key: string): Promise<void> {
  if (!(await hasLink(context.db, hashOf(key)))) throw new Problem('setup_link_used');
}

/**
 * Uses the link up for the first owner, with the workspace and its default brand if there is none yet.
 * @throws Problem setup_link_used
 */
export async function beginSetup(context: Context, { key, password, ...person }: BeginSetupBody): Promise<void> {
  await checkLink(context, key);
  // Slow on purpose, so after the look and before the transaction.
  const passwordHash = await hashPassword(context.signIn, password);
  await context.db.transaction().execute(async (tx) => {
    if (!(await takeLink(tx, hashOf(key)))) throw new Problem('setup_link_used');
    const workspaceId = await ownWorkspace(tx, person);
    const actor = systemActor(workspaceId);
    const { agentId } = await createAgent(tx, actor, { name: person.name, email: person.email, role: 'owner', language: person.language, time_zone: person.time_zone });
    // Whoever has the terminal's link is the operator.
    await giveSignIn(tx, workspaceId, agentId, passwordHash, { byOperator: true });
    await writeSteps(tx, workspaceId, {});
  });
  context.wake.say('access');
  context.wake.say('events');
}

async function ownWorkspace(tx: Tx, { language, time_zone }: Pick<BeginSetupBody, 'language' | 'time_zone'>): Promise<number> {
  const own = (await listWorkspaces(tx)).find(({ demo }) => !demo);
  return own?.id ?? (await createWorkspace(tx, { slug: 'support', name: 'Support', language, timeZone: time_zone })).workspaceId;
}

/** Somebody can administer the installation now: the link of the terminal opens nothing any more. */
export async function closeSetupLink(tx: Tx): Promise<void> {
  await dropLink(tx);
}

export type SetupProgress = { open: boolean; steps: { step: (typeof setupStepNames)[number]; state: 'open' | 'done' | 'later' }[] };

export function progressOf(steps: SetupSteps | null): SetupProgress {
  return { open: steps !== null, steps: setupStepNames.map((step) => ({ step, state: steps?.[step] ?? 'open' })) };
}

/** Notes a step as done or put off, or the whole as finished. Once finished it stays so. */
export async function noteSetup(tx: Tx, workspaceId: number, change: { step?: (typeof setupStepNames)[number]; state?: 'done' | 'later'; finished?: true }): Promise<SetupProgress> {
  const steps = await readSteps(tx, workspaceId, { lock: true });
  if (steps === null) return progressOf(null);
  const after = change.finished ? null : { ...steps, ...(change.step && change.state ? { [change.step]: change.state } : {}) };
  await writeSteps(tx, workspaceId, after);
  return progressOf(after);
}
