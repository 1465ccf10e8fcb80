import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import { json, type Alone, type Queryable, type Tx } from '../../platform/db/db.ts';
import { brandVisible } from '../../platform/db/scope.ts';
import type { FeedPosition } from '../../platform/events/events.queries.ts';
import { hasEvents, type ProgressTable } from '../../platform/events/progress.queries.ts';
import { dueIds, type DueColumn } from '../../platform/timers/timers.queries.ts';
import type { TicketStatus } from '../tickets/index.ts';
import type { FactEvent } from './facts.ts';
import type { Subject } from './policy.rules.ts';
import type { SlaKind } from './sla.schemas.ts';
import type { Ending, NewTarget, TargetRow } from './targets.rules.ts';

export type SlaTicket = Subject & { id: number; number: number; status: TicketStatus; /** Neither in the inbox any more, or merged into another. */ gone: boolean };

const ticketColumns = sql`t.id, t.number, t.brand_id, t.team_id, t.priority, t.kind, t.channel, t.tags, t.requester_id, coalesce(c.person_id, c.id) as person_id, c.organization_id, t.status,
  (t.folder <> 'inbox' or t.merged_into is not null) as gone`;

/** Index: the primary keys. */
export async function readSlaTickets(db: Queryable, workspaceId: number, ticketIds: readonly number[]): Promise<SlaTicket[]> {
  const { rows } = await sql<SlaTicket>`
    select ${ticketColumns} from tickets t join customers c on c.workspace_id = t.workspace_id and c.id = t.requester_id
    where t.workspace_id = ${workspaceId} and t.id = any(${[...ticketIds]}::bigint[])`.execute(db);
  return rows;
}

export async function findSlaTicket(db: Queryable, scope: Scope, number: number): Promise<SlaTicket | null> {
  const { rows } = await sql<SlaTicket>`
    select ${ticketColumns} from tickets t join customers c on c.workspace_id = t.workspace_id and c.id = t.requester_id
    where t.workspace_id = ${scope.workspaceId} and t.number = ${number} and ${brandVisible(scope, sql`t.brand_id`)}`.execute(db);
  return rows[0] ?? null;
}

/** So many events of one ticket are read; what came after counts no more. */
const mostEvents = 5_000;

/** What tells of promised times, oldest first. Index: events_timeline. */
export async function readFactEvents(db: Queryable, workspaceId: number, ticketIds: readonly number[]): Promise<Map<number, FactEvent[]>> {
  const { rows } = await sql<FactEvent>`
    select e.id, e.ticket_id, e.type, e.created_at as at, e.actor_type, e.message_id, e.data ->> 'kind' as message_kind, coalesce(e.data ->> 'direction', m.direction) as direction,
      e.data ? 'automatic' as automatic, e.data ? 'side' as side, e.data #>> '{changes,status,from}' as status_from, e.data #>> '{changes,status,to}' as status_to,
      coalesce((case when e.type = 'ticket.created' then e.data -> 'assignee' end)::text, (e.data #> '{changes,assignee,to}')::text) as assignee
    from unnest(${[...ticketIds]}::bigint[]) as x(id)
    cross join lateral (
      select * from events e where e.workspace_id = ${workspaceId} and e.ticket_id = x.id
        and e.type in ('ticket.created', 'ticket.updated', 'message.added', 'message.cancelled') order by e.id limit ${mostEvents}) e
    left join messages m on e.type = 'ticket.created' and m.workspace_id = e.workspace_id and m.id = e.message_id
    order by e.ticket_id, e.id`.execute(db);
  const byTicket = new Map<number, FactEvent[]>();
  for (const row of rows) byTicket.set(row.ticket_id, [...(byTicket.get(row.ticket_id) ?? []), row]);
  return byTicket;
}

