import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Queryable, Tx } from '../../platform/db/db.ts';

/** The sign-in library's rows, written here so that they stand or fall with the agent's own. */

/** Locked, so that no membership is added (its foreign key waits) between the look and what follows from it. */
export async function findUserIdByEmail(tx: Tx, email: string): Promise<string | null> {
  const row = await tx.selectFrom('identity.user').select('id').where('email', '=', email).forUpdate().executeTakeFirst();
  return row?.id ?? null;
}

export async function insertUser(tx: Tx, user: { email: string; name: string }): Promise<string> {
  const id = randomBytes(24).toString('base64url');
  await tx.insertInto('identity.user').values({ id, email: user.email, name: user.name, emailVerified: true }).execute();
  return id;
}

export async function changeUserEmail(tx: Tx, userId: string, email: string): Promise<void> {
  await tx.updateTable('identity.user').set({ email, updatedAt: sql<Date>`now()` }).where('id', '=', userId).execute();
}

/** Sets the password of a user, who may have had none. */
export async function savePasswordHash(tx: Tx, userId: string, hash: string): Promise<void> {
  const result = await tx
    .updateTable('identity.account')
    .set({ password: hash, updatedAt: sql<Date>`now()` })
    .where('userId', '=', userId)
    .where('providerId', '=', 'credential')
    .executeTakeFirst();
  if (result.numUpdatedRows > 0n) return;
  const id = randomBytes(24).toString('base64url');
  await tx.insertInto('identity.account').values({ id, userId, accountId: userId, providerId: 'credential', password: hash }).execute();
}

/** Ties the agent to a user who signs in. */
export async function joinMembership(tx: Tx, workspaceId: number, agentId: number, userId: string): Promise<void> {
  await sql`insert into identity.memberships (user_id, workspace_id, agent_id) values (${userId}, ${workspaceId}, ${agentId})
    on conflict (user_id, workspace_id) do update set agent_id = excluded.agent_id`.execute(tx);
}

/** Ends every session of a user. */
export async function endSessions(tx: Tx, userId: string): Promise<void> {
  await tx.deleteFrom('identity.session').where('userId', '=', userId).execute();
}

export async function endOtherSessions(tx: Tx, userId: string, keptId: string): Promise<void> {
  await tx.deleteFrom('identity.session').where('userId', '=', userId).where('id', '!=', keptId).execute();
}

export async function endTokens(tx: Tx, workspaceId: number, agentId: number): Promise<void> {
  await tx.deleteFrom('identity.api_tokens').where('workspace_id', '=', workspaceId).where('agent_id', '=', agentId).execute();
}

/** Whether somebody else in the installation signs in with this user, in another workspace. */
export async function signsInElsewhere(db: Queryable, userId: string, workspaceId: number): Promise<boolean> {
  const row = await db.selectFrom('identity.memberships').select('agent_id').where('user_id', '=', userId).where('workspace_id', '!=', workspaceId).limit(1).executeTakeFirst();
  return row !== undefined;
}

/** Those that the agent has sent. Index: invitations_by. */
export async function endInvitations(tx: Tx, workspaceId: number, agentId: number): Promise<void> {
  await tx.deleteFrom('identity.invitations').where('workspace_id', '=', workspaceId).where('invited_by', '=', agentId).execute();
}
