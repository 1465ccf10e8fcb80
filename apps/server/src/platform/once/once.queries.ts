import { sql } from 'kysely';
import type { Alone, Tx } from '../db/db.ts';
import { Problem } from '../errors/problem.ts';
import type { Once } from './once.ts';

type Holder = { workspaceId: number; agentId: number };

/**
 * The first statement of a command that is done once. A second request with the key waits here until the first has
 * committed, or takes its place if that came to nothing.
 * @returns null for the first; for a repeat, what the first wrote
 * @throws Problem key_reused
 */
export async function claimOnce(tx: Tx, { workspaceId, agentId }: Holder, { key, fingerprint }: Once, now: Date): Promise<{ messageId: number | null } | null> {
  const claimed = await sql`
    insert into idempotency_keys (workspace_id, agent_id, key, fingerprint, created_at) values (${workspaceId}, ${agentId}, ${key}, ${fingerprint}, ${now})
    on conflict do nothing returning 1`.execute(tx);
  if (claimed.rows.length > 0) return null;
  const { rows } = await sql<{ message_id: number | null; is_same: boolean }>`
    select message_id, fingerprint = ${fingerprint} as is_same from idempotency_keys
    where workspace_id = ${workspaceId} and agent_id = ${agentId} and key = ${key}`.execute(tx);
  const [first] = rows;
  // Only where it was two days old, and was forgotten between the two statements.
  if (!first) throw new Problem('not_ready', 'This key has just been forgotten; ask again');
  if (!first.is_same) throw new Problem('key_reused');
  return { messageId: first.message_id };
}

export async function noteMessageOfOnce(tx: Tx, { workspaceId, agentId }: Holder, { key }: Once, messageId: number): Promise<void> {
  await sql`update idempotency_keys set message_id = ${messageId} where workspace_id = ${workspaceId} and agent_id = ${agentId} and key = ${key}`.execute(tx);
}

export async function forgetOnce(alone: Alone, workspaceId: number, before: Date): Promise<void> {
  await sql`delete from idempotency_keys where workspace_id = ${workspaceId} and created_at < ${before}`.execute(alone);
}
