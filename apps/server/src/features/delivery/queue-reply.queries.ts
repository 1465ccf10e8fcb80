import { sql } from 'kysely';
import { json, type Queryable, type Tx } from '../../platform/db/db.ts';
import { weekOfBrand, type WeekHours } from '../calendars/index.ts';
import type { MailAddress, OutboxKind, QueuedMail } from './delivery.types.ts';
import type { Taker } from './reply.rules.ts';

export type ReplyTicket = {
  id: number; number: number; subject: string; language: string | null; brand_id: number; inbox_id: number | null;
  brand_name: string; from_name: string; default_language: string; hours: WeekHours | null;
};

export async function readReplyTicket(db: Queryable, workspaceId: number, ticketId: number): Promise<ReplyTicket | undefined> {
  return db
    .selectFrom('tickets as t')
    .innerJoin('brands as b', (join) => join.onRef('b.workspace_id', '=', 't.workspace_id').onRef('b.id', '=', 't.brand_id'))
    .select(['t.id', 't.number', 't.subject', 't.language', 't.brand_id', 't.inbox_id', 'b.name as brand_name', 'b.from_name', 'b.default_language', weekOfBrand.as('hours')])
    .where('t.workspace_id', '=', workspaceId)
    .where('t.id', '=', ticketId)
    .executeTakeFirst();
}

/** The ticket's own inbox while it is in use, else the brand's first. */
export async function findReplyInbox(db: Queryable, workspaceId: number, ticket: { brand_id: number; inbox_id: number | null }): Promise<{ id: number; address: string } | undefined> {
  return db
    .selectFrom('inboxes')
    .select(['id', 'address'])
    .where('workspace_id', '=', workspaceId)
    .where('active', '=', true)
    .where((eb) => eb.or([eb('id', '=', ticket.inbox_id ?? 0), eb('brand_id', '=', ticket.brand_id)]))
    .orderBy(sql`case when id = ${ticket.inbox_id ?? 0} then 0 else 1 end`)
    .orderBy('id')
    .executeTakeFirst();
}

export async function readTakers(db: Queryable, workspaceId: number, ticketId: number): Promise<Taker[]> {
  return db
    .selectFrom('participants')
    .select(['address', 'name', 'role', 'confirmed'])
    .where('workspace_id', '=', workspaceId)
    .where('ticket_id', '=', ticketId)
    .orderBy('id')
    .execute();
}

/**
 * Whoever opened a ticket by telephone takes part from the first mail on that can reach them: they may have an e-mail address
 * by now. Nobody, when they have none or take part already. Indexes: primary keys, customers_person, customer_addresses_customer.
 */
export async function adoptRequester(tx: Tx, workspaceId: number, ticketId: number): Promise<Taker[]> {
  const { rows } = await sql<Taker>`
    insert into participants (workspace_id, ticket_id, customer_id, address, name, role, confirmed)
    select ${workspaceId}, t.id, a.customer_id, a.address, p.name, 'requester', true
    from tickets t
    join customers c on c.workspace_id = t.workspace_id and c.id = t.requester_id
    join customers p on p.workspace_id = c.workspace_id and p.id = coalesce(c.person_id, c.id)
    cross join lateral (
      select a.customer_id, a.address from customer_addresses a
      where a.workspace_id = ${workspaceId} and a.kind = 'email'
        and a.customer_id in (select p.id union all select m.id from customers m where m.workspace_id = ${workspaceId} and m.person_id = p.id)
      order by a.customer_id = p.id desc, a.is_primary desc, a.id limit 1) a
    where t.workspace_id = ${workspaceId} and t.id = ${ticketId}
    on conflict (workspace_id, ticket_id, address) do nothing
    returning address, name, role, confirmed`.execute(tx);
  return rows;
}

/** Which of these are addresses that mail comes in by, of whichever workspace here. */
export async function findOurAddresses(db: Queryable, addresses: string[]): Promise<Set<string>> {
  if (addresses.length === 0) return new Set();
  const rows = await db.selectFrom('identity.inbox_addresses').select('address').where('address', 'in', addresses).execute();
  return new Set(rows.map(({ address }) => address));
}

export type ThreadEntry = { id: number; direction: 'in' | 'out'; message_id: string; automatic: string | null };

