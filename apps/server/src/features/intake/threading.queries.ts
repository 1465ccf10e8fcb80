import { sql } from 'kysely';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import { findRoots } from '../tickets/index.ts';
import type { ThreadTicket } from './threading.rules.ts';

type Row = { id: number; number: number; status: string; folder: string; brand_id: number; takes_part: boolean };

/**
 * Tickets by id, or what they were merged into, with whether one of these addresses takes part: a confirmed participant, or whoever opened it (a
 * web form writes From another address than the one that is answered).
 */
export async function readThreadTickets(db: Queryable, workspaceId: number, ticketIds: number[], addresses: string[]): Promise<ThreadTicket[]> {
  if (ticketIds.length === 0) return [];
  const roots = await findRoots(db, workspaceId, ticketIds);
  const { rows } = await sql<Row>`
    select t.id, t.number, t.status, t.folder, t.brand_id,
      (exists (select from participants p where p.workspace_id = t.workspace_id and p.ticket_id = t.id and p.confirmed and p.address = any(${addresses}::text[]))
       or exists (select from (select m.from_address, m.direction from messages m where m.workspace_id = t.workspace_id and m.ticket_id = t.id order by m.id limit 1) o
          where o.direction = 'in' and lower(o.from_address) = any(${addresses}::text[]))) as takes_part
    from tickets t where t.workspace_id = ${workspaceId} and t.id = any(${[...new Set(roots.values())]}::bigint[])`.execute(db);
  return ticketIds.flatMap((id) => {
    const row = rows.find((candidate) => candidate.id === roots.get(id));
    return row ? [{ id: row.id, askedId: id, number: row.number, status: row.status, folder: row.folder, brandId: row.brand_id, takesPart: row.takes_part }] : [];
  });
}

/** The tickets of a brand that have messages with these Message-IDs, in the ids' order. Index: messages_message_id. */
export async function findTicketsByMessageIds(db: Queryable, workspaceId: number, brandId: number, messageIds: string[]): Promise<number[]> {
  if (messageIds.length === 0) return [];
  const { rows } = await sql<{ ticket_id: number; message_id: string }>`
    select distinct m.ticket_id, m.message_id from messages m
    join tickets t on t.workspace_id = m.workspace_id and t.id = m.ticket_id
    where m.workspace_id = ${workspaceId} and m.message_id = any(${messageIds}::text[]) and m.kind = 'public' and t.brand_id = ${brandId}
    limit 500`.execute(db);
  return [...new Set(messageIds.flatMap((id) => rows.filter((row) => row.message_id === id).map((row) => row.ticket_id)))];
}

export async function findTicketsByConversation(db: Queryable, workspaceId: number, brandId: number, threadRoot: string): Promise<number[]> {
  const { rows } = await sql<{ ticket_id: number }>`
    select c.ticket_id from mail_conversations c
    join tickets t on t.workspace_id = c.workspace_id and t.id = c.ticket_id
    where c.workspace_id = ${workspaceId} and c.thread_root = ${threadRoot} and t.brand_id = ${brandId}
    order by c.ticket_id desc limit 20`.execute(db);
  return rows.map(({ ticket_id }) => ticket_id);
}

export async function findTicketIdByNumber(db: Queryable, workspaceId: number, brandId: number, number: number): Promise<number | null> {
  const row = await db
    .selectFrom('tickets')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('number', '=', number)
    .where('brand_id', '=', brandId)
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function rememberConversation(tx: Tx, workspaceId: number, threadRoot: string, ticketId: number): Promise<void> {
  await tx
    .insertInto('mail_conversations')
    .values({ workspace_id: workspaceId, thread_root: threadRoot, ticket_id: ticketId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A message of ours by its Message-ID: for what comes back, and for our own mail that comes round. */
export async function findOurMessage(db: Queryable, workspaceId: number, which: { messageId: string } | { id: number }): Promise<{ id: number; ticket_id: number; side_id: number | null; automatic: string | null } | undefined> {
  return db
    .selectFrom('messages')
    .select(['id', 'ticket_id', 'side_id', 'automatic'])
    .where('workspace_id', '=', workspaceId)
    .where((eb) => ('id' in which ? eb('id', '=', which.id) : eb('message_id', '=', which.messageId)))
    .where('direction', '=', 'out')
    .where('kind', '<>', 'note')
    .executeTakeFirst();
}
