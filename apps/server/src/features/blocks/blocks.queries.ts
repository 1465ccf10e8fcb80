import { sql } from 'kysely';
import type { Queryable, Tx } from '../../platform/db/db.ts';

export type BlockRow = { id: number; pattern: string; created_by: { id: number; name: string } | null; created_at: Date };

const columns = sql`b.id, b.pattern, b.created_at,
  (select json_build_object('id', a.id, 'name', a.name) from agents a where a.workspace_id = b.workspace_id and a.id = b.created_by) as created_by`;

/** Newest first. Index: the primary key. */
export async function listBlocks(db: Queryable, workspaceId: number, { before, limit }: { before: number; limit: number }): Promise<BlockRow[]> {
  const { rows } = await sql<BlockRow>`
    select ${columns} from block_list b where b.workspace_id = ${workspaceId} and b.id < ${before} order by b.id desc limit ${limit}`.execute(db);
  return rows;
}

/** Null when it is blocked already. */
export async function insertBlock(tx: Tx, workspaceId: number, pattern: string, agentId: number | null): Promise<BlockRow | null> {
  const { rows } = await sql<BlockRow>`
    with b as (insert into block_list (workspace_id, pattern, created_by) values (${workspaceId}, ${pattern}, ${agentId}) on conflict do nothing returning *)
    select ${columns} from b`.execute(tx);
  return rows[0] ?? null;
}

export async function deleteBlock(tx: Tx, workspaceId: number, blockId: number): Promise<boolean> {
  const result = await tx.deleteFrom('block_list').where('workspace_id', '=', workspaceId).where('id', '=', blockId).executeTakeFirst();
  return result.numDeletedRows > 0n;
}
