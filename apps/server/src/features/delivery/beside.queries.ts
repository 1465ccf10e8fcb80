import { sql } from 'kysely';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import type { DueTime, Within } from '../commitment-rows/index.ts';
import type { DoesAlong } from './along.schemas.ts';

export type Beside = { note: number | null; commitment: number | null; within: Within | null; escalation: number | null; telling: number | null; webhook: number | null };
type OfTicket = { ticketId: number; messageId: number };

/** What was written beside a message, as its own event keeps it. Index: events_timeline, from the end. */
export async function readBeside(tx: Tx, workspaceId: number, { ticketId, messageId }: OfTicket): Promise<Beside> {
  const { rows } = await sql<Beside>`
    select (data #>> '{beside,note}')::bigint as note, (data #>> '{beside,commitment}')::bigint as commitment, data #> '{beside,within}' as within,
      (data #>> '{beside,escalation}')::bigint as escalation, (data #>> '{beside,telling}')::bigint as telling, (data #>> '{beside,does,webhook}')::bigint as webhook from events
    where workspace_id = ${workspaceId} and ticket_id = ${ticketId} and message_id = ${messageId} and type = 'message.added' order by id desc limit 1`.execute(tx);
  return rows[0] ?? { note: null, commitment: null, within: null, escalation: null, telling: null, webhook: null };
}

export type Along = { note: string | null; promise: string | null; within: Within | null; question: string | null; webhook: number | null; macros: number[] | null; does: DoesAlong | null };

/** What went back with a message, in the words that it stands in, what else it did, and the macros that it came from. Index: events_timeline, from the end, then primary keys. */
export async function readAlong(db: Queryable, workspaceId: number, { ticketId, messageId }: OfTicket): Promise<Along | null> {
  const { rows } = await sql<Along>`
    select n.text as note, k.text as promise, x.question, (c.data #>> '{beside,webhook}')::bigint as webhook, a.data #> '{beside,within}' as within, a.data #> '{beside,macros}' as macros, a.data #> '{beside,does}' as does
    from (select data from events where workspace_id = ${workspaceId} and ticket_id = ${ticketId} and message_id = ${messageId} and type = 'message.added' order by id desc limit 1) a
    left join (select data from events where workspace_id = ${workspaceId} and ticket_id = ${ticketId} and message_id = ${messageId} and type = 'message.cancelled' order by id desc limit 1) c on true
    left join messages n on n.workspace_id = ${workspaceId} and n.ticket_id = ${ticketId} and n.id = (c.data #>> '{beside,note}')::bigint
    left join commitments k on k.workspace_id = ${workspaceId} and k.ticket_id = ${ticketId} and k.id = (c.data #>> '{beside,commitment}')::bigint
    left join escalations x on x.workspace_id = ${workspaceId} and x.ticket_id = ${ticketId} and x.id = (c.data #>> '{beside,escalation}')::bigint`.execute(db);
  return rows[0] ?? null;
}

/** Nothing but its message has said it to the customer: it was not moved, and they have not answered to it. Index: commitment_moves_of. */
export const saidByItsMessageAlone = sql`agreed_at is null and proposed_at is null
  and not exists (select from commitment_moves v where v.workspace_id = commitments.workspace_id and v.commitment_id = commitments.id)`;

/** Another time for an open promise that nothing but its message has said. @returns when it was due; null where it stays. Primary key. */
export async function putOffCommitment(tx: Tx, workspaceId: number, id: number, { due_at, nextAt }: Pick<DueTime, 'due_at'> & { nextAt: Date | null }): Promise<Date | null> {
  const { rows } = await sql<{ was: Date }>`
    with before as (select id, due_at from commitments where workspace_id = ${workspaceId} and id = ${id} for no key update)
    update commitments set due_at = ${due_at}::timestamptz, next_at = ${nextAt}::timestamptz, warned_at = null
    from before where workspace_id = ${workspaceId} and commitments.id = before.id and state = 'open' and commitments.due_at <> ${due_at}::timestamptz and ${saidByItsMessageAlone}
    returning before.due_at as was`.execute(tx);
  return rows[0]?.was ?? null;
}

/** Another time for what a webhook has not been told. Index: the key of an event's deliveries. */
export async function putOffTelling(tx: Tx, workspaceId: number, { webhook, telling }: { webhook: number; telling: number }, at: Date): Promise<void> {
  await sql`
    update webhook_deliveries set next_attempt_at = ${at}, created_at = ${at}
    where workspace_id = ${workspaceId} and webhook_id = ${webhook} and event_id = ${telling} and state = 'waiting' and attempts = 0`.execute(tx);
}

/** The soonest promise on the ticket's row anew, and on that of each it was merged into. Indexes: commitments_ticket, tickets_merged. */
export async function refreshPromiseUpwards(tx: Tx, workspaceId: number, ticketId: number): Promise<void> {
  await sql`
    with recursive up as (
      select id, merged_into, 0 as depth from tickets where workspace_id = ${workspaceId} and id = ${ticketId}
      union all
      select t.id, t.merged_into, up.depth + 1 from up join tickets t on t.workspace_id = ${workspaceId} and t.id = up.merged_into where up.depth < 10),
    whole as (
      select id as top, id, 0 as depth from up
      union all
      select w.top, t.id, w.depth + 1 from whole w join tickets t on t.workspace_id = ${workspaceId} and t.merged_into = w.id where w.depth < 10)
    update tickets x set promise_due_at = (
      select min(c.due_at) from commitments c where c.workspace_id = ${workspaceId} and c.ticket_id in (select w.id from whole w where w.top = x.id) and c.state in ('open', 'broken'))
    where x.workspace_id = ${workspaceId} and x.id in (select id from up)`.execute(tx);
}
