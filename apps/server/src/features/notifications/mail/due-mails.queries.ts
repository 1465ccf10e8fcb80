import { sql } from 'kysely';
import type { Queryable } from '../../../platform/db/db.ts';
import { escalationSaid } from '../../ticket-escalations/index.ts';
import { actorName, approvalOf, isAside, unreadOfWhoSees } from '../due.queries.ts';
import type { NotificationKind } from '../kinds.ts';
import { deadlineOf } from '../subjects.queries.ts';

export type Mailed = {
  id: number;
  kind: NotificationKind;
  text: string | null;
  /** The request for an approval that it is about. */
  approval: number | null;
  /** What it tells of is a message that the customer does not see. */
  internal: boolean;
  actor_name: string | null;
  /** Somebody who was asked in a side conversation has answered. */
  aside: boolean;
  deadline: Date | null;
  time_zone: string;
} & (OfTicket | { ticket_id: null; feedback: number });

export type OfTicket = { ticket_id: number; ticket_number: number; ticket_subject: string; ticket_status: string; brand_id: number; inbox_id: number | null; feedback: null };

export type Reader = { id: number; email: string; language: string; role: string; last_seen_at: Date | null };

/** Whom it is for, while they work here; when they were last on a screen. */
export async function findReader(db: Queryable, workspaceId: number, agentId: number): Promise<Reader | null> {
  const { rows } = await sql<Reader>`
    select a.id, a.email, a.language, a.role, (select max(s.last_seen_at) from identity.session s where s."userId" = a.user_id) as last_seen_at
    from agents a where a.workspace_id = ${workspaceId} and a.id = ${agentId} and a.active`.execute(db);
  return rows[0] ?? null;
}

const longestText = 4_000;

/** Of these, what is still unread, of what the agent sees. */
export async function readMailed(db: Queryable, workspaceId: number, ids: readonly number[]): Promise<Mailed[]> {
  const { rows } = await sql<Mailed>`
    select n.id, n.kind, n.ticket_id, t.number as ticket_number, t.subject as ticket_subject, t.status as ticket_status, t.brand_id, t.inbox_id, f.id as feedback, ${deadlineOf} as deadline, a.time_zone,
      left(coalesce(nullif(m.reply_text, ''), m.text, ${escalationSaid}), ${longestText}) as text, coalesce(m.kind <> 'public', false) as internal,
      case when f.id is null then ${actorName} end as actor_name, ${isAside} as aside, ${approvalOf} as approval
    ${unreadOfWhoSees(workspaceId, ids)}
    order by n.id`.execute(db);
  return rows;
}
