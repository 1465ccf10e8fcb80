import { sql } from 'kysely';
import type { Alone, Queryable } from '../../../platform/db/db.ts';
import type { NotificationKind } from '../kinds.ts';

export type ClaimedMail = { id: number; agent_id: number; attempts: number };

/** Takes due ones, all of an agent's together, for `leaseSeconds`; what a worker that died has left comes due again. Index: notifications_mail. */
export async function claimMails(alone: Alone, workspaceId: number, { now, limit, leaseSeconds }: { now: Date; limit: number; leaseSeconds: number }): Promise<ClaimedMail[]> {
  const { rows } = await sql<ClaimedMail>`
    with due as materialized (
      select id as due_id from notifications where workspace_id = ${workspaceId} and mail_at <= ${now} order by mail_at limit ${limit} for update skip locked)
    update notifications set mail_at = ${now}::timestamptz + make_interval(secs => ${leaseSeconds}), attempts = attempts + 1
    from due where workspace_id = ${workspaceId} and id = due_id
    returning id, agent_id, attempts`.execute(alone);
  return rows;
}

/** Done with, or to be looked at again. What has been read meanwhile stays done with. */
export async function endMails(alone: Alone, workspaceId: number, ids: readonly number[], again: Date | null): Promise<void> {
  await sql`update notifications set mail_at = ${again} where workspace_id = ${workspaceId} and id = any(${ids}::bigint[]) and mail_at is not null`.execute(alone);
}

export type Mailed = {
  id: number;
  kind: NotificationKind;
  ticket_id: number;
  ticket_number: number;
  ticket_subject: string;
  ticket_status: string;
  brand_id: number;
  inbox_id: number | null;
  text: string | null;
  /** What it tells of is a message that the customer does not see. */
  internal: boolean;
  actor_name: string | null;
};

export type Reader = { id: number; email: string; language: string; role: string; last_seen_at: Date | null };

/** Whom it is for, while they work here; when they were last on a screen. */
export async function findReader(db: Queryable, workspaceId: number, agentId: number): Promise<Reader | null> {
  const { rows } = await sql<Reader>`
    select a.id, a.email, a.language, a.role, (select max(s.last_seen_at) from identity.session s where s."userId" = a.user_id) as last_seen_at
    from agents a where a.workspace_id = ${workspaceId} and a.id = ${agentId} and a.active`.execute(db);
  return rows[0] ?? null;
}

const longestText = 4_000;

/** Of these, what is still unread, of tickets that the agent sees. */
export async function readMailed(db: Queryable, workspaceId: number, ids: readonly number[]): Promise<Mailed[]> {
  const { rows } = await sql<Mailed>`
    select n.id, n.kind, n.ticket_id, t.number as ticket_number, t.subject as ticket_subject, t.status as ticket_status, t.brand_id, t.inbox_id,
      left(coalesce(nullif(m.reply_text, ''), m.text), ${longestText}) as text, coalesce(m.kind <> 'public', false) as internal,
      case n.actor_type
        when 'agent' then (select b.name from agents b where b.workspace_id = n.workspace_id and b.id = n.actor_id)
        when 'customer' then (select c.name from customers c where c.workspace_id = n.workspace_id and c.id = n.actor_id) end as actor_name
    from notifications n
    join agents a on a.workspace_id = n.workspace_id and a.id = n.agent_id and a.active
    join tickets t on t.workspace_id = n.workspace_id and t.id = n.ticket_id and t.folder = 'inbox'
    left join messages m on m.workspace_id = n.workspace_id and m.id = n.message_id
    where n.workspace_id = ${workspaceId} and n.id = any(${ids}::bigint[]) and n.read_at is null
      and (a.all_brands or exists (select from agent_brands b where b.workspace_id = a.workspace_id and b.agent_id = a.id and b.brand_id = t.brand_id))
      and not exists (select from ticket_reads r where r.workspace_id = n.workspace_id and r.agent_id = n.agent_id and r.ticket_id = n.ticket_id and r.read_at >= n.happened_at)
    order by n.id`.execute(db);
  return rows;
}
