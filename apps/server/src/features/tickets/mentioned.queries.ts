import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { brandVisible, exactMoment } from '../../platform/db/scope.ts';
import { ticketColumns, ticketJoins, type TicketRow } from './ticket-row.queries.ts';
import type { TicketFolder } from './tickets.schemas.ts';

/** The teams that an agent is in, at most 50. Index: team_members_agent. */
export async function findTeamsOf(db: Queryable, workspaceId: number, agentId: number): Promise<number[]> {
  const { rows } = await sql<{ team_id: number }>`
    select team_id from team_members where workspace_id = ${workspaceId} and agent_id = ${agentId} order by team_id limit 50`.execute(db);
  return rows.map((row) => row.team_id);
}

/**
 * Tickets in whose notes the agent was named, each at its newest mention; `mention` is that note's id. Index:
 * ticket_mentions_newest downwards, and for each row its key, to pass over older mentions on the same ticket.
 */
export async function listMentioned(
  db: Queryable,
  scope: Scope,
  agentId: number,
  { folder, before, limit }: { folder: TicketFolder; before?: number; limit: number },
): Promise<(TicketRow & { mention: number; cursor_moment: string })[]> {
  const { rows } = await sql<TicketRow & { mention: number; cursor_moment: string }>`
    select ${ticketColumns(agentId)}, h.mention, ${exactMoment(sql`h.created_at`)} as cursor_moment
    from (${newestMentions(scope, agentId, folder, before ?? Number.MAX_SAFE_INTEGER)} order by m.message_id desc limit ${sql.lit(limit)}) h
    join tickets t on t.workspace_id = ${scope.workspaceId} and t.id = h.ticket_id
    ${ticketJoins(agentId)}
    order by h.mention desc`.execute(db);
  return rows;
}

/** The same tickets by their ids alone, a step at a time; `mention` is where the next step goes on. */
export async function listMentionedIds(
  db: Queryable,
  scope: Scope,
  agentId: number,
  { folder, before, limit }: { folder: TicketFolder; before?: number; limit: number },
): Promise<{ id: number; mention: number }[]> {
  const { rows } = await sql<{ id: number; mention: number }>`
    select h.ticket_id as id, h.mention from (${newestMentions(scope, agentId, folder, before ?? Number.MAX_SAFE_INTEGER)} order by m.message_id desc limit ${sql.lit(limit)}) h
    order by h.mention desc`.execute(db);
  return rows;
}

/** How many of them, counting no further than `most`. */
export async function countMentioned(db: Queryable, scope: Scope, agentId: number, most: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (${newestMentions(scope, agentId, 'inbox', Number.MAX_SAFE_INTEGER)} limit ${sql.lit(most)}) c`.execute(db);
  return rows[0]?.count ?? 0;
}

function newestMentions(scope: Scope, agentId: number, folder: TicketFolder, before: number): RawBuilder<unknown> {
  return sql`select m.ticket_id, m.message_id as mention, m.created_at from ticket_mentions m
    cross join lateral (
      select x.id from tickets x where x.workspace_id = ${scope.workspaceId} and x.id = m.ticket_id and x.folder = ${sql.lit(folder)} and ${brandVisible(scope, sql`x.brand_id`)} offset 0) x
    where m.workspace_id = ${scope.workspaceId} and m.agent_id = ${agentId} and m.message_id < ${before}
      and not exists (select from ticket_mentions n where n.workspace_id = ${scope.workspaceId} and n.agent_id = ${agentId} and n.ticket_id = m.ticket_id and n.message_id > m.message_id)`;
}
