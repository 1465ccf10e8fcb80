import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { brandVisible } from '../../platform/db/scope.ts';
import { countUpTo, type TicketFilter } from './ticket-list.queries.ts';

/** Counting stops here and says "999+". */
export const countCap = 1_000;

/** Counts of several views in one round trip; each is an index scan that stops at the cap. */
export async function countViews<Key extends string>(db: Queryable, scope: Scope, filters: Record<Key, TicketFilter>): Promise<Record<Key, number>> {
  const keys = Object.keys(filters) as Key[];
  const { rows } = await sql<{ counts: number[] }>`
    select array[${sql.join(keys.map((key) => countUpTo(scope, filters[key], countCap)))}]::int[] as counts`.execute(db);
  return Object.fromEntries(keys.map((key, index) => [key, rows[0]?.counts[index] ?? 0])) as Record<Key, number>;
}

/** Open tickets per brand that the scope sees, and per team of the agent; at most 50 of each. */
export async function countGroups(db: Queryable, scope: Scope, agentId: number) {
  const [brands, teams] = await Promise.all([
    sql<{ id: number; name: string; color: string; count: number }>`
      select b.id, b.name, b.color, c.count from brands b
      cross join lateral (select count(*)::int from (
        select 1 from (values ('new'), ('open')) s(status) cross join lateral (
          select 1 from tickets x where x.workspace_id = b.workspace_id and x.brand_id = b.id and x.folder = 'inbox' and x.status = s.status and x.snoozed_until is null limit ${countCap}) x
        limit ${countCap}) c) c
      where b.workspace_id = ${scope.workspaceId} and b.archived_at is null and ${brandVisible(scope, sql`b.id`)}
      order by b.name limit 50`.execute(db),
    sql<{ id: number; name: string; count: number }>`
      select t.id, t.name, c.count from teams t
      join team_members m on m.workspace_id = t.workspace_id and m.team_id = t.id and m.agent_id = ${agentId}
      cross join lateral (select count(*)::int from (
        select 1 from (values ('new'), ('open')) s(status) cross join lateral (
          select 1 from tickets x where x.workspace_id = t.workspace_id and x.team_id = t.id and x.folder = 'inbox' and x.status = s.status and x.snoozed_until is null
            and ${brandVisible(scope, sql`x.brand_id`)} limit ${countCap}) x
        limit ${countCap}) c) c
      where t.workspace_id = ${scope.workspaceId} and t.archived_at is null
      order by t.name limit 50`.execute(db),
  ]);
  return { brands: brands.rows, teams: teams.rows };
}
