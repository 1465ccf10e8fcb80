import { sql } from 'kysely';
import type { Actor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';

type Mail = { ticketId: number; brandId: number; messageId: number };

/**
 * What a macro wrote beside a reply goes back with it: its note was for a reply that nobody got, and nothing was promised to
 * anybody. A promise that is over already stays as it is. The caller holds the ticket's row. Indexes: events_timeline, from the end; approval_requests_ticket.
 * @returns how many messages went back
 */
export async function takeBackBeside(tx: Tx, actor: Actor, { ticketId, brandId, messageId }: Mail): Promise<number> {
  const { workspaceId } = actor.scope;
  const { rows } = await sql<{ note: number | null; commitment: number | null }>`
    select (data #>> '{beside,note}')::bigint as note, (data #>> '{beside,commitment}')::bigint as commitment from events
    where workspace_id = ${workspaceId} and ticket_id = ${ticketId} and message_id = ${messageId} and type = 'message.added' order by id desc limit 1`.execute(tx);
  const { note = null, commitment = null } = rows[0] ?? {};
  // What was approved for this message and no other is approved again.
  await sql`update approval_requests set spent_message_id = null where workspace_id = ${workspaceId} and ticket_id = ${ticketId} and spent_message_id = ${messageId}`.execute(tx);
  const by = actor.type === 'agent' ? actor.id : null;
  if (commitment !== null && (await withdraw(tx, workspaceId, { ticketId, commitment, by })))
    await appendEvent(tx, actor, { type: 'commitment.withdrawn', ticketId, brandId, data: { commitment } });
  if (note === null || !(await hideNote(tx, workspaceId, note))) return 0;
  await appendEvent(tx, actor, { type: 'message.cancelled', ticketId, brandId, messageId: note, data: { note: true } });
  return 1;
}

async function hideNote(tx: Tx, workspaceId: number, note: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update messages set taken_back_at = now() where workspace_id = ${workspaceId} and id = ${note} and taken_back_at is null`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

/** With the soonest promise on the ticket's row anew, and on that of each it was merged into. Indexes: commitments_ticket, tickets_merged. */
async function withdraw(tx: Tx, workspaceId: number, { ticketId, commitment, by }: { ticketId: number; commitment: number; by: number | null }): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update commitments set state = 'withdrawn', withdrawn_at = now(), withdrawn_by = ${by}::bigint, next_at = null, proposed_at = null, proposed_due = null, proposed_text = null
    where workspace_id = ${workspaceId} and id = ${commitment} and state in ('open', 'broken')`.execute(tx);
  if ((numAffectedRows ?? 0n) === 0n) return false;
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
  return true;
}
