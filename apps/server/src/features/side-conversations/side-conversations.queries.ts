import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import { fieldProblem } from '../../platform/errors/problem.ts';
import { brandVisible } from '../../platform/db/scope.ts';
import { authorName, messageFields, type MailAddress, type MessageRow } from '../tickets/index.ts';

const mostShown = 100;
const longestLine = 200;
/** Who is written to in one side conversation, at most; more than a few are a mailing list. */
export const mostPeople = 20;

export type SidePersonRow = { id: number; name: string; address: string; role: 'to' | 'cc'; confirmed: boolean };
export type SideRow = {
  id: number; ticket_id: number; ticket_number: number; kind: 'forward' | 'question'; subject: string; done_at: Date | null; created_at: Date;
  people: SidePersonRow[]; message_count: number; last_line: string; last_author: string; last_direction: 'in' | 'out'; last_message_at: Date;
};

const columns = sql`s.id, s.ticket_id, t.number as ticket_number, s.kind, s.subject, s.done_at, s.created_at,
  coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name, 'address', p.address, 'role', p.role, 'confirmed', p.confirmed) order by p.id)
    from side_people p where p.workspace_id = s.workspace_id and p.side_id = s.id), '[]') as people,
  (select count(*)::integer from (select from messages c where c.workspace_id = s.workspace_id and c.side_id = s.id limit 1000) c) as message_count,
  left(m.reply_text, ${sql.lit(longestLine)}) as last_line, coalesce(nullif(m.from_name, ''), m.from_address) as last_author, m.direction as last_direction, m.created_at as last_message_at`;

/** The newest message that was not taken back; a conversation whose only one was is as if it had not begun. Index: messages_side. */
const newest = sql`join lateral (
    select m.reply_text, m.from_name, m.from_address, m.direction, m.created_at from messages m
    where m.workspace_id = s.workspace_id and m.side_id = s.id
      and (select o.status from outbox o where o.workspace_id = m.workspace_id and o.message_id = m.id order by o.id desc limit 1) is distinct from 'cancelled'
    order by m.id desc limit 1) m on true`;

/** Of a ticket and what was merged into it, newest first. Index: side_conversations_ticket. */
export async function listSides(db: Queryable, workspaceId: number, ticketIds: readonly number[]): Promise<SideRow[]> {
  const { rows } = await sql<SideRow>`
    select ${columns} from side_conversations s
    join tickets t on t.workspace_id = s.workspace_id and t.id = s.ticket_id ${newest}
    where s.workspace_id = ${workspaceId} and s.ticket_id = any(${[...ticketIds]}::bigint[])
    order by s.id desc limit ${sql.lit(mostShown)}`.execute(db);
  return rows;
}

/** With its newest message; null too while that was taken back. */
export async function findSide(db: Queryable, scope: Scope, id: number): Promise<SideRow | null> {
  const { rows } = await sql<SideRow>`
    select ${columns} from side_conversations s
    join tickets t on t.workspace_id = s.workspace_id and t.id = s.ticket_id ${newest}
    where s.workspace_id = ${scope.workspaceId} and s.id = ${id} and ${brandVisible(scope, sql`t.brand_id`)}`.execute(db);
  return rows[0] ?? null;
}

export type SideState = { id: number; ticket_id: number; brand_id: number; subject: string; done_at: Date | null };

/** What commands need of it; with `lock` the row is theirs until the commit. */
export async function findSideState(db: Queryable, scope: Scope, id: number, { lock = false } = {}): Promise<SideState | null> {
  const { rows } = await sql<SideState>`
    select s.id, s.ticket_id, t.brand_id, s.subject, s.done_at from side_conversations s
    join tickets t on t.workspace_id = s.workspace_id and t.id = s.ticket_id
    where s.workspace_id = ${scope.workspaceId} and s.id = ${id} and ${brandVisible(scope, sql`t.brand_id`)}
    ${lock ? sql`for no key update of s` : sql``}`.execute(db);
  return rows[0] ?? null;
}

export async function listSidePeople(db: Queryable, workspaceId: number, sideId: number): Promise<SidePersonRow[]> {
  const { rows } = await sql<SidePersonRow>`
    select id, name, address, role, confirmed from side_people where workspace_id = ${workspaceId} and side_id = ${sideId} order by id limit 200`.execute(db);
  return rows;
}

