import { sql } from 'kysely';
import type { Queryable, Tx } from '../../platform/db/db.ts';

export type HomelessMail = { id: number; ticket_id: number; message_id: number; side_id: number | null; inbox_id: number; address: string };

/** Mail that waits for its brand to have an inbox, where there is one now. Index: outbox_homeless. */
export async function findAdoptable(db: Queryable, workspaceId: number, limit: number): Promise<HomelessMail[]> {
  const { rows } = await sql<HomelessMail>`
    select o.id, o.ticket_id, o.message_id, m.side_id, i.id as inbox_id, i.address
    from outbox o
    join messages m on m.workspace_id = o.workspace_id and m.id = o.message_id
    cross join lateral (
      select i.id, i.address from inboxes i
      where i.workspace_id = o.workspace_id and i.brand_id = o.brand_id and i.active order by i.id limit 1) i
    where o.workspace_id = ${workspaceId} and o.inbox_id is null and o.status = 'queued' and o.ticket_id is not null and o.message_id is not null
    order by o.id limit ${limit}`.execute(db);
  return rows;
}

/** Gives a waiting mail its inbox, sender and reply address; false when another node was first. */
export async function adoptMail(tx: Tx, workspaceId: number, mail: HomelessMail, replyTo: string): Promise<boolean> {
  const { rows } = await sql`
    with adopted as (
      update outbox set inbox_id = ${mail.inbox_id}, mail = jsonb_set(jsonb_set(mail, '{from,address}', to_jsonb(${mail.address}::text)), '{reply_to}', to_jsonb(${replyTo}::text))
      where workspace_id = ${workspaceId} and id = ${mail.id} and inbox_id is null and status = 'queued' returning message_id
    )
    update messages m set from_address = ${mail.address} from adopted a
    where m.workspace_id = ${workspaceId} and m.id = a.message_id returning m.id`.execute(tx);
  return rows.length > 0;
}
