import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/db.ts';

export type InboxTraffic = {
  has_smtp: boolean; last_message_at: Date | null; waiting: number; failed: number;
  oldest_waiting_at: Date | null; next_attempt_at: Date | null; last_error: string | null;
};

/** What an inbox had last and what stands in its outbox, counted up to 1,000. Indexes: intake_inbox, outbox_unsent. */
export async function readTraffic(db: Queryable, workspaceId: number, inboxId: number): Promise<InboxTraffic> {
  const { rows } = await sql<InboxTraffic>`
    with unsent as materialized (
      select id, status, created_at, next_attempt_at, last_error from outbox
      where workspace_id = ${workspaceId} and inbox_id = ${inboxId} and status in ('queued', 'sending', 'failed') order by id desc limit 1000)
    select i.smtp_url_sealed is not null as has_smtp,
      (select coalesce(n.arrived_at, n.created_at) from intake n where n.workspace_id = ${workspaceId} and n.inbox_id = ${inboxId} order by n.id desc limit 1) as last_message_at,
      (select count(*)::int from unsent where status <> 'failed') as waiting,
      (select count(*)::int from unsent where status = 'failed') as failed,
      (select min(created_at) from unsent where status <> 'failed') as oldest_waiting_at,
      (select min(next_attempt_at) from unsent where status <> 'failed') as next_attempt_at,
      (select last_error from unsent where last_error is not null order by id desc limit 1) as last_error
    from inboxes i where i.workspace_id = ${workspaceId} and i.id = ${inboxId}`.execute(db);
  return rows[0] ?? { has_smtp: false, last_message_at: null, waiting: 0, failed: 0, oldest_waiting_at: null, next_attempt_at: null, last_error: null };
}