export async function insertSide(tx: Tx, workspaceId: number, side: { ticketId: number; kind: 'forward' | 'question'; subject: string; createdBy: number }, now: Date): Promise<number> {
  const { id } = await tx
    .insertInto('side_conversations')
    .values({ workspace_id: workspaceId, ticket_id: side.ticketId, kind: side.kind, subject: side.subject, created_by: side.createdBy, created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Adds them; who is there already stays as they are. */
export async function insertSidePeople(tx: Tx, workspaceId: number, sideId: number, people: readonly (MailAddress & { role: 'to' | 'cc'; confirmed: boolean })[]): Promise<void> {
  if (people.length === 0) return;
  await tx
    .insertInto('side_people')
    .values(people.map(({ name, address, role, confirmed }) => ({ workspace_id: workspaceId, side_id: sideId, name, address, role, confirmed })))
    .onConflict((conflict) => conflict.columns(['workspace_id', 'side_id', 'address']).doNothing())
    .execute();
}

export async function setSideDone(tx: Tx, workspaceId: number, id: number, at: Date | null): Promise<void> {
  await tx.updateTable('side_conversations').set({ done_at: at }).where('workspace_id', '=', workspaceId).where('id', '=', id).execute();
}

export async function confirmSidePerson(tx: Tx, workspaceId: number, sideId: number, personId: number): Promise<boolean> {
  const result = await tx
    .updateTable('side_people')
    .set({ confirmed: true })
    .where('workspace_id', '=', workspaceId)
    .where('side_id', '=', sideId)
    .where('id', '=', personId)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Newest first. Index: messages_side. */
export async function listSideMessages(db: Queryable, workspaceId: number, sideId: number, { before, limit }: { before: number | null; limit: number }): Promise<MessageRow[]> {
  const { rows } = await sql<MessageRow>`
    select ${messageFields}, ${authorName} as author_name, t.number as ticket_number
    from messages m join tickets t on t.workspace_id = m.workspace_id and t.id = m.ticket_id
    where m.workspace_id = ${workspaceId} and m.side_id = ${sideId} and ${before === null ? sql`true` : sql`m.id < ${before}`}
    order by m.id desc limit ${limit}`.execute(db);
  return rows;
}

export type QuotedRow = { id: number; from_name: string; from_address: string; recipients_to: MailAddress[]; subject: string; text: string; html: string | null; created_at: Date };
export type QuotedFile = { message_id: number; file_id: number; content_id: string };

/** Public messages of these tickets, oldest first, with the pictures that stand in them. */
export async function readQuoted(db: Queryable, workspaceId: number, ticketIds: readonly number[], messageIds: readonly number[]): Promise<{ messages: QuotedRow[]; pictures: QuotedFile[] }> {
  const { rows: messages } = await sql<QuotedRow>`
    select id, from_name, from_address, recipients_to, subject, text, html, created_at from messages
    where workspace_id = ${workspaceId} and id = any(${[...messageIds]}::bigint[]) and ticket_id = any(${[...ticketIds]}::bigint[]) and kind = 'public'
    order by created_at, id`.execute(db);
  const { rows: pictures } = await sql<QuotedFile>`
    select mf.message_id, mf.file_id, mf.content_id from message_files mf join files f on f.workspace_id = mf.workspace_id and f.id = mf.file_id
    where mf.workspace_id = ${workspaceId} and mf.message_id = any(${messages.map(({ id }) => id)}::bigint[]) and mf.content_id is not null and f.type like 'image/%'
    order by mf.message_id, mf.position limit 500`.execute(db);
  return { messages, pictures };
}

export type SideOfMail = { id: number; ticketId: number; takesPart: boolean };

/** A side conversation by the id in our mark, and whether this address is one of its confirmed people. */
export async function findSideOfMail(db: Queryable, workspaceId: number, sideId: number, address: string | null): Promise<SideOfMail | null> {
  const { rows } = await sql<{ id: number; ticket_id: number; takes_part: boolean }>`
    select s.id, s.ticket_id, exists (select from side_people p where p.workspace_id = s.workspace_id and p.side_id = s.id and p.confirmed and p.address = ${address}) as takes_part
    from side_conversations s where s.workspace_id = ${workspaceId} and s.id = ${sideId}`.execute(db);
  const row = rows[0];
  return row ? { id: row.id, ticketId: row.ticket_id, takesPart: row.takes_part } : null;
}

/** Of those who are written to; the row of the side conversation is the caller's. @throws Problem invalid_input for `field` */
export async function refuseTooMany(tx: Tx, workspaceId: number, sideId: number, field: string): Promise<void> {
  const people = (await listSidePeople(tx, workspaceId, sideId)).filter(({ confirmed }) => confirmed);
  if (people.length > mostPeople) throw fieldProblem(field, 'too_many_people', `At most ${mostPeople} people can take part in a side conversation`);
}
