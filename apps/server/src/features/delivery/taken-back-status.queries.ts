import { sql } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';

/**
 * A reply that set or moved the status is taken back, and the status with it, unless somebody has moved it on since; so is one that
 * an escalation has taken up again, where that went back with the reply. The caller holds the ticket's row. A ticket that is solved
 * again closes as long after this moment as any other. Index: events_timeline, of one ticket.
 * @returns what became what; null when nothing was to be put back. `wrapped`: it is written down how the ticket ended
 */
export async function putStatusBack(tx: Tx, workspaceId: number, { ticketId, messageId, escalation }: { ticketId: number; messageId: number; escalation: number | null }): Promise<{ from: string; to: string; wrapped: boolean } | null> {
  const { rows } = await sql<{ from: string; to: string; wrapped: boolean }>`
    with message as (
      select data #>> '{changes,status,from}' as was, data #>> '{changes,status,to}' as became from events
      where workspace_id = ${workspaceId} and ticket_id = ${ticketId} and message_id = ${messageId} and type = 'message.added'
      order by id desc limit 1),
    escalated as (
      select data #>> '{changes,status,from}' as was, data #>> '{changes,status,to}' as became from events
      where ${escalation}::bigint is not null and workspace_id = ${workspaceId} and ticket_id = ${ticketId} and type = 'ticket.updated' and (data ->> 'escalation')::bigint = ${escalation}::bigint
        and data #> '{changes,status}' is not null
      order by id limit 1),
    reply as (
      select coalesce(e.was, m.was) as was, coalesce(m.became, e.became) as became from message m left join escalated e on true)
    update tickets t set status = reply.was,
      solved_at = case when reply.was = 'solved' then now() end,
      close_at = case when reply.was = 'solved' then now() + make_interval(hours => (select w.close_after_hours from identity.workspaces w where w.id = ${workspaceId})) end
    from reply
    where t.workspace_id = ${workspaceId} and t.id = ${ticketId} and t.status = reply.became and reply.was <> reply.became and reply.was <> 'closed'
    returning reply.became as "from", reply.was as "to", t.wrapped`.execute(tx);
  return rows[0] ?? null;
}
