import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import { json, type Queryable, type Tx } from '../../platform/db/db.ts';
import { brandVisible } from '../../platform/db/scope.ts';
import type { TicketStatus } from '../tickets/index.ts';
import type { Source } from './facts.ts';
import type { EscalationKind, EscalationState, EscalationTarget } from './escalation.rules.ts';

/** What a ticket's list shows. */
const mostShown = 20;

type Named<Who extends string> = Record<`${Who}_id`, number | null> & Record<`${Who}_name`, string | null>;

export type EscalationRow = Named<'team' | 'owner' | 'from_agent' | 'from_team' | 'maker' | 'ender'> & {
  id: number;
  ticket_id: number;
  ticket_number: number;
  kind: EscalationKind;
  target: EscalationTarget;
  tier: number | null;
  known: string;
  tried: string;
  promised: string;
  sources: Source[];
  question: string;
  state: EscalationState;
  previous_id: number | null;
  message_id: number | null;
  created_at: Date;
  over_at: Date | null;
  explanation: string | null;
};

const columns = sql`x.id, x.ticket_id, t.number as ticket_number, x.kind, x.target, x.tier, x.known, x.tried, x.promised, x.sources, x.question, x.state, x.previous_id, x.message_id,
  x.created_at, x.over_at, x.explanation, x.team_id, tm.name as team_name, x.owner_id, o.name as owner_name, x.from_agent_id, fa.name as from_agent_name,
  x.from_team_id, ft.name as from_team_name, x.made_by as maker_id, mb.name as maker_name, x.over_by as ender_id, ob.name as ender_name`;
const person = (alias: string, column: string) => sql`left join agents ${sql.ref(alias)} on ${sql.ref(`${alias}.workspace_id`)} = x.workspace_id and ${sql.ref(`${alias}.id`)} = ${sql.ref(`x.${column}`)}`;
const team = (alias: string, column: string) => sql`left join teams ${sql.ref(alias)} on ${sql.ref(`${alias}.workspace_id`)} = x.workspace_id and ${sql.ref(`${alias}.id`)} = ${sql.ref(`x.${column}`)}`;
const joins = sql`
  join tickets t on t.workspace_id = x.workspace_id and t.id = x.ticket_id
  ${team('tm', 'team_id')} ${team('ft', 'from_team_id')} ${person('o', 'owner_id')} ${person('fa', 'from_agent_id')} ${person('mb', 'made_by')} ${person('ob', 'over_by')}`;

/** What is open first, then the newest. Index: escalations_ticket. */
export async function listEscalations(db: Queryable, workspaceId: number, ticketId: number): Promise<EscalationRow[]> {
  const { rows } = await sql<EscalationRow>`
    select ${columns} from escalations x ${joins}
    where x.workspace_id = ${workspaceId} and x.ticket_id = ${ticketId}
    order by x.state = 'open' desc, x.id desc limit ${sql.lit(mostShown)}`.execute(db);
  return rows;
}

export async function findEscalation(db: Queryable, workspaceId: number, ticketId: number, id: number, { lock = false } = {}): Promise<EscalationRow | null> {
  const { rows } = await sql<EscalationRow>`
    select ${columns} from escalations x ${joins}
    where x.workspace_id = ${workspaceId} and x.id = ${id} and x.ticket_id = ${ticketId} ${lock ? sql`for no key update of x` : sql``}`.execute(db);
  return rows[0] ?? null;
}

/** The open one of a kind. Index: escalations_open. */
export async function findOpen(tx: Tx, workspaceId: number, ticketId: number, kind: EscalationKind): Promise<{ id: number; target: EscalationTarget; tier: number | null; owner_id: number | null } | null> {
  const { rows } = await sql<{ id: number; target: EscalationTarget; tier: number | null; owner_id: number | null }>`
    select id, target, tier, owner_id from escalations where workspace_id = ${workspaceId} and ticket_id = ${ticketId} and kind = ${kind} and state = 'open' for no key update`.execute(tx);
  return rows[0] ?? null;
}

export type OwnEscalationRow = EscalationRow & { subject: string; status: TicketStatus; requester_name: string; brand_id: number; brand_name: string; brand_color: string };

/** Open ones of tickets that are not solved, the oldest first; what waits for any lead is everyone's who leads. Index: escalations_owner. */
export async function listOwn(db: Queryable, scope: Scope, owner: { id: number; leads: boolean } | null | undefined, page: { after: number; limit: number }): Promise<OwnEscalationRow[]> {
  const { rows } = await sql<OwnEscalationRow>`
    select ${columns}, t.subject, t.status, c.name as requester_name, b.id as brand_id, b.name as brand_name, b.color as brand_color
    from escalations x ${joins}
    join customers c on c.workspace_id = t.workspace_id and c.id = t.requester_id
    join brands b on b.workspace_id = t.workspace_id and b.id = t.brand_id
    where x.workspace_id = ${scope.workspaceId} and x.state = 'open' and t.folder = 'inbox' and t.merged_into is null and t.status not in ('solved', 'closed') and ${brandVisible(scope, sql`t.brand_id`)}
      ${owner === undefined ? sql`` : owner === null ? sql`and x.owner_id is null` : owner.leads ? sql`and (x.owner_id = ${owner.id} or (x.owner_id is null and x.kind = 'hierarchical'))` : sql`and x.owner_id = ${owner.id}`} and x.id > ${page.after}
    order by x.id limit ${sql.lit(page.limit)}`.execute(db);
  return rows;
}

