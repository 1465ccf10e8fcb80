import { sql } from 'kysely';
import type { Queryable } from '../../../platform/db/db.ts';
import { escalationSaid } from '../../ticket-escalations/index.ts';
import { actorName, approvalOf, isAside, unreadOfWhoSees } from '../due.queries.ts';
import type { NotificationKind } from '../kinds.ts';

export type Pushed = {
  id: number;
  agent_id: number;
  language: string;
  kind: NotificationKind;
  ticket_number: number;
  ticket_subject: string;
  line: string | null;
  /** The request for an approval that it is about. */
  approval: number | null;
  actor_name: string | null;
  /** Somebody who was asked in a side conversation has answered. */
  aside: boolean;
};

/** Of these, what is still unread, by agents who work here and see the ticket. */
export async function readPushed(db: Queryable, workspaceId: number, ids: readonly number[]): Promise<Pushed[]> {
  const { rows } = await sql<Pushed>`
    select n.id, n.agent_id, a.language, n.kind, t.number as ticket_number, t.subject as ticket_subject,
      left(coalesce(nullif(m.reply_text, ''), m.text, ${escalationSaid}), 300) as line,
      ${actorName} as actor_name, ${isAside} as aside, ${approvalOf} as approval
    ${unreadOfWhoSees(workspaceId, ids)}
    order by n.id`.execute(db);
  return rows;
}
