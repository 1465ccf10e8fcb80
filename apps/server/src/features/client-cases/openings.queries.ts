import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Alone, Queryable } from '../../platform/db/db.ts';
import { brandVisible } from '../../platform/db/scope.ts';

/** That a client reader opened a case, or fetched a file of it. */
export async function noteOpening(alone: Alone, opened: { workspaceId: number; agentId: number; ticketId: number; what: 'case' | 'file'; now: Date }): Promise<void> {
  const [times, files] = opened.what === 'case' ? [1, 0] : [0, 1];
  await sql`
    insert into client_openings as o (workspace_id, agent_id, day, ticket_id, times, files, last_at)
    values (${opened.workspaceId}, ${opened.agentId}, ${opened.now.toISOString().slice(0, 10)}, ${opened.ticketId}, ${times}, ${files}, ${opened.now})
    on conflict (workspace_id, agent_id, day, ticket_id) do update set times = o.times + excluded.times, files = o.files + excluded.files, last_at = excluded.last_at`.execute(alone);
}

export type OpeningRow = { day: string; ticket_id: number; number: number; subject: string; brand_id: number; brand_name: string; brand_color: string; times: number; files: number; last_at: Date };

/** What a client reader opened, newest day first, of the brands that the asker sees. Index: the key, backwards. */
export async function listOpenings(db: Queryable, scope: Scope, agentId: number, { before, limit }: { before?: { day: string; ticketId: number }; limit: number }): Promise<OpeningRow[]> {
  const beyond = before ? sql`and (o.day, o.ticket_id) < (${before.day}, ${before.ticketId})` : sql``;
  const { rows } = await sql<OpeningRow>`
    select o.day, o.ticket_id, t.number, t.subject, b.id as brand_id, b.name as brand_name, b.color as brand_color, o.times, o.files, o.last_at
    from client_openings o
    join tickets t on t.workspace_id = o.workspace_id and t.id = o.ticket_id and ${brandVisible(scope, sql`t.brand_id`)}
    join brands b on b.workspace_id = t.workspace_id and b.id = t.brand_id
    where o.workspace_id = ${scope.workspaceId} and o.agent_id = ${agentId} ${beyond}
    order by o.day desc, o.ticket_id desc limit ${limit}`.execute(db);
  return rows;
}

/** To the minute; null when they have never been here. */
export async function findLastSeen(db: Queryable, workspaceId: number, agentId: number): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select greatest(
      (select max(coalesce(s.last_seen_at, s."createdAt")) from identity.memberships m join identity.session s on s."userId" = m.user_id where m.workspace_id = ${workspaceId} and m.agent_id = ${agentId}),
      (select o.last_at from client_openings o where o.workspace_id = ${workspaceId} and o.agent_id = ${agentId} order by o.day desc, o.last_at desc limit 1)) as at`.execute(db);
  return rows[0]?.at ?? null;
}
