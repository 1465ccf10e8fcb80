import { sql } from 'kysely';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import type { IntakeInbox } from './intake.types.ts';

export async function readIntakeInbox(db: Queryable, workspaceId: number, inboxId: number): Promise<IntakeInbox> {
  const row = await db
    .selectFrom('inboxes')
    .select(['id', 'address', 'brand_id', 'team_id'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', inboxId)
    .executeTakeFirstOrThrow();
  return { id: row.id, address: row.address, brandId: row.brand_id, teamId: row.team_id };
}

/** A customer for a mail from which no sender can be read. */
export async function insertUnknownCustomer(tx: Tx, workspaceId: number, brandId: number): Promise<number> {
  const { id } = await tx.insertInto('customers').values({ workspace_id: workspaceId }).returning('id').executeTakeFirstOrThrow();
  await tx.insertInto('customer_brands').values({ workspace_id: workspaceId, customer_id: id, brand_id: brandId }).execute();
  return id;
}

export type AnswerTexts = { name: string; from_name: string; default_language: string; acknowledge: boolean; texts: { language: string; subject: string; body: string }[] };

export async function readAcknowledgement(db: Queryable, workspaceId: number, brandId: number): Promise<AnswerTexts> {
  const brand = await db
    .selectFrom('brands')
    .select(['name', 'from_name', 'default_language', 'acknowledge'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', brandId)
    .executeTakeFirstOrThrow();
  if (!brand.acknowledge) return { ...brand, texts: [] };
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
