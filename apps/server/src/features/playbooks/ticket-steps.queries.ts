import { sql } from 'kysely';
import type { Queryable, Tx } from '../../platform/db/db.ts';

/** Nothing where somebody has done it already. */
export async function insertDone(tx: Tx, workspaceId: number, { ticketId, stepId, agentId, now }: { ticketId: number; stepId: number; agentId: number; now: Date }): Promise<void> {
  await sql`
    insert into ticket_steps (workspace_id, ticket_id, step_id, done_by, done_at) values (${workspaceId}, ${ticketId}, ${stepId}, ${agentId}, ${now})
    on conflict do nothing`.execute(tx);
}

/** On the ticket and on what was merged into it. */
export async function deleteDone(tx: Tx, workspaceId: number, ticketIds: readonly number[], stepId: number): Promise<void> {
  await sql`
    delete from ticket_steps where workspace_id = ${workspaceId} and ticket_id = any(${[...ticketIds]}::bigint[]) and step_id = ${stepId}`.execute(tx);
}

export type OverrideRow = { status: string; reason: string; agent_name: string; created_at: Date };

/** Oldest first, the newest `limit`. Index: step_overrides_ticket. */
export async function listOverrides(db: Queryable, workspaceId: number, ticketIds: readonly number[], limit: number): Promise<OverrideRow[]> {
  const { rows } = await sql<OverrideRow>`
    select v.status, v.reason, a.name as agent_name, v.created_at from step_overrides v
    join agents a on a.workspace_id = v.workspace_id and a.id = v.made_by
    where v.workspace_id = ${workspaceId} and v.ticket_id = any(${[...ticketIds]}::bigint[]) order by v.id desc limit ${limit}`.execute(db);
  return rows.toReversed();
}
