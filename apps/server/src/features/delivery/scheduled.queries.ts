import { sql } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';
import type { ChangedOutbox } from './outbox.queries.ts';

/** Nobody merges deeper than this; it bounds what a loop could cost. */
const deepest = 10;

/** From now on somebody who writes on the ticket, or on what it was merged into, may stop a mail. */
export async function letAnswersStopMail(tx: Tx, workspaceId: number, ticketId: number): Promise<void> {
  await sql`with recursive up as (
      select id, merged_into, 0 as depth from tickets where workspace_id = ${workspaceId} and id = ${ticketId}
      union all
      select t.id, t.merged_into, up.depth + 1 from up
      join tickets t on t.workspace_id = ${workspaceId} and t.id = up.merged_into where up.depth < ${sql.lit(deepest)})
    update tickets set answer_stops_mail = true where workspace_id = ${workspaceId} and id in (select id from up) and not answer_stops_mail`.execute(tx);
}

export type StoppedMail = ChangedOutbox & { created_by: number | null };

/** Cancels what was to go out to the customer only if nobody answered, of a ticket and of what was merged into it. Indexes: tickets_merged, outbox_unless_answered. */
export async function stopAnsweredMail(tx: Tx, workspaceId: number, ticketId: number): Promise<StoppedMail[]> {
  const { rows } = await sql<StoppedMail>`
    with recursive whole as (
      select ${ticketId}::bigint as id, 0 as depth
      union all
      select t.id, whole.depth + 1 from whole
      join tickets t on t.workspace_id = ${workspaceId} and t.merged_into = whole.id where whole.depth < ${sql.lit(deepest)}
    ), flag as (
      update tickets set answer_stops_mail = false where workspace_id = ${workspaceId} and id = ${ticketId})
    update outbox set status = 'cancelled', cancel_reason = 'answered', next_attempt_at = null, locked_until = null
    where workspace_id = ${workspaceId} and ticket_id in (select id from whole) and unless_answered and status = 'queued' and accepted = '{}' and kind <> 'side'
    returning id, ticket_id, brand_id, message_id, created_by`.execute(tx);
  return rows;
}

/** The same of one side conversation, whose answers are its own. Indexes: messages_side, outbox_unless_answered. */
export async function stopAnsweredSideMail(tx: Tx, workspaceId: number, sideId: number): Promise<StoppedMail[]> {
  const { rows } = await sql<StoppedMail>`
    update outbox o set status = 'cancelled', cancel_reason = 'answered', next_attempt_at = null, locked_until = null
    where o.workspace_id = ${workspaceId} and o.unless_answered and o.status = 'queued' and o.accepted = '{}' and o.kind = 'side'
      and o.ticket_id in (select m.ticket_id from messages m where m.workspace_id = ${workspaceId} and m.side_id = ${sideId})
      and o.message_id in (select m.id from messages m where m.workspace_id = ${workspaceId} and m.side_id = ${sideId})
    returning o.id, o.ticket_id, o.brand_id, o.message_id, o.created_by`.execute(tx);
  return rows;
}

/** Another time for what waits for its time; null sends it now. Null when it does not wait any more. */
export async function rescheduleRow(tx: Tx, workspaceId: number, id: number, { sendAt, unlessAnswered }: { sendAt: Date | null; unlessAnswered: boolean }): Promise<ChangedOutbox | null> {
  const { rows } = await sql<ChangedOutbox>`
    update outbox set scheduled_for = ${sendAt}::timestamptz, unless_answered = ${unlessAnswered} and ${sendAt}::timestamptz is not null,
      next_attempt_at = coalesce(${sendAt}::timestamptz, now()),
      mail = jsonb_set(mail, '{date}', to_jsonb(to_char(coalesce(${sendAt}::timestamptz, now()) at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')))
    where workspace_id = ${workspaceId} and id = ${id} and status = 'queued' and attempts = 0 and scheduled_for is not null
    returning id, ticket_id, brand_id, message_id`.execute(tx);
  return rows[0] ?? null;
}
