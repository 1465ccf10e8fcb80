import { sql } from 'kysely';
import type { Queryable } from '../../../platform/db/db.ts';
import { escalationSaid } from '../../ticket-escalations/index.ts';
import { actorName, approvalOf, isAside, unreadOfWhoSees } from '../due.queries.ts';
import type { NotificationKind } from '../kinds.ts';
import { deadlineOf } from '../subjects.queries.ts';

export type Pushed = {
  id: number;
  agent_id: number;
  language: string;
  kind: NotificationKind;
  time_zone: string;
  /** Null: it is about a piece of feedback. */
  ticket_number: number | null;
  ticket_subject: string | null;
  feedback: number | null;
  deadline: Date | null;
  /** Until when an offer can be accepted. */
  offer: { id: number; until: string } | null;
  line: string | null;
  /** The request for an approval that it is about. */
  approval: number | null;
  actor_name: string | null;
  /** Somebody who was asked in a side conversation has answered. */
  aside: boolean;
};

/** Of these, what is still unread, by agents who work here and see what it is about. */
export async function readPushed(db: Queryable, workspaceId: number, ids: readonly number[]): Promise<Pushed[]> {
  const { rows } = await sql<Pushed>`
    select n.id, n.agent_id, a.language, a.time_zone, n.kind, t.number as ticket_number, t.subject as ticket_subject, f.id as feedback, ${deadlineOf} as deadline,
      (select json_build_object('id', o.id, 'until', o.due_at) from routing_offers o where o.workspace_id = n.workspace_id and o.id = n.offer_id) as offer,
      left(coalesce(nullif(m.reply_text, ''), m.text, ${escalationSaid}), 300) as line,
      case when f.id is null then ${actorName} end as actor_name, ${isAside} as aside, ${approvalOf} as approval
    ${unreadOfWhoSees(workspaceId, ids)}
    order by n.id`.execute(db);
  return rows;
}
