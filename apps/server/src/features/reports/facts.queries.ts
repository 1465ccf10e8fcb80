import { sql } from 'kysely';
import { json, type Queryable, type Tx } from '../../platform/db/db.ts';
import type { Changes } from './contributions.rules.ts';
import { dimensions, onArrival, onSolving, sums, type TicketFacts } from './measures.ts';
import type { TicketNow } from './reckon.rules.ts';

/** A ticket may be merged into one that is merged itself; so deep it is looked for. */
const deepest = 20;

/** Indexes: primary keys, tickets_merged, sla_targets_ticket, commitments_ticket, the unique key of surveys. */
export async function readTicketsNow(db: Queryable, workspaceId: number, ticketIds: readonly number[]): Promise<TicketNow[]> {
  const { rows } = await sql<TicketNow>`
    select t.id as ticket_id, t.brand_id, t.team_id, t.assignee_id, a.tier, case when p.brand_id is null or p.brand_id = t.brand_id then w.topic_id end as topic_id, t.channel, t.language, t.kind, t.status, t.created_at,
      (t.folder <> 'inbox' or t.merged_into is not null) as gone, s.met as sla_met, s.missed as sla_missed, c.kept as promises_kept, c.broken as promises_broken, w.degree, w.minutes, v.score
    from tickets t
    left join agents a on a.workspace_id = t.workspace_id and a.id = t.assignee_id
    left join wrap_ups w on w.workspace_id = t.workspace_id and w.ticket_id = t.id
    left join topics p on p.workspace_id = w.workspace_id and p.id = w.topic_id
    left join surveys v on v.workspace_id = t.workspace_id and v.ticket_id = t.id
    cross join lateral (
      select (count(*) filter (where x.breached_at is null and x.outcome = 'met'))::int as met, (count(*) filter (where x.breached_at is not null or x.outcome = 'breached'))::int as missed
      from sla_targets x where x.workspace_id = t.workspace_id and x.ticket_id = t.id and x.outcome is distinct from 'replaced' and x.outcome is distinct from 'dropped') s
    cross join lateral (
      with recursive whole as (
        select t.id, 0 as depth
        union all
        select m.id, o.depth + 1 from whole o join tickets m on m.workspace_id = t.workspace_id and m.merged_into = o.id where o.depth < ${sql.lit(deepest)})
      select (count(*) filter (where x.state = 'kept'))::int as kept, (count(*) filter (where x.state in ('broken', 'kept_late')))::int as broken
      from whole o join commitments x on x.workspace_id = t.workspace_id and x.ticket_id = o.id) c
    where t.workspace_id = ${workspaceId} and t.id = any(${[...ticketIds]}::bigint[])`.execute(db);
  return rows;
}

/** What a merge was undone from, by number. Index: the unique key of the number. */
export async function idsOfNumbers(db: Queryable, workspaceId: number, numbers: readonly number[]): Promise<number[]> {
  if (numbers.length === 0) return [];
  const { rows } = await sql<{ id: number }>`select id from tickets where workspace_id = ${workspaceId} and number = any(${[...numbers]}::bigint[])`.execute(db);
  return rows.map(({ id }) => id);
}

const columns = ['ticket_id', 'brand_id', ...dimensions, 'created_at', 'day', 'solved_day', ...onArrival, ...onSolving] as const;
const list = (names: readonly string[]) => sql.join(names.map((name) => sql.ref(name)));

/** What these tickets count as so far, held until the commit. */
export async function lockFacts(tx: Tx, workspaceId: number, ticketIds: readonly number[]): Promise<TicketFacts[]> {
  const { rows } = await sql<TicketFacts>`
    select ${list(columns)} from report_tickets where workspace_id = ${workspaceId} and ticket_id = any(${[...ticketIds]}::bigint[]) order by ticket_id for no key update`.execute(tx);
  return rows;
}

export async function removeFacts(tx: Tx, workspaceId: number, ticketIds: readonly number[]): Promise<void> {
  if (ticketIds.length === 0) return;
  await sql`delete from report_tickets where workspace_id = ${workspaceId} and ticket_id = any(${[...ticketIds]}::bigint[])`.execute(tx);
}

export async function saveFacts(tx: Tx, workspaceId: number, facts: readonly TicketFacts[]): Promise<void> {
  if (facts.length === 0) return;
  await sql`
    insert into report_tickets (workspace_id, ${list(columns)})
    select ${workspaceId}::bigint, ${list(columns)} from jsonb_populate_recordset(null::report_tickets, ${json(facts)}) order by ticket_id
    on conflict (workspace_id, ticket_id) do update set ${sql.join(columns.slice(1).map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`))}`.execute(tx);
}

/** Adds to the sums by day, in the order of their keys; a row that is left with nothing goes. */
export async function addToDays(tx: Tx, workspaceId: number, { days, times }: Changes): Promise<void> {
  const key = ['dimension', 'day', 'value', 'brand_id'] as const;
  if (days.length > 0)
    await sql`
      insert into report_days (workspace_id, ${list(key)}, ${list(sums)})
      select ${workspaceId}::bigint, ${list(key)}, ${list(sums)} from jsonb_populate_recordset(null::report_days, ${json(days)})
      on conflict (workspace_id, dimension, day, value, brand_id) do update set ${sql.join(sums.map((name) => sql`${sql.ref(name)} = report_days.${sql.ref(name)} + excluded.${sql.ref(name)}`))}`.execute(tx);
  if (times.length > 0)
    await sql`
      insert into report_day_times (workspace_id, ${list(key)}, measure, step, count)
      select ${workspaceId}::bigint, ${list(key)}, measure, step, count from jsonb_populate_recordset(null::report_day_times, ${json(times)})
      on conflict (workspace_id, dimension, day, value, brand_id, measure, step) do update set count = report_day_times.count + excluded.count`.execute(tx);
}
