import { sql } from 'kysely';
import type { Alone, Queryable } from '../../../platform/db/db.ts';
import type { NotificationKind } from '../kinds.ts';

export type Claimed = { id: number; agent_id: number; attempts: number };

/** Takes due ones for `leaseSeconds`; what a worker that died has left comes due again. Index: notifications_push. */
export async function claimPushes(alone: Alone, workspaceId: number, { now, limit, leaseSeconds }: { now: Date; limit: number; leaseSeconds: number }): Promise<Claimed[]> {
  const { rows } = await sql<Claimed>`
    with due as materialized (
      select id as due_id from notifications where workspace_id = ${workspaceId} and push_at <= ${now} order by push_at limit ${limit} for update skip locked)
    update notifications set push_at = ${now}::timestamptz + make_interval(secs => ${leaseSeconds}), attempts = attempts + 1
    from due where workspace_id = ${workspaceId} and id = due_id
    returning id, agent_id, attempts`.execute(alone);
  return rows;
}

/** Done with, or to be tried again. What has been read meanwhile stays done with. */
export async function endPushes(alone: Alone, workspaceId: number, ids: readonly number[], again: Date | null): Promise<void> {
  await sql`update notifications set push_at = ${again} where workspace_id = ${workspaceId} and id = any(${ids}::bigint[]) and push_at is not null`.execute(alone);
}

export type Pushed = {
  id: number;
  agent_id: number;
  language: string;
  kind: NotificationKind;
  ticket_number: number;
  ticket_subject: string;
  line: string | null;
  actor_name: string | null;
};

/** Of these, what is still unread, by agents who work here and see the ticket. */
export async function readPushed(db: Queryable, workspaceId: number, ids: readonly number[]): Promise<Pushed[]> {
  const { rows } = await sql<Pushed>`
    select n.id, n.agent_id, a.language, n.kind, t.number as ticket_number, t.subject as ticket_subject,
      left(coalesce(nullif(m.reply_text, ''), m.text), 300) as line,
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
