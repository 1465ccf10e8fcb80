import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/db.ts';

export type Text = { subject: string; text: string };

/** What the customer wrote first. Index: messages_ticket. */
export async function readText(db: Queryable, workspaceId: number, ticketId: number): Promise<Text> {
  const { rows } = await sql<Text>`
    select t.subject, coalesce((select left(case when m.reply_text = '' then m.text else m.reply_text end, 4000) from messages m
      where m.workspace_id = t.workspace_id and m.ticket_id = t.id and m.kind = 'public' order by m.id limit 1), '') as text
    from tickets t where t.workspace_id = ${workspaceId} and t.id = ${ticketId}`.execute(db);
  return rows[0] ?? { subject: '', text: '' };
}

export type Neighbour = { ticket_id: number; number: number; topic_id: number };

/** Of these tickets, those of the brand that count with a topic which is still offered. Index: the primary key. */
export async function readNeighbours(db: Queryable, workspaceId: number, brandId: number, ticketIds: readonly number[]): Promise<Neighbour[]> {
  const { rows } = await sql<Neighbour>`
    select w.ticket_id, t.number, w.counted_topic_id as topic_id from wrap_ups w
    join tickets t on t.workspace_id = w.workspace_id and t.id = w.ticket_id and t.folder = 'inbox'
    join topics p on p.workspace_id = w.workspace_id and p.id = w.counted_topic_id and not p.archived
    where w.workspace_id = ${workspaceId} and w.ticket_id = any(${[...ticketIds]}::bigint[]) and w.counted_brand_id = ${brandId}`.execute(db);
  return rows;
}
