import { sql } from 'kysely';
import { json, type Tx } from '../../platform/db/db.ts';
import type { NotificationKind } from './kinds.ts';
import type { Reach } from './reach.rules.ts';

export type NewTold = Reach & { agent_id: number; kind: NotificationKind; feedback_id: number | null; offer_id: number | null; ticket_id: number | null; actor_type: 'agent' | 'system'; actor_id: number | null };

/** An offer is told once, whatever is repeated. */
export async function insertTold(tx: Tx, workspaceId: number, rows: readonly NewTold[], now: Date): Promise<void> {
  await sql`
    insert into notifications (workspace_id, agent_id, kind, feedback_id, offer_id, ticket_id, actor_type, actor_id, happened_at, shown, rings, push_at, mail_at, created_at)
    select ${workspaceId}::bigint, x.agent_id, x.kind, x.feedback_id, x.offer_id, x.ticket_id, x.actor_type, x.actor_id, ${now}::timestamptz, x.shown, x.rings, x.push_at, x.mail_at, ${now}::timestamptz
    from jsonb_to_recordset(${json(rows)}) as x(agent_id bigint, kind text, feedback_id bigint, offer_id bigint, ticket_id bigint, actor_type text, actor_id bigint,
      shown boolean, rings boolean, push_at timestamptz, mail_at timestamptz)
    on conflict (workspace_id, offer_id) where offer_id is not null do nothing`.execute(tx);
}
