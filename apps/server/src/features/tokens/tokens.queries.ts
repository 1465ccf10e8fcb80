import { sql } from 'kysely';
import type { TokenScope } from '../../platform/auth/token-scopes.ts';
import type { Queryable, Tx } from '../../platform/db/db.ts';

export type TokenRow = { id: number; name: string; prefix: string; scopes: TokenScope[] | null; expires_at: Date | null; last_used_at: Date | null; created_at: Date };

const columns = sql`id, name, prefix, scopes, expires_at, last_used_at, created_at`;

/** An agent's own tokens, newest first. Index: api_tokens_agent. */
export async function listTokens(db: Queryable, workspaceId: number, agentId: number, { before, limit }: { before: number; limit: number }): Promise<TokenRow[]> {
  const { rows } = await sql<TokenRow>`
    select ${columns} from identity.api_tokens where workspace_id = ${workspaceId} and agent_id = ${agentId} and id < ${before}
    order by id desc limit ${limit}`.execute(db);
  return rows;
}

export async function insertToken(tx: Tx, token: { workspaceId: number; agentId: number; hash: Buffer; name: string; prefix: string; scopes: readonly TokenScope[] | null; expiresAt: Date | null }): Promise<TokenRow> {
  const { rows } = await sql<TokenRow>`
    insert into identity.api_tokens (hash, workspace_id, agent_id, name, prefix, scopes, expires_at)
    values (${token.hash}, ${token.workspaceId}, ${token.agentId}, ${token.name}, ${token.prefix}, ${token.scopes}::text[], ${token.expiresAt}) returning ${columns}`.execute(tx);
  return rows[0] as TokenRow; // an insert without a conflict clause always returns its row
}

export async function deleteToken(tx: Tx, workspaceId: number, agentId: number, tokenId: number): Promise<boolean> {
  const result = await tx
    .deleteFrom('identity.api_tokens')
    .where('workspace_id', '=', workspaceId)
    .where('agent_id', '=', agentId)
    .where('id', '=', tokenId)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}
