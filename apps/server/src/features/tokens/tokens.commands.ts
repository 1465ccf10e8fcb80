import { randomBytes } from 'node:crypto';
import type { Actor } from '../../platform/auth/actor.ts';
import { hashToken } from '../../platform/auth/identify.ts';
import { tokenScopes, type TokenScope } from '../../platform/auth/token-scopes.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { deleteToken, insertToken, type TokenRow } from './tokens.queries.ts';

/** A token with all rights of its agent, or only what its scopes open: 256 random bits, of which only the hash is kept. */
export async function createToken(tx: Tx, actor: Actor, agentId: number, input: { name: string; scopes?: readonly TokenScope[]; expiresAt?: Date | null }): Promise<TokenRow & { token: string }> {
  const token = `omb_${randomBytes(32).toString('base64url')}`;
  const row = await insertToken(tx, {
    workspaceId: actor.scope.workspaceId,
    agentId,
    hash: hashToken(token),
    name: input.name,
    prefix: token.slice(0, 10),
    scopes: input.scopes ? tokenScopes.filter((scope) => input.scopes?.includes(scope)) : null,
    expiresAt: input.expiresAt ?? null,
  });
  await appendEvent(tx, actor, { type: 'token.created', data: { token_id: row.id, agent_id: agentId } });
  return { ...row, token };
}

/** Say wake 'access' after the commit, and the token is dead everywhere. @throws Problem not_found */
export async function removeToken(tx: Tx, actor: Actor, agentId: number, tokenId: number): Promise<void> {
  if (!(await deleteToken(tx, actor.scope.workspaceId, agentId, tokenId))) throw notFound('token');
  await appendEvent(tx, actor, { type: 'token.removed', data: { token_id: tokenId, agent_id: agentId } });
}
