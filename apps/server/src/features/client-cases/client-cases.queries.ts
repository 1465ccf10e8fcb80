import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { brandVisible, exactMoment } from '../../platform/db/scope.ts';

/**
 * All that client readers are shown is read here and nowhere else: cases of their brands in the inbox, and of these what
 * their customers see themselves.
 */

type Status = 'new' | 'open' | 'pending' | 'on_hold' | 'solved' | 'closed';
type Channel = 'email' | 'phone' | 'chat' | 'form' | 'letter' | 'walk_in' | 'api' | 'web';
export type State = 'open' | 'solved' | 'all';

export type CaseRow = {
  id: number;
  number: number;
  subject: string;
  status: Status;
  channel: Channel;
  brand_id: number;
  brand_name: string;
  brand_color: string;
  requester: string;
  created_at: Date;
  solved_at: Date | null;
  last_message_at: Date | null;
};

const statusesOf: Record<State, Status[]> = {
  open: ['new', 'open', 'pending', 'on_hold'],
  solved: ['solved', 'closed'],
  all: ['new', 'open', 'pending', 'on_hold', 'solved', 'closed'],
};

/**
 * A message `m` on a ticket of the brand `b`: public ones that came or have gone out, never one that waits, was taken back or
 * failed, nor what mail systems report; notes where the brand shows them; what was asked aside never.
 */
const shown = sql`((m.kind = 'public' and (m.automatic is null or m.automatic not in ('bounce', 'delay', 'report'))
    and (m.direction = 'in' or coalesce((select o.status from outbox o where o.workspace_id = m.workspace_id and o.message_id = m.id order by o.id desc limit 1), 'sent') = 'sent'))
  or (m.kind = 'note' and b.clients_see_notes and m.taken_back_at is null))`;

const columns = sql`t.id, t.number, t.subject, t.status, t.channel, t.brand_id, b.name as brand_name, b.color as brand_color, c.name as requester, t.created_at, t.solved_at,
  (select m.created_at from messages m where m.workspace_id = t.workspace_id and m.ticket_id = t.id and ${shown} order by m.id desc limit 1) as last_message_at`;
const joins = sql`join brands b on b.workspace_id = t.workspace_id and b.id = t.brand_id
  join customers asked on asked.workspace_id = t.workspace_id and asked.id = t.requester_id
  join customers c on c.workspace_id = t.workspace_id and c.id = coalesce(asked.person_id, asked.id)`;

/** Newest first. Index: tickets_brand_created, from which each status and brand gives its own next rows; the few heads are merged. */
export async function listCases(
  db: Queryable,
  scope: Scope,
  { state, brandId, before, limit }: { state: State; brandId?: number; before?: { moment: string; id: number }; limit: number },
): Promise<(CaseRow & { cursor_moment: string })[]> {
  const beyond = before ? sql`and (x.created_at, x.id) < (${before.moment}::timestamptz, ${before.id})` : sql``;
  const { rows } = await sql<CaseRow & { cursor_moment: string }>`
    select ${columns}, ${exactMoment(sql`t.created_at`)} as cursor_moment
    from (
      select h.id from unnest(${statusesOf[state]}::text[]) as of_status(status)
      cross join (${brandsOf(scope, brandId)}) as of_brand(id)
      cross join lateral (
        select x.id, x.created_at from tickets x
        where x.workspace_id = ${scope.workspaceId} and x.brand_id = of_brand.id and x.folder = 'inbox' and x.status = of_status.status and x.merged_into is null ${beyond}
        order by x.created_at desc, x.id desc limit ${sql.lit(limit)}) h
      order by h.created_at desc, h.id desc limit ${sql.lit(limit)}) head
    join tickets t on t.workspace_id = ${scope.workspaceId} and t.id = head.id ${joins}
    order by t.created_at desc, t.id desc`.execute(db);
  return rows;
}

function brandsOf(scope: Scope, brandId: number | undefined): RawBuilder<unknown> {
  return sql`select s.id from brands s where s.workspace_id = ${scope.workspaceId} and ${brandVisible(scope, sql`s.id`)} ${brandId === undefined ? sql`` : sql`and s.id = ${brandId}`}`;
}

/** A case in the inbox of a visible brand. Index: the unique one of numbers. */
export async function findCase(db: Queryable, scope: Scope, number: number): Promise<(CaseRow & { contacts: boolean }) | null> {
  const { rows } = await sql<CaseRow & { contacts: boolean }>`
    select ${columns}, b.clients_see_contacts as contacts from tickets t ${joins}
    where t.workspace_id = ${scope.workspaceId} and t.number = ${number} and t.folder = 'inbox' and ${brandVisible(scope, sql`t.brand_id`)}`.execute(db);
  return rows[0] ?? null;
}

export type Around = {
  promises: { id: number; kind: 'promise' | 'callback'; text: string; due_at: string; due_on: string | null; state: 'open' | 'broken' | 'kept' | 'kept_late' | 'withdrawn' }[];
  satisfaction: { score: number; words: string | null; answered_at: string } | null;
};

/** What was promised on it and how it was judged. Indexes: commitments_ticket, the unique one of surveys. */
export async function readAround(db: Queryable, workspaceId: number, ticketId: number): Promise<Around> {
  const { rows } = await sql<{ promises: Around['promises'] | null; satisfaction: Around['satisfaction'] }>`
    select (select json_agg(json_build_object('id', k.id, 'kind', k.kind, 'text', k.text, 'due_at', k.due_at, 'due_on', k.due_on, 'state', k.state) order by k.id)
        from (select * from commitments where workspace_id = ${workspaceId} and ticket_id = ${ticketId} order by id limit 100) k) as promises,
      (select json_build_object('score', s.score, 'words', s.words, 'answered_at', s.answered_at) from surveys s
        where s.workspace_id = ${workspaceId} and s.ticket_id = ${ticketId} and s.score is not null) as satisfaction`.execute(db);
  return { promises: rows[0]?.promises ?? [], satisfaction: rows[0]?.satisfaction ?? null };
}