export type NewEscalation = {
  ticketId: number;
  kind: EscalationKind;
  target: EscalationTarget;
  tier: number | null;
  teamId: number | null;
  ownerId: number | null;
  fromAgentId: number | null;
  fromTeamId: number | null;
  known: string;
  tried: string;
  promised: string;
  sources: readonly Source[];
  question: string;
  previousId: number | null;
  madeBy: number | null;
};

export async function insertEscalation(tx: Tx, workspaceId: number, row: NewEscalation, now: Date): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into escalations (workspace_id, ticket_id, kind, target, tier, team_id, owner_id, from_agent_id, from_team_id, known, tried, promised, sources, question, previous_id, made_by, created_at)
    values (${workspaceId}, ${row.ticketId}, ${row.kind}, ${row.target}, ${row.tier}, ${row.teamId}, ${row.ownerId}, ${row.fromAgentId}, ${row.fromTeamId},
      ${row.known}, ${row.tried}, ${row.promised}, ${json(row.sources)}, ${row.question}, ${row.previousId}, ${row.madeBy}, ${now}) returning id`.execute(tx);
  return rows[0]!.id; // an insert without a condition answers its row
}

export async function noteTold(tx: Tx, workspaceId: number, id: number, messageId: number): Promise<void> {
  await sql`update escalations set message_id = ${messageId} where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

export async function passOn(tx: Tx, workspaceId: number, id: number, now: Date): Promise<void> {
  await sql`update escalations set state = 'passed_on', over_at = ${now} where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

/** The one that had been passed on is open again. */
export async function reopenPrevious(tx: Tx, workspaceId: number, id: number): Promise<void> {
  await sql`update escalations set state = 'open', over_at = null where workspace_id = ${workspaceId} and id = ${id} and state = 'passed_on'`.execute(tx);
}

export async function endEscalation(tx: Tx, workspaceId: number, id: number, { state, by, explanation, now }: { state: EscalationState; by: number | null; explanation: string | null; now: Date }): Promise<void> {
  await sql`update escalations set state = ${state}, over_at = ${now}, over_by = ${by}, explanation = ${explanation} where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

/** What the ticket itself holds of its open escalations. Index: escalations_open. */
export async function refreshEscalated(tx: Tx, workspaceId: number, ticketId: number): Promise<void> {
  await sql`
    update tickets t set escalated_at = o.since, needed_tier = o.tier from (
      select min(created_at) as since, max(tier) as tier from escalations where workspace_id = ${workspaceId} and ticket_id = ${ticketId} and state = 'open') o
    where t.workspace_id = ${workspaceId} and t.id = ${ticketId}`.execute(tx);
}

/** Who may work on the brand's tickets from a tier on, in a team or anywhere, at most 50; and whether the team hands its tickets out. */
export async function findTakers(db: Queryable, workspaceId: number, { brandId, teamId, tier }: { brandId: number; teamId: number | null; tier: number }): Promise<{ ids: number[]; pushes: boolean }> {
  const { rows } = await sql<{ ids: number[]; pushes: boolean }>`
    select array(
        select a.id from agents a where a.workspace_id = ${workspaceId} and a.active and a.role not in ('viewer', 'client') and a.tier >= ${tier}
          and (a.all_brands or exists (select from agent_brands b where b.workspace_id = a.workspace_id and b.agent_id = a.id and b.brand_id = ${brandId}))
          and (${teamId}::bigint is null or exists (select from team_members m where m.workspace_id = a.workspace_id and m.team_id = ${teamId}::bigint and m.agent_id = a.id))
        order by a.id limit 50) as ids,
      exists (select from routing_rules r where r.workspace_id = ${workspaceId} and r.team_id = ${teamId}::bigint and r.mode = 'push') as pushes`.execute(db);
  return rows[0] ?? { ids: [], pushes: false };
}

/** Of leads and above: whether they decide on tickets of the brand. */
export async function isLeadOf(db: Queryable, workspaceId: number, agentId: number, brandId: number): Promise<boolean> {
  const { rows } = await sql`
    select from agents a where a.workspace_id = ${workspaceId} and a.id = ${agentId} and a.active and a.role in ('lead', 'admin', 'owner')
      and (a.all_brands or exists (select from agent_brands b where b.workspace_id = a.workspace_id and b.agent_id = a.id and b.brand_id = ${brandId}))`.execute(db);
  return rows.length > 0;
}
