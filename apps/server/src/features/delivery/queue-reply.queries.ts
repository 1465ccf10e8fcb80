import { sql } from 'kysely';
import { json, type Queryable, type Tx } from '../../platform/db/db.ts';
import type { WeekHours } from '../workspaces/index.ts';
import type { MailAddress, QueuedMail } from './delivery.types.ts';
import type { Taker } from './reply.rules.ts';

export type ReplyTicket = {
  id: number; number: number; subject: string; language: string | null; brand_id: number; inbox_id: number | null;
  brand_name: string; from_name: string; default_language: string; hours: WeekHours | null;
};

export async function readReplyTicket(db: Queryable, workspaceId: number, ticketId: number): Promise<ReplyTicket | undefined> {
  const row = await db
    .selectFrom('tickets as t')
    .innerJoin('brands as b', (join) => join.onRef('b.workspace_id', '=', 't.workspace_id').onRef('b.id', '=', 't.brand_id'))
    .innerJoin('identity.workspaces as w', 'w.id', 't.workspace_id')
    .select(['t.id', 't.number', 't.subject', 't.language', 't.brand_id', 't.inbox_id', 'b.name as brand_name', 'b.from_name', 'b.default_language', 'w.hours'])
    .where('t.workspace_id', '=', workspaceId)
    .where('t.id', '=', ticketId)
    .executeTakeFirst();
  return row && { ...row, hours: row.hours as WeekHours | null }; // written through its schema only
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

/** Which of these are addresses that mail comes in by, of whichever workspace here. */
export async function findOurAddresses(db: Queryable, addresses: string[]): Promise<Set<string>> {
  if (addresses.length === 0) return new Set();
  const rows = await db.selectFrom('identity.inbox_addresses').select('address').where('address', 'in', addresses).execute();
  return new Set(rows.map(({ address }) => address));
}

export type ThreadEntry = { id: number; direction: 'in' | 'out'; message_id: string; automatic: string | null };

/** The public messages that have a Message-ID, newest first: for References and In-Reply-To. */
export async function readThread(db: Queryable, workspaceId: number, ticketId: number, before: number): Promise<ThreadEntry[]> {
  const rows = await db
    .selectFrom('messages')
    .select(['id', 'direction', 'message_id', 'automatic'])
    .where('workspace_id', '=', workspaceId)
    .where('ticket_id', '=', ticketId)
    .where('id', '<', before)
    .where('kind', '=', 'public')
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
    .where('kind', '=', 'public')
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
      subject: mail.subject,
    })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', messageId)
    .execute();
}

export type NewOutboxRow = {
  workspaceId: number; ticketId: number; brandId: number; inboxId: number | null; messageId: number; kind: 'reply' | 'acknowledgement';
  mailMessageId: string; mail: QueuedMail; envelopeTo: string[]; delaySeconds: number; sendAt: Date | null; createdBy: number | null;
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
