import { sql } from 'kysely';
import { seesBrand, type Scope } from '../../platform/auth/actor.ts';
import type { Alone, Queryable } from '../../platform/db/db.ts';

export const presenceStates = ['open', 'looking', 'writing'] as const;
export type PresenceState = (typeof presenceStates)[number];

/** The ticket behind a number, if the agent may see it. */
export async function findSeenTicket(db: Queryable, scope: Scope, number: number): Promise<{ id: number } | null> {
  const row = await db.selectFrom('tickets').select(['id', 'brand_id']).where('workspace_id', '=', scope.workspaceId).where('number', '=', number).executeTakeFirst();
  return row && seesBrand(scope, Number(row.brand_id)) ? { id: Number(row.id) } : null;
}

/** A connection is on one ticket at a time. */
export async function moveConnection(alone: Alone, place: { workspaceId: number; agentId: number; connection: string; ticketId: number; state: PresenceState }): Promise<void> {
  await sql`
    with left_behind as (
      delete from presence where workspace_id = ${place.workspaceId} and agent_id = ${place.agentId}
        and connection = ${place.connection} and ticket_id <> ${place.ticketId})
    insert into presence (workspace_id, ticket_id, agent_id, connection, state, seen_at)
    values (${place.workspaceId}, ${place.ticketId}, ${place.agentId}, ${place.connection}, ${place.state}, now())
    on conflict (workspace_id, ticket_id, agent_id, connection) do update set state = excluded.state, seen_at = now()`.execute(alone);
}

export async function removeConnection(alone: Alone, workspaceId: number, agentId: number, connection: string): Promise<void> {
  await alone.deleteFrom('presence').where('workspace_id', '=', workspaceId).where('agent_id', '=', agentId).where('connection', '=', connection).execute();
}

/** Says of several connections that they are still there. */
export async function refreshConnections(alone: Alone, workspaceId: number, connections: readonly string[]): Promise<void> {
  await sql`update presence set seen_at = now() where workspace_id = ${workspaceId} and connection = any(${connections}::text[])`.execute(alone);
}

export type TicketPresence = { ticket: number; ticket_id: number; brand_id: number; agents: { id: number; name: string; state: PresenceState }[] };

/** Who is on which ticket, and that nobody is on these. Several windows of an agent count as one, with what is most active in them. */
export async function findPresence(db: Queryable, workspaceId: number, ticketIds: readonly number[]): Promise<TicketPresence[]> {
  const { rows } = await sql<TicketPresence>`
    select t.number as ticket, t.id as ticket_id, t.brand_id,
      coalesce((
        select json_agg(json_build_object('id', here.id, 'name', here.name, 'state', here.state) order by here.id)
        from (
          select distinct on (a.id) a.id, a.name, p.state
          from presence p
          join agents a on a.workspace_id = p.workspace_id and a.id = p.agent_id
          where p.workspace_id = t.workspace_id and p.ticket_id = t.id and p.seen_at > now() - interval '60 seconds'
          order by a.id, array_position(array['writing', 'looking', 'open'], p.state)
        ) here), '[]') as agents
    from tickets t
    where t.workspace_id = ${workspaceId} and t.id in (
      select unnest(${ticketIds}::bigint[])
      union select ticket_id from presence where workspace_id = ${workspaceId} and seen_at > now() - interval '60 seconds')`.execute(db);
  return rows;
}

/** Rows without a heartbeat; readers leave them out already. */
export async function removeStalePresence(alone: Alone, workspaceId: number): Promise<void> {
  await sql`delete from presence where workspace_id = ${workspaceId} and seen_at < now() - interval '60 seconds'`.execute(alone);
}
