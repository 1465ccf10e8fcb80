import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { brandVisible } from '../../platform/db/scope.ts';
import type { SnoozedUntil } from './snooze.rules.ts';
import type { TicketChannel, TicketFolder, TicketKind, TicketPriority, TicketStatus } from './tickets.schemas.ts';

/** A ticket with the names that a row or a page shows. */
export type TicketRow = {
  id: number;
  number: number;
  subject: string;
  status: TicketStatus;
  priority: TicketPriority;
  kind: TicketKind;
  channel: TicketChannel;
  folder: TicketFolder;
  tags: string[];
  language: string | null;
  brand_id: number;
  brand_name: string;
  brand_color: string;
  team_id: number | null;
  team_name: string | null;
  assignee_id: number | null;
  assignee_name: string | null;
  /** Whose page it is: who asked, or whom they were merged into. */
  requester_id: number;
  requester_name: string;
  requester_email: string | null;
  inbox_id: number | null;
  inbox_address: string | null;
  last_line: string;
  last_author: string;
  last_direction: 'in' | 'out';
  last_message_at: Date;
  message_count: number;
  unread: boolean;
  solved_at: Date | null;
  close_at: Date | null;
  snoozed_until: SnoozedUntil;
  /** Of the soonest promise that is not kept yet. */
  promise_due_at: Date | null;
  created_at: Date;
  updated_at: Date;
  merged_into: number | null;
};

export function ticketColumns(agentId: number | null): RawBuilder<unknown> {
  return sql`t.id, t.number, t.subject, t.status, t.priority, t.kind, t.channel, t.folder, t.tags, t.language,
    t.brand_id, b.name as brand_name, b.color as brand_color, t.team_id, tm.name as team_name,
    t.assignee_id, a.name as assignee_name, coalesce(c.person_id, c.id) as requester_id, c.name as requester_name, ca.address as requester_email,
    t.inbox_id, i.address as inbox_address, t.last_line, t.last_author, t.last_direction, t.last_message_at, t.message_count,
    ${agentId === null ? sql`false` : sql`(r.read_at is null or r.read_at < t.last_message_at)`} as unread,
    t.solved_at, t.close_at, t.snoozed_until, t.promise_due_at, t.created_at, t.updated_at,
    case when t.merged_into is not null then (select m.number from tickets m where m.workspace_id = t.workspace_id and m.id = t.merged_into) end as merged_into`;
}

/** Who wrote last of what the customer sees, of a ticket `t`: `in` they, `out` one of us. The column is null while the newest message is such a one. */
export const wroteLast: RawBuilder<'in' | 'out'> = sql`coalesce(t.last_public_direction, t.last_direction)`;

/** Primary-key look-ups for each shown row; the requester's address is the primary one, else the oldest. */
export function ticketJoins(agentId: number | null): RawBuilder<unknown> {
  return sql`
    join brands b on b.workspace_id = t.workspace_id and b.id = t.brand_id
    join customers c on c.workspace_id = t.workspace_id and c.id = t.requester_id
    left join lateral (
      select ca.address from customer_addresses ca
      where ca.workspace_id = t.workspace_id and ca.customer_id = t.requester_id and ca.kind = 'email'
      order by ca.is_primary desc, ca.id limit 1) ca on true
    left join teams tm on tm.workspace_id = t.workspace_id and tm.id = t.team_id
    left join agents a on a.workspace_id = t.workspace_id and a.id = t.assignee_id
    left join inboxes i on i.workspace_id = t.workspace_id and i.id = t.inbox_id
    ${agentId === null ? sql`` : sql`left join ticket_reads r on r.workspace_id = t.workspace_id and r.agent_id = ${agentId} and r.ticket_id = t.id`}`;
}

/** The ticket of that number, if the scope may see its brand. */
export async function findTicketByNumber(db: Queryable, scope: Scope, number: number, agentId: number | null): Promise<TicketRow | null> {
  const { rows } = await sql<TicketRow>`
    select ${ticketColumns(agentId)} from tickets t ${ticketJoins(agentId)}
    where t.workspace_id = ${scope.workspaceId} and t.number = ${number} and ${brandVisible(scope, sql`t.brand_id`)}`.execute(db);
  return rows[0] ?? null;
}

/** The tickets of these ids that the scope may see, in any order. */
export async function findTicketsById(db: Queryable, scope: Scope, ids: readonly number[], agentId: number | null): Promise<TicketRow[]> {
  const { rows } = await sql<TicketRow>`
    select ${ticketColumns(agentId)} from tickets t ${ticketJoins(agentId)}
    where t.workspace_id = ${scope.workspaceId} and t.id = any(${[...ids]}::bigint[]) and ${brandVisible(scope, sql`t.brand_id`)}`.execute(db);
  return rows;
}

/**
 * What commands need of a ticket; with `lock` the row is theirs until the commit. Its key is not: rows that only refer to
 * the ticket (links, drafts) need not wait, and two that link to each other's ticket cannot deadlock.
 */
export type TicketState = {
  id: number;
  number: number;
  subject: string;
  status: TicketStatus;
  priority: TicketPriority;
  kind: TicketKind;
  folder: TicketFolder;
  language: string | null;
  brand_id: number;
  inbox_id: number | null;
  team_id: number | null;
  assignee_id: number | null;
  requester_id: number;
  tags: string[];
  last_message_at: Date;
  /** A mail waits that an answer stops. */
  answer_stops_mail: boolean;
  snoozed_until: SnoozedUntil;
  /** Something has been promised on it and is not kept yet. */
  promise_due_at: Date | null;
  /** It is written down how it ended. */
  wrapped: boolean;
  /** Since when; null: it is not. */
  escalated_at: Date | null;
};

export async function findTicketState(
  db: Queryable,
  scope: Scope,
  which: { number: number } | { id: number },
  { lock = false } = {},
): Promise<TicketState | null> {
  const { rows } = await sql<TicketState>`
    select t.id, t.number, t.subject, t.status, t.priority, t.kind, t.folder, t.language, t.brand_id, t.inbox_id, t.team_id,
           t.assignee_id, t.requester_id, t.tags, t.last_message_at, t.answer_stops_mail, t.snoozed_until, t.promise_due_at, t.wrapped, t.escalated_at
    from tickets t
    where t.workspace_id = ${scope.workspaceId}
      and ${'number' in which ? sql`t.number = ${which.number}` : sql`t.id = ${which.id}`}
      and ${brandVisible(scope, sql`t.brand_id`)}
    ${lock ? sql`for no key update of t` : sql``}`.execute(db);
  return rows[0] ?? null;
}
