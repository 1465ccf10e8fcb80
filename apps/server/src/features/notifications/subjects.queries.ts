import { sql, type RawBuilder } from 'kysely';

/**
 * What the notification `n` stands for: a ticket `t`, or a piece of feedback `f`, of which a notification is for the owner of a complaint and
 * for the person of a compliment alone, whoever else may read it. One of the two is there where it may still be read.
 */
export const joinSubject = sql`
  left join tickets t on t.workspace_id = n.workspace_id and t.id = n.ticket_id and (n.offer_id is null or exists (
    select from routing_offers o where o.workspace_id = n.workspace_id and o.id = n.offer_id and o.agent_id = n.agent_id and o.state = 'open'))
  left join staff_feedback f on f.workspace_id = n.workspace_id and f.id = n.feedback_id and case n.kind
    when 'compliment' then f.kind = 'compliment' and f.about_id = n.agent_id and f.released_at is not null
    else f.kind = 'complaint' and f.owner_id = n.agent_id and f.about_id <> n.agent_id end`;

/** The brand that its reader must see; null of a compliment, which is its person's. */
export const brandOf = sql`coalesce(t.brand_id, case when f.kind = 'complaint' then f.brand_id end)`;

/** Read here; because its ticket has been read since; or because what it reminds of is done. Indexes: the primary keys. */
export const isRead: RawBuilder<boolean> = sql`(n.read_at is not null or exists (
  select from ticket_reads r where r.workspace_id = n.workspace_id and r.agent_id = n.agent_id and r.ticket_id = n.ticket_id and r.read_at >= n.happened_at) or exists (
  select from staff_feedback d where d.workspace_id = n.workspace_id and d.id = n.feedback_id and d.kind = 'complaint' and (d.closed_at is not null
    or (d.acknowledged_at is not null and n.kind in ('complaint_acknowledge_due', 'complaint_acknowledge_late')) or (d.answered_at is not null and n.kind in ('complaint_answer_due', 'complaint_answer_late')))))`;

/** The deadline of a complaint that it tells of. */
export const deadlineOf = sql<Date | null>`case when n.kind in ('complaint_answer_due', 'complaint_answer_late') then f.answer_by when n.kind <> 'compliment' then f.acknowledge_by end`;
