import { sql, type RawBuilder } from 'kysely';
import type { Alone, Queryable, Tx } from '../../platform/db/db.ts';
import { escalationSaid } from '../ticket-escalations/index.ts';
import type { Asker } from './asker.ts';
import { actorName, approvalOf, isAside } from './due.queries.ts';
import type { NotificationKind } from './kinds.ts';
import { brandOf, deadlineOf, isRead, joinSubject } from './subjects.queries.ts';

export type NotificationRow = {
  id: number;
  kind: NotificationKind;
  /** Null: it is about a piece of feedback. */
  ticket: { number: number; subject: string; status: string; brand: number } | null;
  feedback_id: number | null;
  deadline: Date | null;
  offer_id: number | null;
  message_id: number | null;
  line: string | null;
  approval: { id: number; state: string; open: boolean } | null;
  actor_type: 'agent' | 'customer' | 'system';
  actor_id: number | null;
  actor_name: string | null;
  aside: boolean;
  read: boolean;
  happened_at: Date;
};

const longestLine = 200;

/** Whether the asker may still see what the notification is about; `brands` null: all. */
const isSeen = (brands: RawBuilder<unknown>, feedback: RawBuilder<unknown>): RawBuilder<boolean> => sql`(t.id is not null or (f.id is not null and ${feedback})) and (${brands} is null or ${brandOf} is null or ${brands} @> to_jsonb(${brandOf}))`;

const brandsAsJson = ({ brands }: Asker) => sql`${brands === 'all' ? null : JSON.stringify(brands)}::jsonb`;

/** An agent's own, newest first, of what they may still see. Index: notifications_newest or notifications_unread. */
export async function listNotifications(db: Queryable, workspaceId: number, asker: Asker, { unread, before, limit }: { unread: boolean; before: number; limit: number }): Promise<NotificationRow[]> {
  const { rows } = await sql<NotificationRow>`
    select n.id, n.kind, case when t.id is not null then json_build_object('number', t.number, 'subject', t.subject, 'status', t.status, 'brand', t.brand_id) end as ticket,
      f.id as feedback_id, ${deadlineOf} as deadline, n.offer_id, n.message_id,
      left(coalesce(nullif(m.reply_text, ''), m.text, ${escalationSaid}, ap.line, case when f.kind = 'compliment' then f.released_text end), ${longestLine}) as line, ap.approval, n.actor_type, n.actor_id,
      ${actorName} as actor_name, ${isAside} as aside,
      ${isRead} as read, n.happened_at
    from notifications n
    ${joinSubject}
    left join messages m on m.workspace_id = n.workspace_id and m.id = n.message_id
    left join lateral (
      select json_build_object('id', q.id, 'state', q.state, 'open', q.state = 'waiting' and q.expires_at > now() and not exists (
          select from approval_answers w where w.workspace_id = q.workspace_id and w.request_id = q.id and w.rule_id = q.rule_id and w.agent_id = n.agent_id)) as approval,
        case n.kind when 'approval_asked' then q.reason else (select w.words from approval_answers w where w.workspace_id = q.workspace_id and w.request_id = q.id order by w.answered_at desc limit 1) end as line
      from approval_requests q where q.workspace_id = n.workspace_id and q.id = ${approvalOf}) ap on n.kind in ('approval_asked', 'approval_answered')
    where n.workspace_id = ${workspaceId} and n.agent_id = ${asker.agentId} and n.shown and n.id < ${before} and ${isSeen(brandsAsJson(asker), sql`${asker.feedback}::boolean`)}
      ${unread ? sql`and n.read_at is null and not ${isRead}` : sql``}
    order by n.id desc limit ${limit}`.execute(db);
  return rows;
}

export type Bell = { agent_id: number; unread: number; newest: number | null; ring: number | null };

