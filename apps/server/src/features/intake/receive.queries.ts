import { sql } from 'kysely';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import { weekOfBrand, type WeekHours } from '../calendars/index.ts';
import { knownCustomers, type FoundCustomer } from '../customers/index.ts';
import type { IntakeInbox } from './intake.types.ts';

export type Arriving = { inbox: IntakeInbox; blocked: boolean; /** Which of the given addresses mail comes in by, of whichever workspace here. */ ours: Set<string>; /** The message of ours that this mail is, come round. */ own: { id: number; ticket_id: number } | null; /** Whom of the given people the inbox's brand knows. */ known: FoundCustomer[] };

/** What must be known of a mail before anything is decided, in one round trip. `patterns`: see blockPatterns; `addresses`: of whom it names; `people`: who may be a customer. */
export async function readArriving(db: Queryable, workspaceId: number, inboxId: number, { patterns, messageId, addresses, people }: { patterns: string[]; messageId: string | null; addresses: string[]; people: string[] }): Promise<Arriving> {
  const { rows } = await sql<{ id: number; address: string; brand_id: number; team_id: number | null; acknowledge: boolean; blocked: boolean; ours: string[]; own_id: number | null; own_ticket: number | null; known: FoundCustomer[] }>`
    select i.id, i.address, i.brand_id, i.team_id, b.acknowledge,
      exists (select from block_list l where l.workspace_id = ${workspaceId} and l.pattern = any(${patterns}::text[])) as blocked,
      array(select a.address from identity.inbox_addresses a where a.address = any(${addresses}::text[])) as ours,
      m.id as own_id, m.ticket_id as own_ticket, ${knownCustomers(workspaceId, sql`i.brand_id`, people)} as known
    from inboxes i
    join brands b on b.workspace_id = i.workspace_id and b.id = i.brand_id
    left join lateral (select m.id, m.ticket_id from messages m where m.workspace_id = i.workspace_id and m.message_id = ${messageId}
      and m.direction = 'out' and m.kind <> 'note' limit 1) m on true
    where i.workspace_id = ${workspaceId} and i.id = ${inboxId}`.execute(db);
  const row = rows[0];
  if (!row) throw new Error('the inbox is gone');
  return {
    inbox: { id: row.id, address: row.address, brandId: row.brand_id, teamId: row.team_id, acknowledges: row.acknowledge },
    blocked: row.blocked,
    ours: new Set(row.ours),
    own: row.own_id !== null && row.own_ticket !== null ? { id: row.own_id, ticket_id: row.own_ticket } : null,
    known: row.known,
  };
}

/** A customer for a mail from which no sender can be read. */
export async function insertUnknownCustomer(tx: Tx, workspaceId: number, brandId: number): Promise<number> {
  const { id } = await tx.insertInto('customers').values({ workspace_id: workspaceId }).returning('id').executeTakeFirstOrThrow();
  await tx.insertInto('customer_brands').values({ workspace_id: workspaceId, customer_id: id, brand_id: brandId }).execute();
  return id;
}

export type AnswerTexts = { name: string; from_name: string; default_language: string; hours: WeekHours | null; texts: { language: string; subject: string; body: string }[] };

export async function readAcknowledgement(db: Queryable, workspaceId: number, brandId: number): Promise<AnswerTexts> {
  const brand = await db
    .selectFrom('brands as b')
    .select(['b.name', 'b.from_name', 'b.default_language', weekOfBrand.as('hours')])
    .where('b.workspace_id', '=', workspaceId)
    .where('b.id', '=', brandId)
    .executeTakeFirstOrThrow();
  const texts = await db
    .selectFrom('brand_texts')
    .select(['language', 'subject', 'body'])
    .where('workspace_id', '=', workspaceId)
    .where('brand_id', '=', brandId)
    .where('kind', '=', 'acknowledgement')
    .execute();
  return { ...brand, texts };
}

/**
 * Takes the one automatic answer that this correspondent may get in an hour from this inbox, below the inbox's own cap.
 * Of two at the same moment one waits in the unique key and then gets none.
 */
export async function takeAutomaticAnswer(tx: Tx, workspaceId: number, inboxId: number, address: string, capPerHour: number): Promise<boolean> {
  const { rows } = await sql`
    insert into automatic_answers (workspace_id, inbox_id, address, answered_at)
    select ${workspaceId}, ${inboxId}, ${address}, now()
    where (select count(*) from (select from automatic_answers where workspace_id = ${workspaceId} and inbox_id = ${inboxId}
      and answered_at > now() - interval '1 hour' limit ${capPerHour}) recent) < ${capPerHour}
    on conflict (workspace_id, inbox_id, address) do update set answered_at = excluded.answered_at
      where automatic_answers.answered_at <= now() - interval '1 hour'
    returning address`.execute(tx);
  return rows.length > 0;
}

/** Marks addresses to which this message could not be delivered for good; only those that it was sent to. */
export async function markBounced(tx: Tx, workspaceId: number, messageId: number, addresses: string[], status: string | null, at: Date): Promise<number> {
  const { rows } = await sql`
    update customer_addresses set bounced_at = ${at}, bounce_status = ${status}
    where workspace_id = ${workspaceId} and kind = 'email' and address = any(${addresses}::text[])
      and address in (select unnest(o.envelope_to) from outbox o where o.workspace_id = ${workspaceId} and o.message_id = ${messageId})
    returning id`.execute(tx);
  return rows.length;
}
