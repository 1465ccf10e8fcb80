import { sql } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';

/**
 * A reply that set or moved the status is taken back, and the status with it, unless somebody has moved it on since. The
 * caller holds the ticket's row. A ticket that is solved again closes as long after this moment as any other.
 * Index: events_timeline, from the end.
 * @returns what became what; null when nothing was to be put back. `wrapped`: it is written down how the ticket ended
 */
export async function putStatusBack(tx: Tx, workspaceId: number, ticketId: number, messageId: number): Promise<{ from: string; to: string; wrapped: boolean } | null> {
  const { rows } = await sql<{ from: string; to: string; wrapped: boolean }>`
    with reply as (
      select data #>> '{changes,status,from}' as was, data #>> '{changes,status,to}' as became from events
      where workspace_id = ${workspaceId} and ticket_id = ${ticketId} and message_id = ${messageId} and type = 'message.added'
      order by id desc limit 1)
    update tickets t set status = reply.was,
      solved_at = case when reply.was = 'solved' then now() end,
      close_at = case when reply.was = 'solved' then now() + make_interval(hours => (select w.close_after_hours from identity.workspaces w where w.id = ${workspaceId})) end
    from reply
    where t.workspace_id = ${workspaceId} and t.id = ${ticketId} and t.status = reply.became and reply.was <> reply.became and reply.was <> 'closed'
    returning reply.became as "from", reply.was as "to", t.wrapped`.execute(tx);
  return rows[0] ?? null;
}
