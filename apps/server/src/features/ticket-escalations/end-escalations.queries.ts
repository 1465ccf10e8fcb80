import { sql } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';

/** A ticket that is closed is not escalated any more; only asked of one that is. Indexes: escalations_ticket, the ticket's key. */
export async function endEscalations(tx: Tx, workspaceId: number, ticketId: number, now: Date): Promise<void> {
  await sql`
    update escalations set state = 'ended', over_at = coalesce(over_at, ${now})
    where workspace_id = ${workspaceId} and ticket_id = ${ticketId} and state in ('open', 'passed_on')`.execute(tx);
  await sql`update tickets set escalated_at = null, needed_tier = null where workspace_id = ${workspaceId} and id = ${ticketId}`.execute(tx);
}