/** The last row of each cycle, held until the commit. Index: sla_targets_ticket. */
export async function lockTargets(tx: Tx, workspaceId: number, ticketIds: readonly number[]): Promise<Map<number, TargetRow[]>> {
  const { rows } = await sql<TargetRow & { ticket_id: number }>`
    select s.id, s.ticket_id, s.kind, s.cycle_at, s.policy_id, s.policy_version, s.priority, s.business, s.target_minutes, s.due_at, s.resting, s.warned_at, s.breached_at, s.ended_at, s.outcome
    from sla_targets s where s.workspace_id = ${workspaceId} and s.ticket_id = any(${[...ticketIds]}::bigint[]) and s.outcome is distinct from 'replaced' order by s.id for no key update of s`.execute(tx);
  const byTicket = new Map<number, TargetRow[]>();
  for (const { ticket_id, ...row } of rows) byTicket.set(ticket_id, [...(byTicket.get(ticket_id) ?? []), row]);
  return byTicket;
}

const moment = (value: number | null) => (value === null ? null : new Date(value).toISOString());

export async function endTargets(tx: Tx, workspaceId: number, endings: readonly Ending[]): Promise<void> {
  if (endings.length === 0) return;
  const rows = endings.map((each) => ({ ...each, ended_at: moment(each.ended_at), breached_at: moment(each.breached_at) }));
  await sql`
    update sla_targets s set ended_at = x.ended_at, outcome = x.outcome, breached_at = x.breached_at, next_at = null
    from jsonb_to_recordset(${json(rows)}) as x(id bigint, ended_at timestamptz, outcome text, breached_at timestamptz)
    where s.workspace_id = ${workspaceId} and s.id = x.id`.execute(tx);
}

export async function insertTargets(tx: Tx, workspaceId: number, targets: readonly (NewTarget & { ticket_id: number; brand_id: number })[]): Promise<void> {
  if (targets.length === 0) return;
  const rows = targets.map((each) => ({ ...each, cycle_at: moment(each.cycle_at), began_at: moment(each.began_at), due_at: moment(each.due_at), next_at: moment(each.next_at), warned_at: moment(each.warned_at), breached_at: moment(each.breached_at), ended_at: moment(each.ended_at) }));
  await sql`
    insert into sla_targets (workspace_id, ticket_id, brand_id, kind, cycle_at, policy_id, policy_version, priority, business, target_minutes, reason, began_at, due_at, resting, left_seconds, next_at, warned_at, breached_at, ended_at, outcome)
    select ${workspaceId}::bigint, x.* from jsonb_to_recordset(${json(rows)}) as x(ticket_id bigint, brand_id bigint, kind text, cycle_at timestamptz, policy_id bigint, policy_version integer, priority text, business boolean,
      target_minutes integer, reason text, began_at timestamptz, due_at timestamptz, resting boolean, left_seconds bigint, next_at timestamptz, warned_at timestamptz, breached_at timestamptz, ended_at timestamptz, outcome text)`.execute(tx);
}

export type StoredTarget = TargetRow & { ticket_number: number; reason: NewTarget['reason']; began_at: Date; left_seconds: number; policy_name: string | null };

/** A ticket's promised times with their history, the newest first. Index: sla_targets_ticket, backwards. */
export async function listTargets(db: Queryable, workspaceId: number, ticketId: number, limit: number): Promise<StoredTarget[]> {
  const { rows } = await sql<StoredTarget>`
    select s.id, s.kind, s.cycle_at, s.policy_id, s.policy_version, s.priority, s.business, s.target_minutes, s.due_at, s.resting, s.warned_at, s.breached_at, s.ended_at, s.outcome, s.reason, s.began_at, s.left_seconds,
      p.name as policy_name
    from sla_targets s left join sla_policies p on p.workspace_id = s.workspace_id and p.id = s.policy_id
    where s.workspace_id = ${workspaceId} and s.ticket_id = ${ticketId} order by s.id desc limit ${limit}`.execute(db);
  return rows;
}

export type NextDue = { number: number; kind: SlaKind; due_at: Date | null; resting: boolean; left_seconds: number; breached_at: Date | null; warned_at: Date | null };