/** For the people of one desk at once: how many are unread, up to `most`, the newest of these and the newest that rings. Index: notifications_unread. */
export async function readBells(db: Queryable, workspaceId: number, people: readonly Asker[], most: number): Promise<Bell[]> {
  const asked = JSON.stringify(people.map(({ agentId, brands, feedback }) => ({ agent_id: agentId, brands: brands === 'all' ? null : brands, feedback })));
  const { rows } = await sql<Bell>`
    select p.agent_id, b.unread, b.newest, b.ring
    from jsonb_to_recordset(${asked}::jsonb) as p(agent_id bigint, brands jsonb, feedback boolean)
    cross join lateral (
      select count(*)::int as unread, max(u.id) as newest, max(u.id) filter (where u.rings) as ring
      from (
        select n.id, n.rings from notifications n
        ${joinSubject}
        where n.workspace_id = ${workspaceId} and n.agent_id = p.agent_id and n.shown and n.read_at is null and not ${isRead}
          and ${isSeen(sql`p.brands`, sql`p.feedback`)}
        order by n.id desc limit ${most}) u) b`.execute(db);
  return rows;
}

/** Notes an agent's own as read, or as unread again: which ones they name, or all of up to the newest that they have seen. */
export async function markNotifications(alone: Alone, workspaceId: number, agentId: number, which: { ids: readonly number[] } | { upTo: number } | { ticket: number }, now: Date): Promise<number> {
  const chosen =
    'ids' in which ? sql`n.id = any(${which.ids}::bigint[])`
    : 'upTo' in which ? sql`n.id <= ${which.upTo}`
    : sql`n.ticket_id = (select t.id from tickets t where t.workspace_id = ${workspaceId} and t.number = ${which.ticket})`;
  const { numAffectedRows } = await sql`
    update notifications n set read_at = ${now}, push_at = null, mail_at = null
    where n.workspace_id = ${workspaceId} and n.agent_id = ${agentId} and n.read_at is null and ${chosen}`.execute(alone);
  return Number(numAffectedRows ?? 0n);
}

/** Of what was noted as read at exactly this moment; what its ticket says stays. */
export async function takeBackRead(alone: Alone, workspaceId: number, agentId: number, at: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    update notifications set read_at = null where workspace_id = ${workspaceId} and agent_id = ${agentId} and shown and read_at = ${at}`.execute(alone);
  return Number(numAffectedRows ?? 0n);
}

/** Notes as read what an agent is told of a piece of feedback that they look at. Index: notifications_feedback. @returns whether there was any */
export async function readOfFeedback(tx: Tx, workspaceId: number, agentId: number, feedbackId: number, now: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`update notifications set read_at = ${now}, push_at = null, mail_at = null
    where workspace_id = ${workspaceId} and agent_id = ${agentId} and feedback_id = ${feedbackId} and read_at is null`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

/** For upkeep: what was read with its ticket is noted, what is old or an offer that is over goes, and of each agent's only the newest stay. */
export async function tidyNotifications(alone: Alone, workspaceId: number, { before, keep }: { before: Date; keep: number }): Promise<void> {
  await sql`update notifications n set read_at = now(), push_at = null, mail_at = null
    where n.workspace_id = ${workspaceId} and n.shown and n.read_at is null and ${isRead}`.execute(alone);
  await sql`delete from notifications where workspace_id = ${workspaceId} and created_at < ${before}`.execute(alone);
  await sql`delete from notifications n using routing_offers o where n.workspace_id = ${workspaceId} and n.offer_id is not null
    and o.workspace_id = n.workspace_id and o.id = n.offer_id and o.state <> 'open'`.execute(alone);
  await sql`delete from notifications n using (
      select a.id as agent_id, (select k.id from notifications k where k.workspace_id = a.workspace_id and k.agent_id = a.id and k.shown order by k.id desc offset ${keep} limit 1) as last
      from agents a where a.workspace_id = ${workspaceId}) old
    where n.workspace_id = ${workspaceId} and n.agent_id = old.agent_id and n.id <= old.last`.execute(alone);
}
