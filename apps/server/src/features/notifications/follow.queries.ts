import { sql } from 'kysely';
import { json, type Alone, type Queryable, type Tx } from '../../platform/db/db.ts';
import { hasEvents, type ProgressTable } from '../../platform/events/progress.queries.ts';
import type { TicketFacts } from './audience.rules.ts';
import type { NotificationKind } from './kinds.ts';

export const progress: ProgressTable = { table: 'notification_progress' };

/** Workspaces that are not followed yet, or have events to tell of. Index: events_feed. */
export async function workspacesToFollow(db: Queryable): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select w.id from identity.workspaces w left join notification_progress p on p.workspace_id = w.id
    where p.workspace_id is null or ${hasEvents} order by w.id`.execute(db);
  return rows.map(({ id }) => id);
}

/** The first look at a workspace: what happened before `since` is history. Index: events_feed, from its end. */
export async function beginFollowing(alone: Alone, workspaceId: number, since: Date): Promise<void> {
  await sql`insert into notification_progress (workspace_id, xid, event_id)
    select ${workspaceId}::bigint, coalesce(e.xid, '0'::xid8), coalesce(e.id, 0) from (values (1)) one(row)
    left join lateral (
      select e.xid, e.id from events e where e.workspace_id = ${workspaceId} and e.created_at < ${since} and e.xid < ombud.feed_end()
      order by e.xid desc, e.id desc limit 1) e on true
    on conflict do nothing`.execute(alone);
}

/** Indexes: the primary keys; the members and leads of a team only where they are wanted. */
export async function readTicketFacts(db: Queryable, workspaceId: number, ticketIds: readonly number[], membersWanted: readonly number[], leadsWanted: readonly number[]): Promise<Map<number, TicketFacts>> {
  const { rows } = await sql<TicketFacts>`
    select t.id, t.brand_id, t.folder, t.status, t.assignee_id, t.team_id,
      array(select f.agent_id from ticket_followers f where f.workspace_id = t.workspace_id and f.ticket_id = t.id) as followers,
      array(select m.agent_id from team_members m where m.workspace_id = t.workspace_id and m.team_id = t.team_id and t.id = any(${membersWanted}::bigint[])) as members,
      case when t.id = any(${leadsWanted}::bigint[]) then coalesce(
        (select array_agg(a.id) from team_members m join agents a on a.workspace_id = m.workspace_id and a.id = m.agent_id
          where m.workspace_id = t.workspace_id and m.team_id = t.team_id and a.active and a.role in ('lead', 'admin', 'owner')),
        array(select a.id from agents a where a.workspace_id = t.workspace_id and a.active and a.role = 'lead' order by a.id limit 50)) else '{}' end as leads
    from tickets t where t.workspace_id = ${workspaceId} and t.id = any(${ticketIds}::bigint[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Who wrote these messages, where it was an agent. */
export async function readAuthors(db: Queryable, workspaceId: number, messageIds: readonly number[]): Promise<Map<number, number>> {
  const { rows } = await sql<{ id: number; author_id: number }>`
    select id, author_id from messages where workspace_id = ${workspaceId} and id = any(${messageIds}::bigint[]) and author_type = 'agent' and author_id is not null`.execute(db);
  return new Map(rows.map(({ id, author_id }) => [id, author_id]));
}

export type Listener = { id: number; time_zone: string; brands: number[] | null; ways: unknown; quiet: unknown; quiet_until: Date | null; waiting: number; late: number };

/** Those of the agents who work here, with what they want to hear; how many new tickets of their teams, and how many late ones, wait in their list, up to `most`. */
export async function readListeners(db: Queryable, workspaceId: number, agentIds: readonly number[], most: number): Promise<Map<number, Listener>> {
  const { rows } = await sql<Listener>`
    select a.id, a.time_zone, s.ways, coalesce(s.quiet, '{}') as quiet, s.quiet_until,
      case when not a.all_brands then array(select b.brand_id from agent_brands b where b.workspace_id = a.workspace_id and b.agent_id = a.id) end as brands,
      (select count(*)::int from (select from notifications n where n.workspace_id = a.workspace_id and n.agent_id = a.id and n.shown and n.read_at is null
        and n.kind = 'new_in_team' order by n.id desc limit ${most}) w) as waiting,
      (select count(*)::int from (select from notifications n where n.workspace_id = a.workspace_id and n.agent_id = a.id and n.shown and n.read_at is null
        and n.kind in ('sla_warning', 'sla_breached') order by n.id desc limit ${most}) w) as late
    from agents a left join notification_settings s on s.workspace_id = a.workspace_id and s.agent_id = a.id
    where a.workspace_id = ${workspaceId} and a.id = any(${agentIds}::bigint[]) and a.active and a.role <> 'client'`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

export type NewNotification = {
  agent_id: number;
  event_id: number;
  kind: NotificationKind;
  ticket_id: number;
  message_id: number | null;
  actor_type: 'agent' | 'customer' | 'system';
  actor_id: number | null;
  happened_at: string;
  shown: boolean;
  rings: boolean;
  push_at: string | null;
  mail_at: string | null;
};

/** Once for each event and agent. Who has read the ticket since has nothing left to hear of it. Returns how many are new. */
export async function insertNotifications(tx: Tx, workspaceId: number, rows: readonly NewNotification[], now: Date): Promise<number> {
  if (rows.length === 0) return 0;
  const { numAffectedRows } = await sql`
    insert into notifications (workspace_id, agent_id, event_id, kind, ticket_id, message_id, actor_type, actor_id, happened_at, shown, rings, push_at, mail_at, read_at, created_at)
    select ${workspaceId}::bigint, x.agent_id, x.event_id, x.kind, x.ticket_id, x.message_id, x.actor_type, x.actor_id, x.happened_at, x.shown,
      x.rings and r.read_at is null, case when r.read_at is null then x.push_at end, case when r.read_at is null then x.mail_at end, r.read_at, ${now}::timestamptz
    from jsonb_to_recordset(${json(rows)}) as x(agent_id bigint, event_id bigint, kind text, ticket_id bigint, message_id bigint,
      actor_type text, actor_id bigint, happened_at timestamptz, shown boolean, rings boolean, push_at timestamptz, mail_at timestamptz)
    join tickets t on t.workspace_id = ${workspaceId} and t.id = x.ticket_id
    left join ticket_reads r on r.workspace_id = ${workspaceId} and r.agent_id = x.agent_id and r.ticket_id = x.ticket_id and r.read_at >= x.happened_at
    order by x.event_id
    on conflict (workspace_id, agent_id, event_id) do nothing`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}
