import { sql } from 'kysely';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import { lastLine } from '../../platform/text/last-line.ts';

/** Nobody merges deeper than this; it bounds what a loop could cost. */
const deepest = 10;

type Newest = { kind: 'public' | 'note' | 'side'; reply_text: string; text: string; author: string; direction: 'in' | 'out'; created_at: Date };
type Which = { byMachines?: boolean; onlyPublic?: boolean };

/**
 * After a message was taken back: the ticket's row, and that of each it was merged into, shows the newest one that stays
 * and counts `less`. The rows are held first, so that a message which comes at the same moment is seen here or writes
 * after this.
 */
export async function takeOffTicketRow(tx: Tx, workspaceId: number, ticketId: number, less: number): Promise<void> {
  const { rows: tickets } = await sql<{ id: number }>`
    with recursive up as (
      select id, merged_into, 0 as depth from tickets where workspace_id = ${workspaceId} and id = ${ticketId}
      union all
      select t.id, t.merged_into, up.depth + 1 from up
      join tickets t on t.workspace_id = ${workspaceId} and t.id = up.merged_into where up.depth < ${sql.lit(deepest)})
    select id from tickets where workspace_id = ${workspaceId} and id in (select id from up) order by id for no key update`.execute(tx);
  for (const { id } of tickets) await showNewestThatStays(tx, workspaceId, id, less);
}

/** The row of a ticket that is the caller's shows its newest message, of what was merged into it too, and counts so many less. */
export async function showNewestThatStays(tx: Tx, workspaceId: number, ticketId: number, less: number): Promise<void> {
  const newest = (await findNewest(tx, workspaceId, ticketId)) ?? (await findNewest(tx, workspaceId, ticketId, { byMachines: true }));
  // Where the customer has seen nothing yet, nobody waits for an answer.
  const publicly = !newest || newest.kind === 'public' ? null : ((await findNewest(tx, workspaceId, ticketId, { onlyPublic: true }))?.direction ?? 'out');
  const shown = newest
    ? sql`last_line = ${lastLine(newest.reply_text || newest.text)}, last_author = ${newest.author},
        last_direction = ${newest.direction}, last_public_direction = ${publicly}, last_message_at = ${newest.created_at},`
    : sql`last_line = '',`;
  await sql`update tickets set ${shown} message_count = greatest(message_count - ${less}, 0), updated_at = now()
    where workspace_id = ${workspaceId} and id = ${ticketId}`.execute(tx);
}

/**
 * Of the ticket and of what was merged into it. What was taken back does not count, nor do automatic messages, as they do
 * not when they come. A reply goes out under the brand's name too; the row names the agent alone.
 * Indexes: tickets_merged, messages_ticket, outbox_message.
 */
async function findNewest(db: Queryable, workspaceId: number, ticketId: number, { byMachines = false, onlyPublic = false }: Which = {}): Promise<Newest | null> {
  const { rows } = await sql<Newest>`
    with recursive whole as (
      select ${ticketId}::bigint as id, 0 as depth
      union all
      select t.id, whole.depth + 1 from whole
      join tickets t on t.workspace_id = ${workspaceId} and t.merged_into = whole.id where whole.depth < ${sql.lit(deepest)})
    select m.kind, left(m.reply_text, 2000) as reply_text, left(m.text, 2000) as text, coalesce(a.name, nullif(m.from_name, ''), m.from_address) as author, m.direction, m.created_at
    from whole cross join lateral (
      select m.* from messages m
      where m.workspace_id = ${workspaceId} and m.ticket_id = whole.id and ${byMachines ? sql`true` : sql`m.automatic is null`} and ${onlyPublic ? sql`m.kind = 'public'` : sql`true`} and m.taken_back_at is null
        and (select o.status from outbox o where o.workspace_id = ${workspaceId} and o.message_id = m.id order by o.id desc limit 1) is distinct from 'cancelled'
      order by m.id desc limit 1) m
    left join agents a on m.author_type = 'agent' and a.workspace_id = ${workspaceId} and a.id = m.author_id
    order by m.created_at desc, m.id desc limit 1`.execute(db);
  return rows[0] ?? null;
}