/** Of each of these tickets what is due first: broken ones before others, running before resting. Index: sla_targets_standing. */
export async function readNextDue(db: Queryable, scope: Scope, numbers: readonly number[]): Promise<NextDue[]> {
  const { rows } = await sql<NextDue>`
    select t.number, s.kind, s.due_at, s.resting, s.left_seconds, s.breached_at, s.warned_at
    from tickets t cross join lateral (
      select * from sla_targets s where s.workspace_id = t.workspace_id and s.ticket_id = t.id and s.ended_at is null
      order by (s.breached_at is null), s.resting, s.due_at nulls last limit 1) s
    where t.workspace_id = ${scope.workspaceId} and t.number = any(${[...numbers]}::bigint[]) and ${brandVisible(scope, sql`t.brand_id`)}`.execute(db);
  return rows;
}

export type DueRow = { id: number; ticket_id: number; brand_id: number; kind: SlaKind; policy_id: number; cycle_at: Date; due_at: Date | null; breaks: boolean };

export const dueTargets: DueColumn = { table: 'sla_targets', column: 'next_at' };

/** Marks what is due as broken, and what is soon due as warned of; the longest due first. Index: sla_targets_next. */
export async function markDue(tx: Tx, workspaceId: number, now: Date, limit: number): Promise<DueRow[]> {
  const { rows } = await sql<DueRow>`
    with due as materialized (${dueIds(dueTargets, workspaceId, now, limit)}),
    marked as (
      update sla_targets s set breached_at = case when s.due_at <= ${now} then s.due_at end, warned_at = case when s.due_at <= ${now} then s.warned_at else ${now} end, next_at = case when s.due_at <= ${now} then null else s.due_at end
      from due where s.workspace_id = ${workspaceId} and s.id = due.id
      returning s.id, s.ticket_id, s.brand_id, s.kind, s.policy_id, s.cycle_at, s.due_at, s.next_at is null as breaks, due.due)
    select id, ticket_id, brand_id, kind, policy_id, cycle_at, due_at, breaks from marked order by due, id`.execute(tx);
  return rows;
}

export const progress: ProgressTable = { table: 'sla_progress' };

/** Workspaces that have something to follow, or to look at anew. Index: events_feed. */
export async function workspacesToFollow(db: Queryable): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select w.id from identity.workspaces w left join sla_progress p on p.workspace_id = w.id
    where p.workspace_id is null or p.sweep_after is not null or ${hasEvents} order by w.id`.execute(db);
  return rows.map(({ id }) => id);
}

/** From the end of the feed: there were no policies before. */
export async function beginFollowing(alone: Alone, workspaceId: number, { xid, id }: FeedPosition): Promise<void> {
  await sql`insert into sla_progress (workspace_id, xid, event_id, sweep_after) values (${workspaceId}, ${xid}::xid8, ${id}, 0) on conflict do nothing`.execute(alone);
}

/** Takes the workspace for this node, if no other has it; with how far open tickets have been looked at anew. */
export async function leaseFollowing(alone: Alone, workspaceId: number, lease: string, seconds: number): Promise<(FeedPosition & { sweep_after: number | null }) | null> {
  const { rows } = await sql<FeedPosition & { sweep_after: number | null }>`
    update sla_progress set lease = ${lease}, leased_until = now() + make_interval(secs => ${seconds})
    where workspace_id = ${workspaceId} and (lease = ${lease} or leased_until is null or leased_until < now())
    returning xid::text as xid, event_id as id, sweep_after`.execute(alone);
  return rows[0] ?? null;
}

/** Notes how far it has come. False when another node has taken over. */
export async function saveFollowed(tx: Tx, workspaceId: number, lease: string, { xid, id }: FeedPosition, sweepAfter: number | null): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update sla_progress set xid = ${xid}::xid8, event_id = ${id}, sweep_after = ${sweepAfter} where workspace_id = ${workspaceId} and lease = ${lease}`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

/** The next tickets in the order of their ids, with whether they are open; closed ones are passed over. */
export async function nextTickets(db: Queryable, workspaceId: number, after: number, limit: number): Promise<{ id: number; open: boolean }[]> {
  const { rows } = await sql<{ id: number; open: boolean }>`
    select id, status not in ('solved', 'closed') as open from tickets where workspace_id = ${workspaceId} and id > ${after} order by id limit ${limit}`.execute(db);
  return rows;
}
