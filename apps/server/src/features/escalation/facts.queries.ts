import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/db.ts';

export type Said = { id: number; kind: 'public' | 'note'; who: string | null; text: string; created_at: Date };

/** The newest that a customer wrote, not a machine. Index: messages_ticket, from its end. */
export async function findNewestOfCustomer(db: Queryable, workspaceId: number, ticketIds: readonly number[]): Promise<Said | null> {
  const { rows } = await sql<Said>`
    select m.id, m.kind, coalesce(c.name, m.from_name) as who, left(case when m.reply_text = '' then m.text else m.reply_text end, 1000) as text, m.created_at from messages m
    left join customers c on c.workspace_id = m.workspace_id and m.author_type = 'customer' and c.id = m.author_id
    where m.workspace_id = ${workspaceId} and m.ticket_id = any(${[...ticketIds]}::bigint[]) and m.kind = 'public' and m.direction = 'in' and m.automatic is null
    order by m.id desc limit 1`.execute(db);
  return rows[0] ?? null;
}

/** What agents answered and noted last, oldest first; what did not go out does not count. Index: messages_ticket, from its end. */
export async function listTried(db: Queryable, workspaceId: number, ticketIds: readonly number[], most: number): Promise<Said[]> {
  const { rows } = await sql<Said>`
    select m.id, m.kind, a.name as who, left(case when m.reply_text = '' then m.text else m.reply_text end, 1000) as text, m.created_at from messages m
    left join agents a on a.workspace_id = m.workspace_id and a.id = m.author_id
    where m.workspace_id = ${workspaceId} and m.ticket_id = any(${[...ticketIds]}::bigint[]) and m.kind in ('public', 'note') and m.direction = 'out' and m.author_type = 'agent' and m.taken_back_at is null
      and not exists (select from outbox o where o.workspace_id = m.workspace_id and o.message_id = m.id and o.status in ('cancelled', 'failed'))
    order by m.id desc limit ${sql.lit(most)}`.execute(db);
  return rows.reverse();
}

/** Promised times that run. Index: sla_targets_standing. */
export async function listRunningTargets(db: Queryable, workspaceId: number, ticketId: number): Promise<{ kind: string; due_at: Date }[]> {
  const { rows } = await sql<{ kind: string; due_at: Date }>`
    select kind, due_at from sla_targets where workspace_id = ${workspaceId} and ticket_id = ${ticketId} and ended_at is null and due_at is not null order by due_at, id`.execute(db);
  return rows;
}

/** Whether what the customer wrote last may be answered by a machine (RFC 3834), where the brand wants them told. Indexes: primary keys, messages_ticket. */
export async function findTellingFacts(db: Queryable, workspaceId: number, ticketId: number): Promise<{ wanted: boolean; written: boolean; toldAt: Date | null; brandName: string; brandLanguage: string }> {
  const { rows } = await sql<{ wanted: boolean; written: boolean; toldAt: Date | null; brandName: string; brandLanguage: string }>`
    select b.tell_escalations as wanted, coalesce(nullif(b.from_name, ''), b.name) as "brandName", b.default_language as "brandLanguage",
      coalesce((select m.automatic is null and m.sender_check <> 'failed' from messages m
        where m.workspace_id = t.workspace_id and m.ticket_id = t.id and m.kind = 'public' and m.direction = 'in' order by m.id desc limit 1), true) as written,
      (select max(x.created_at) from escalations x where x.workspace_id = t.workspace_id and x.ticket_id = t.id and x.message_id is not null) as "toldAt"
    from tickets t join brands b on b.workspace_id = t.workspace_id and b.id = t.brand_id
    where t.workspace_id = ${workspaceId} and t.id = ${ticketId}`.execute(db);
  return rows[0] ?? { wanted: false, written: false, toldAt: null, brandName: '', brandLanguage: 'en' };
}
