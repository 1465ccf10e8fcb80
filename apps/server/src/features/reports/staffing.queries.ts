import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/db.ts';
import { brandVisible } from '../../platform/db/scope.ts';
import type { Wanted } from './sums.queries.ts';

export type Arrivals = { /** 0: Monday. */ weekday: number; /** Half hours since midnight. */ slot: number; tickets: number };

function matching({ scope, narrow: { brandId, ...narrow }, since, until }: Wanted) {
  const matches = Object.entries(narrow).map(([name, value]) => sql`and ${sql.ref(name)} = ${value}`);
  return sql`workspace_id = ${scope.workspaceId} and day between ${since} and ${until} and ${brandVisible(scope, sql`brand_id`)} ${brandId === undefined ? sql`` : sql`and brand_id = ${brandId}`} ${sql.join(matches, sql` `)}`;
}

/** How many came in at which half hour of the week, where the workspace is. Index: report_tickets_day; at most half a year is read. */
export async function readArrivals(db: Queryable, wanted: Wanted, timeZone: string): Promise<Arrivals[]> {
  const { rows } = await sql<Arrivals>`
    select (extract(isodow from at) - 1)::int as weekday, (extract(hour from at) * 2 + floor(extract(minute from at) / 30))::int as slot, count(*)::int as tickets
    from (select created_at at time zone ${timeZone} as at from report_tickets where ${matching(wanted)}) t group by 1, 2 order by 1, 2`.execute(db);
  return rows;
}

/** What their wrap-ups say that tickets took, in seconds; null where none says it. */
export async function readHandling(db: Queryable, wanted: Wanted): Promise<number | null> {
  const { rows } = await sql<{ seconds: number | null }>`select (60.0 * sum(minutes) / nullif(sum(timed), 0))::float8 as seconds from report_tickets where ${matching(wanted)} and timed > 0`.execute(db);
  return rows[0]?.seconds ?? null;
}

type Span = { from: string; to: string };
export type Rostered = { id: number; off: Span[]; shifts: Span[] };

/** Who works on tickets, of a team or at all, with their time off and shifts in a week; at most 1,000. Indexes: team_members' key, agent_time_off_agent, agent_shifts_agent. */
export async function listRostered(db: Queryable, workspaceId: number, teamId: number | null, from: Date, to: Date): Promise<Rostered[]> {
  const { rows } = await sql<Rostered>`
    select a.id, (select coalesce(json_agg(json_build_object('from', f.starts_at, 'to', f.ends_at)), '[]') from agent_time_off f
        where f.workspace_id = a.workspace_id and f.agent_id = a.id and f.ends_at > ${from} and f.starts_at < ${to}) as off,
      (select coalesce(json_agg(json_build_object('from', s.starts_at, 'to', s.ends_at)), '[]') from agent_shifts s
        where s.workspace_id = a.workspace_id and s.agent_id = a.id and s.ends_at > ${from} and s.starts_at < ${to}) as shifts
    from agents a where a.workspace_id = ${workspaceId} and a.active and a.role not in ('viewer', 'client')
      and ${teamId === null ? sql`true` : sql`exists (select from team_members m where m.workspace_id = a.workspace_id and m.team_id = ${teamId} and m.agent_id = a.id)`}
    order by a.id limit 1000`.execute(db);
  return rows;
}
