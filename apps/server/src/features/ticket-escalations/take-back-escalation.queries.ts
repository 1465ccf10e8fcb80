import { sql } from 'kysely';
import { systemActor, type Actor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';

type Standing = {
  kind: 'functional' | 'hierarchical'; target: string; previous_id: number | null;
  assignee_id: number | null; team_id: number | null;
  /** Whose it was, as far as they may still have it. */
  back_to: number | null; back_in: number | null;
};

/**
 * Takes back an escalation that went along with a message which nobody got: the ticket is whose it was, and what had been passed
 * on by it is open again. Not once somebody has acted on it: it is over, or was passed on, or somebody took the ticket or gave it
 * to another. Whom the program has handed it to meanwhile has not. The caller holds the ticket's row.
 * @returns whether it went back
 */
export async function takeBackEscalation(tx: Tx, actor: Actor, { ticketId, brandId, escalation }: { ticketId: number; brandId: number; escalation: number }): Promise<boolean> {
  const { workspaceId } = actor.scope;
  const found = await findUntouched(tx, workspaceId, ticketId, escalation);
  if (!found) return false;
  const { kind, target, previous_id: previous, assignee_id: assignee, team_id: team, back_to: to, back_in: into } = found;
  const by = actor.type === 'agent' ? actor : systemActor(workspaceId);
  const changes = { ...(assignee !== to && { assignee: { from: assignee, to } }), ...(team !== into && { team: { from: team, to: into } }) };
  if (kind === 'functional' && Object.keys(changes).length > 0) {
    await sql`update tickets set assignee_id = ${to}, team_id = ${into}, updated_at = now() where workspace_id = ${workspaceId} and id = ${ticketId}`.execute(tx);
    await appendEvent(tx, by, { type: 'ticket.updated', ticketId, brandId, data: { escalation, changes } });
  }
  await sql`update escalations set state = 'withdrawn', over_at = now(), over_by = ${by.id} where workspace_id = ${workspaceId} and id = ${escalation}`.execute(tx);
  if (previous !== null) await sql`update escalations set state = 'open', over_at = null where workspace_id = ${workspaceId} and id = ${previous} and state = 'passed_on'`.execute(tx);
  await sql`
    update tickets t set escalated_at = o.since, needed_tier = o.tier from (
      select min(created_at) as since, max(tier) as tier from escalations where workspace_id = ${workspaceId} and ticket_id = ${ticketId} and state = 'open') o
    where t.workspace_id = ${workspaceId} and t.id = ${ticketId}`.execute(tx);
  await appendEvent(tx, by, { type: 'escalation.withdrawn', ticketId, brandId, data: { escalation, kind, target, tell: [] } });
  return true;
}

/** Open, and nobody has moved the ticket since. Indexes: the escalation's key; events_timeline, of one ticket. */
async function findUntouched(tx: Tx, workspaceId: number, ticketId: number, escalation: number): Promise<Standing | null> {
  const { rows } = await sql<Standing>`
    select x.kind, x.target, x.previous_id, t.assignee_id, t.team_id,
      (select a.id from agents a where a.workspace_id = x.workspace_id and a.id = x.from_agent_id and a.active and a.role not in ('viewer', 'client')
        and (a.all_brands or exists (select from agent_brands b where b.workspace_id = a.workspace_id and b.agent_id = a.id and b.brand_id = t.brand_id))) as back_to,
      case when x.from_team_id is null or exists (
          select from teams m join brands b on b.workspace_id = m.workspace_id and b.id = t.brand_id
          where m.workspace_id = x.workspace_id and m.id = x.from_team_id and m.archived_at is null and (b.team_ids is null or m.id = any(b.team_ids)))
        then x.from_team_id else t.team_id end as back_in
    from escalations x
    join tickets t on t.workspace_id = x.workspace_id and t.id = x.ticket_id and t.status <> 'closed' and t.merged_into is null
    where x.workspace_id = ${workspaceId} and x.id = ${escalation} and x.ticket_id = ${ticketId} and x.state = 'open'
      and not exists (
        select from events made join events e on e.workspace_id = made.workspace_id and e.ticket_id = made.ticket_id and e.id > made.id
        where made.workspace_id = ${workspaceId} and made.ticket_id = ${ticketId} and made.type = 'escalation.made' and (made.data ->> 'escalation')::bigint = x.id
          and e.type = 'ticket.updated' and e.actor_type = 'agent' and e.data -> 'changes' ?| array['assignee', 'team'])
    for no key update of x`.execute(tx);
  return rows[0] ?? null;
}
