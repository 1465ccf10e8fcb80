import { sql } from 'kysely';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import { json } from '../../platform/db/db.ts';
import type { Done } from './unapproved.rules.ts';

/** The fields that a request sets: by themselves, or along with a reply. */
const given = sql`coalesce(q.change -> 'fields', q.change #> '{reply,changes,fields}')`;

/** The rules of a field that said yes to what a ticket holds in it now; a yes to a status is of its own moment. Index: approval_requests_ticket. */
export async function approvedBefore(db: Queryable, workspaceId: number, ticketId: number, fields: Done['fields'] = {}): Promise<number[]> {
  const { rows } = await sql<{ rule: number }>`
    select distinct r.id as rule from approval_requests q
    join approval_rules r on r.workspace_id = q.workspace_id and r.id = any(q.satisfied) and r.guard in ('amount', 'choice')
    join custom_fields f on f.workspace_id = r.workspace_id and f.id = r.field_id
    where q.workspace_id = ${workspaceId} and q.ticket_id = ${ticketId} and q.state = 'approved' and q.problem is null and ${given} ? f.key and ${given} <@ ${json(fields)}`.execute(db);
  return rows.map(({ rule }) => rule);
}

export type MacroYes = { id: number; satisfied: number[] };

/**
 * What was approved of these macros for this agent on this ticket, and whose text has not gone out yet; nobody else takes it until the
 * commit. A macro without a text has been run with the yes. It runs out as a request of its rule does, counted from the answer.
 * @param repeated parts of a change: of a yes to one of them the program has done it already
 * Index: approval_requests_ticket.
 */
export async function findMacroYes(tx: Tx, workspaceId: number, { ticketId, agentId, macros, repeated, now }: { ticketId: number; agentId: number; macros: readonly number[]; repeated: readonly string[]; now: Date }): Promise<MacroYes[]> {
  const { rows } = await sql<MacroYes>`
    select q.id, y.satisfied from approval_requests q
    join approval_rules last on last.workspace_id = q.workspace_id and last.id = q.rule_id
    join lateral (
      select array_agg(r.id) as satisfied from approval_rules r
      where r.workspace_id = q.workspace_id and r.id = any(q.satisfied) and r.guard = 'macro' and r.macro_id = any(${[...macros]}::bigint[])
        and q.change -> 'macros' @> to_jsonb(r.macro_id) and exists (select from macro_texts x where x.workspace_id = r.workspace_id and x.macro_id = r.macro_id)) y on y.satisfied is not null
    where q.workspace_id = ${workspaceId} and q.ticket_id = ${ticketId} and q.requester_id = ${agentId} and q.state = 'approved' and q.problem is null and q.spent_message_id is null
      and q.ended_at + make_interval(hours => last.expires_after_hours) > ${now} and not q.change ?| ${[...repeated]}::text[]
    order by q.id for no key update of q`.execute(tx);
  return rows;
}

/** They let this message go, and no other; what is taken back lets them go again (delivery). */
export async function spendMacroYes(tx: Tx, workspaceId: number, requestIds: readonly number[], messageId: number): Promise<void> {
  await sql`update approval_requests set spent_message_id = ${messageId} where workspace_id = ${workspaceId} and id = any(${[...requestIds]}::bigint[])`.execute(tx);
}
