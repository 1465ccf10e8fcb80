import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/db.ts';

/** Whether they take work, whatever brands they see. */
export async function isWorkingAgent(db: Queryable, workspaceId: number, agentId: number): Promise<boolean> {
  const { rows } = await sql`select from agents where workspace_id = ${workspaceId} and id = ${agentId} and active and role not in ('viewer', 'client')`.execute(db);
  return rows.length > 0;
}
