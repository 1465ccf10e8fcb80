import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import { brandVisible } from '../../platform/db/scope.ts';
import type { TicketStatus } from './tickets.schemas.ts';

export type LinkRow = { number: number; subject: string; status: TicketStatus; kind: 'related' | 'claims_to_continue' | 'continued_by' };

/** Links in both directions, to tickets that the scope may see. Indexes: the primary key and ticket_links_other. */
export async function listLinks(db: Queryable, scope: Scope, ticketId: number): Promise<LinkRow[]> {
  const { rows } = await sql<LinkRow>`
    select t.number, t.subject, t.status, l.kind from (
      select other_ticket_id as id, kind from ticket_links where workspace_id = ${scope.workspaceId} and ticket_id = ${ticketId}
      union all
      select ticket_id, case kind when 'related' then kind else 'continued_by' end from ticket_links
      where workspace_id = ${scope.workspaceId} and other_ticket_id = ${ticketId}) l
    join tickets t on t.workspace_id = ${scope.workspaceId} and t.id = l.id
    where ${brandVisible(scope, sql`t.brand_id`)}
    order by t.number desc limit 100`.execute(db);
  return rows;
}

/**
 * Links two tickets; false when they were linked already, in either direction. Related ones stand with the smaller id
 * first, so that of two who link them at once, one from each side, the key lets one through.
 */
export async function insertLink(tx: Tx, workspaceId: number, ticketId: number, otherId: number, kind: 'related' | 'claims_to_continue'): Promise<boolean> {
  const [from, to] = kind === 'related' && otherId < ticketId ? [otherId, ticketId] : [ticketId, otherId];
  const { rows } = await sql<{ kind: string }>`
    insert into ticket_links (workspace_id, ticket_id, other_ticket_id, kind)
    select ${workspaceId}, ${from}, ${to}, ${kind}
    where not exists (select from ticket_links where workspace_id = ${workspaceId} and ticket_id = ${to} and other_ticket_id = ${from})
    on conflict do nothing returning kind`.execute(tx);
  return rows.length > 0;
}

export async function deleteLink(tx: Tx, workspaceId: number, ticketId: number, otherId: number): Promise<boolean> {
  const result = await sql`delete from ticket_links where workspace_id = ${workspaceId}
    and ((ticket_id = ${ticketId} and other_ticket_id = ${otherId}) or (ticket_id = ${otherId} and other_ticket_id = ${ticketId}))`.execute(tx);
  return (result.numAffectedRows ?? 0n) > 0n;
}