/** The messages of the ticket's public thread, or of a side conversation, that have a Message-ID, newest first: for References and In-Reply-To. */
export async function readThread(db: Queryable, workspaceId: number, of: { ticketId: number } | { sideId: number }, before: number): Promise<ThreadEntry[]> {
  const rows = await db
    .selectFrom('messages')
    .select(['id', 'direction', 'message_id', 'automatic'])
    .where('workspace_id', '=', workspaceId)
    .where((eb) => ('sideId' in of ? eb('side_id', '=', of.sideId) : eb.and([eb('ticket_id', '=', of.ticketId), eb('kind', '=', 'public')])))
    .where('id', '<', before)
    .where('message_id', 'is not', null)
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
  return rows.flatMap((row) => (row.message_id === null ? [] : [{ ...row, message_id: row.message_id }]));
}

export type ReplyMessage = { id: number; ticket_id: number; author_type: 'agent' | 'customer' | 'system'; author_id: number | null; message_id: string | null; subject: string };

export async function readReplyMessage(db: Queryable, workspaceId: number, messageId: number): Promise<ReplyMessage | undefined> {
  return db
    .selectFrom('messages')
    .select(['id', 'ticket_id', 'author_type', 'author_id', 'message_id', 'subject'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', messageId)
    .where('kind', '<>', 'note')
    .where('direction', '=', 'out')
    .executeTakeFirst();
}

export type Signatures = { agent: { name: string; signature: string } | undefined; brand: { language: string; body: string } | undefined };

export async function readSignatures(db: Queryable, workspaceId: number, brandId: number, languages: string[], agentId: number | null): Promise<Signatures> {
  const texts = await db
    .selectFrom('brand_texts')
    .select(['language', 'body'])
    .where('workspace_id', '=', workspaceId)
    .where('brand_id', '=', brandId)
    .where('kind', '=', 'signature')
    .where('language', 'in', languages.length ? languages : ['en'])
    .execute();
  const agent = agentId === null ? undefined : await db.selectFrom('agents').select(['name', 'signature']).where('workspace_id', '=', workspaceId).where('id', '=', agentId).executeTakeFirst();
  const brand = languages.map((language) => texts.find((text) => text.language === language)).find((text) => text !== undefined);
  return { agent, brand };
}

/** Writes on the message what the mail says, so that the timeline shows it as it goes out. */
export async function addressMessage(tx: Tx, workspaceId: number, messageId: number, mail: QueuedMail, mailMessageId: string): Promise<void> {
  await tx
    .updateTable('messages')
    .set({
      message_id: mailMessageId,
      in_reply_to: mail.in_reply_to,
      from_name: mail.from.name,
      from_address: mail.from.address,
      recipients_to: json<MailAddress[]>(mail.to),
      recipients_cc: json<MailAddress[]>(mail.cc),
      recipients_bcc: json<MailAddress[]>(mail.bcc ?? []),
      subject: mail.subject,
    })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', messageId)
    .execute();
}

export type NewOutboxRow = {
  workspaceId: number; ticketId: number; brandId: number; inboxId: number | null; messageId: number; kind: OutboxKind;
  mailMessageId: string; mail: QueuedMail; envelopeTo: string[]; delaySeconds: number; sendAt: Date | null; unlessAnswered: boolean; createdBy: number | null;
};

export async function insertOutbox(tx: Tx, row: NewOutboxRow): Promise<number> {
  const { id } = await tx
    .insertInto('outbox')
    .values({
      workspace_id: row.workspaceId,
      ticket_id: row.ticketId,
      brand_id: row.brandId,
      inbox_id: row.inboxId,
      message_id: row.messageId,
      kind: row.kind,
      mail_message_id: row.mailMessageId,
      mail: json(row.mail),
      envelope_to: row.envelopeTo,
      status: 'queued',
      // The database's clock is the one that all nodes share.
      next_attempt_at: row.sendAt ?? sql<Date>`now() + make_interval(secs => ${row.delaySeconds})`,
      scheduled_for: row.sendAt,
      unless_answered: row.unlessAnswered,
      created_by: row.createdBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function databaseNow(db: Queryable): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select now() as now`.execute(db);
  return rows[0]?.now as Date; // a select without a table always has its row
}
