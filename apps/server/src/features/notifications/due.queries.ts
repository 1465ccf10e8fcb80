import { sql } from 'kysely';
import type { Alone } from '../../platform/db/db.ts';
import { brandOf, isRead, joinSubject } from './subjects.queries.ts';

export type Claimed = { id: number; agent_id: number; attempts: number };

/** When a notification goes out by this way; null when it is done with. Indexes: notifications_mail, notifications_push. */
export type DueColumn = 'mail_at' | 'push_at';

/** Takes due ones for `leaseSeconds`; what a worker that died has left comes due again. */
export async function claimDue(alone: Alone, workspaceId: number, column: DueColumn, { now, limit, leaseSeconds }: { now: Date; limit: number; leaseSeconds: number }): Promise<Claimed[]> {
  const at = sql.ref(column);
  const { rows } = await sql<Claimed>`
    with due as materialized (
      select id as due_id from notifications where workspace_id = ${workspaceId} and ${at} <= ${now} order by ${at} limit ${limit} for update skip locked)
    update notifications set ${at} = ${now}::timestamptz + make_interval(secs => ${leaseSeconds}), attempts = attempts + 1
    from due where workspace_id = ${workspaceId} and id = due_id
    returning id, agent_id, attempts`.execute(alone);
  return rows;
}

/** Done with, or to be tried again. What has been read meanwhile stays done with. */
export async function endDue(alone: Alone, workspaceId: number, column: DueColumn, ids: readonly number[], again: Date | null): Promise<void> {
  const at = sql.ref(column);
  await sql`update notifications set ${at} = ${again} where workspace_id = ${workspaceId} and id = any(${ids}::bigint[]) and ${at} is not null`.execute(alone);
}

/** Somebody outside answered in a side conversation, and not the customer; of the notification `n` with its message `m`. */
export const isAside = sql<boolean>`coalesce(n.kind = 'answered' and m.kind = 'side', false)`;

/** Who did it, of the notification `n`; who answered aside is named by the message `m` alone. */
export const actorName = sql`case n.actor_type
  when 'agent' then (select b.name from agents b where b.workspace_id = n.workspace_id and b.id = n.actor_id)
  when 'customer' then (select c.name from customers c where c.workspace_id = n.workspace_id and c.id = n.actor_id)
  else case when m.kind = 'side' and m.direction = 'in' then coalesce(nullif(m.from_name, ''), nullif(m.from_address, '')) end end`;

/** The request for an approval that the notification `n` is about; null of every other kind. */
export const approvalOf = sql<number | null>`(case when n.kind in ('approval_asked', 'approval_answered') then (
  select (e.data->>'request')::bigint from events e where e.workspace_id = n.workspace_id and e.id = n.event_id) end)`;

/** `from … where …`: of these notifications `n`, those still unread, by agents `a` who work here and see what it is about (`t` or `f`); `m` is the message. */
export const unreadOfWhoSees = (workspaceId: number, ids: readonly number[]) => sql`from notifications n
  join agents a on a.workspace_id = n.workspace_id and a.id = n.agent_id and a.active
  ${joinSubject}
  left join messages m on m.workspace_id = n.workspace_id and m.id = n.message_id
  where n.workspace_id = ${workspaceId} and n.id = any(${ids}::bigint[]) and not ${isRead} and (f.id is not null or t.folder = 'inbox')
    and (a.all_brands or ${brandOf} is null or exists (select from agent_brands b where b.workspace_id = a.workspace_id and b.agent_id = a.id and b.brand_id = ${brandOf}))`;
