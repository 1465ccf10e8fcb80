import { sql } from 'kysely';
import type { Sealer } from '../../platform/auth/sealer.ts';
import { json, type Tx } from '../../platform/db/db.ts';
import { issueLink } from './link-tokens.ts';
import { linkWords } from './link-words.ts';

type Tools = { sealer: Sealer; publicUrl: string };
type Wanted = { workspaceId: number; ticketId: number; messageId: number; /** This one, also where its link has gone out before. */ commitmentId?: number };

/**
 * Puts the link to the newest promise that the customer has had no link to into a mail that waits to be sent; nothing
 * happens where there is none, or where the mail has gone. Indexes: commitments_ticket, outbox_message.
 */
export async function linkNewestPromise(tx: Tx, { sealer, publicUrl }: Tools, { workspaceId, ticketId, messageId, commitmentId }: Wanted, now: Date): Promise<void> {
  const { rows } = await sql<{ id: number; due_at: Date; outbox_id: number; language: string | null }>`
    select c.id, c.due_at, o.id as outbox_id, o.mail ->> 'language' as language
    from commitments c join outbox o on o.workspace_id = c.workspace_id and o.message_id = ${messageId} and o.kind = 'reply' and o.status = 'queued'
    where c.workspace_id = ${workspaceId} and c.state in ('open', 'broken')
      and ${commitmentId === undefined ? sql`c.ticket_id = ${ticketId} and c.linked_at is null` : sql`c.id = ${commitmentId}`}
    order by c.id desc limit 1 for no key update of o`.execute(tx);
  const [found] = rows;
  if (!found) return;
  const promise = { words: linkWords(found.language), url: issueLink(sealer, publicUrl, { workspaceId, commitmentId: found.id }, found.due_at) };
  await sql`update outbox set mail = mail || ${json({ promise })} where workspace_id = ${workspaceId} and id = ${found.outbox_id}`.execute(tx);
  await sql`update commitments set linked_at = ${now} where workspace_id = ${workspaceId} and id = ${found.id}`.execute(tx);
}