/** Those by which they take part in this case, at most 20: what they gave another brand is not its client's to know. Indexes: the keys of participants, customer_addresses_customer. */
export async function readContact(db: Queryable, workspaceId: number, ticketId: number): Promise<{ kind: 'email' | 'phone'; address: string }[]> {
  const { rows } = await sql<{ kind: 'email' | 'phone'; address: string }>`
    select x.kind, x.address from (
      select distinct coalesce(a.kind, 'email') as kind, p.address from participants p
      left join customer_addresses a on a.workspace_id = p.workspace_id and a.address = p.address
      where p.workspace_id = ${workspaceId} and p.ticket_id = ${ticketId} and p.role = 'requester') x
    order by x.kind, x.address limit 20`.execute(db);
  return rows;
}

export type ClientMessageRow = {
  id: number;
  kind: 'public' | 'note';
  direction: 'in' | 'out';
  channel: Channel;
  author_type: 'agent' | 'customer' | 'system';
  author: string | null;
  from_name: string;
  text: string;
  created_at: Date;
  attachments: { id: number; name: string; type: string; size: number }[] | null;
};

/**
 * The case and what was merged into it, each ticket by its own brand: one of a brand that the reader does not see, or that
 * is spam or in the bin, stays out.
 */
const thread = (scope: Scope, ticketId: number) => sql`(
  with recursive parts as (
    select ${ticketId}::bigint as id, 0 as depth
    union select t.id, p.depth + 1 from parts p join tickets t on t.workspace_id = ${scope.workspaceId} and t.merged_into = p.id where p.depth < 20)
  select t.id, t.brand_id from parts p join tickets t on t.workspace_id = ${scope.workspaceId} and t.id = p.id
  where t.folder = 'inbox' and ${brandVisible(scope, sql`t.brand_id`)} limit 500)`;

/** Oldest first. Indexes: tickets_merged, messages_ticket, then keys for each message shown. */
export async function listCaseMessages(db: Queryable, scope: Scope, ticketId: number, { after, limit }: { after: number; limit: number }): Promise<ClientMessageRow[]> {
  const { rows } = await sql<ClientMessageRow>`
    select m.id, m.kind, m.direction, m.channel, m.author_type, m.from_name, m.created_at, case when m.direction = 'in' and m.kind = 'public' and m.channel = 'email' then m.reply_text else coalesce(nullif(m.reply_text, ''), m.text) end as text,
      case m.author_type when 'agent' then (select a.name from agents a where a.workspace_id = m.workspace_id and a.id = m.author_id)
        when 'customer' then (select p.name from customers p where p.workspace_id = m.workspace_id and p.id = m.author_id) end as author,
      (select json_agg(json_build_object('id', f.id, 'name', mf.name, 'type', f.type, 'size', f.size) order by mf.position)
        from message_files mf join files f on f.workspace_id = mf.workspace_id and f.id = mf.file_id
        where mf.workspace_id = m.workspace_id and mf.message_id = m.id) as attachments
    from ${thread(scope, ticketId)} part
    join brands b on b.workspace_id = ${scope.workspaceId} and b.id = part.brand_id
    cross join lateral (
      select m.* from messages m where m.workspace_id = ${scope.workspaceId} and m.ticket_id = part.id and m.id > ${after} and ${shown}
      order by m.id limit ${sql.lit(limit)}) m
    order by m.id limit ${sql.lit(limit)}`.execute(db);
  return rows;
}

export type CaseFile = { sha256: string; size: number; type: string; name: string };

/** A file of a message that the reader sees on this case, under the name that it has there. Index: message_files_file. */
export async function findCaseFile(db: Queryable, scope: Scope, ticketId: number, fileId: number): Promise<CaseFile | null> {
  const { rows } = await sql<CaseFile>`
    select f.sha256, f.size, f.type, mf.name from message_files mf
    join files f on f.workspace_id = mf.workspace_id and f.id = mf.file_id
    join messages m on m.workspace_id = mf.workspace_id and m.id = mf.message_id
    join ${thread(scope, ticketId)} part on part.id = m.ticket_id
    join brands b on b.workspace_id = mf.workspace_id and b.id = part.brand_id
    where mf.workspace_id = ${scope.workspaceId} and mf.file_id = ${fileId} and ${shown}
    order by m.id limit 1`.execute(db);
  return rows[0] ?? null;
}

/** Of the brands that are seen, since a day. Index: the key of satisfaction_days. */
export async function readClientFigures(db: Queryable, scope: Scope, { brandId, since }: { brandId?: number; since: string }): Promise<{ asked: number; answered: number; points: number }> {
  const { rows } = await sql<{ asked: number; answered: number; points: number }>`
    select coalesce(sum(d.asked), 0)::int as asked, coalesce(sum(d.score_1 + d.score_2 + d.score_3 + d.score_4 + d.score_5), 0)::int as answered,
      coalesce(sum(d.score_1 + 2 * d.score_2 + 3 * d.score_3 + 4 * d.score_4 + 5 * d.score_5), 0)::int as points
    from (${brandsOf(scope, brandId)}) s join satisfaction_days d on d.workspace_id = ${scope.workspaceId} and d.brand_id = s.id and d.day >= ${since}`.execute(db);
  return rows[0] ?? { asked: 0, answered: 0, points: 0 };
}
