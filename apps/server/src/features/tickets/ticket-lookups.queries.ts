import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Alone, Queryable } from '../../platform/db/db.ts';
import { brandVisible } from '../../platform/db/scope.ts';
import { knownCustomers, type FoundCustomer } from '../customers/index.ts';
import { keysMissingToSolve } from '../custom-fields/index.ts';

export type Desk = {
  brand_id: number;
  brand_name: string;
  brand_color: string;
  from_name: string;
  default_language: string;
  inbox_id: number | null;
  inbox_address: string | null;
  inbox_team_id: number | null;
  inbox_team_name: string | null;
  close_after_hours: number;
  /** No ticket of the brand is solved without a wrap-up. */
  needs_wrap_up: boolean;
};

type WantedDesk = { brandId?: number; inboxId?: number | null };

/** The brand (the default one without an id) with the inbox that it answers from: the named one, else its oldest active. */
export async function findDesk(db: Queryable, scope: Scope, wanted: WantedDesk): Promise<Desk | null> {
  const { rows } = await desk(scope, wanted).execute(db);
  return rows[0] ?? null;
}

/** The same, and whom of these addresses its brand knows, in one round trip. */
export async function findDeskAndKnown(db: Queryable, scope: Scope, wanted: WantedDesk, addresses: readonly string[]): Promise<{ desk: Desk; known: FoundCustomer[] } | null> {
  const { rows } = await sql<Desk & { known: FoundCustomer[] }>`
    select d.*, ${knownCustomers(scope.workspaceId, sql`d.brand_id`, addresses)} as known from (${desk(scope, wanted)}) d`.execute(db);
  if (!rows[0]) return null;
  const { known, ...found } = rows[0];
  return { desk: found, known };
}

const desk = (scope: Scope, wanted: WantedDesk) => sql<Desk>`
    select b.id as brand_id, b.name as brand_name, b.color as brand_color, b.from_name, b.default_language, i.id as inbox_id, i.address as inbox_address,
           i.team_id as inbox_team_id, tm.name as inbox_team_name, w.close_after_hours, b.wrap_up = 'required' as needs_wrap_up
    from brands b
    join identity.workspaces w on w.id = b.workspace_id
    left join lateral (
      select i.id, i.address, i.team_id from inboxes i
      where i.workspace_id = b.workspace_id and i.brand_id = b.id
        and ${wanted.inboxId == null ? sql`i.active` : sql`i.id = ${wanted.inboxId}`}
      order by i.id limit 1) i on true
    left join teams tm on tm.workspace_id = b.workspace_id and tm.id = i.team_id
    where b.workspace_id = ${scope.workspaceId} and b.archived_at is null and ${brandVisible(scope, sql`b.id`)}
      and ${wanted.brandId === undefined ? sql`true` : sql`b.id = ${wanted.brandId}`}
    order by b.is_default desc, b.id limit 1`;

export type Solving = { hours: number; missing: string[]; unwrapped: boolean };

/** What solving a ticket asks for: when it closes by itself, the custom fields that are still to be filled in, and whether its brand wants a wrap-up that it lacks. */
export async function whatSolvingTakes(db: Queryable, place: { workspaceId: number; ticketId: number; brandId: number }): Promise<Solving> {
  const { rows } = await sql<Solving>`
    select w.close_after_hours as hours, ${keysMissingToSolve(place)} as missing,
      exists (select from brands b join tickets t on t.workspace_id = b.workspace_id and t.id = ${place.ticketId} and not t.wrapped
        where b.workspace_id = w.id and b.id = ${place.brandId} and b.wrap_up = 'required') as unwrapped
    from identity.workspaces w where w.id = ${place.workspaceId}`.execute(db);
  return rows[0] ?? { hours: 168, missing: [], unwrapped: false };
}

/** The name of a team that takes work. */
export async function findTeamName(db: Queryable, workspaceId: number, teamId: number): Promise<string | null> {
  return (await findServingTeam(db, workspaceId, teamId, null))?.name ?? null;
}

/** A team that takes work, and whether it may serve the brand. Primary keys. */
export async function findServingTeam(db: Queryable, workspaceId: number, teamId: number, brandId: number | null): Promise<{ name: string; serves: boolean } | null> {
  const { rows } = await sql<{ name: string; serves: boolean }>`
    select t.name, ${serves(sql`t.id`, { workspaceId, brand: sql`${brandId}::bigint` })} as serves from teams t where t.workspace_id = ${workspaceId} and t.id = ${teamId} and t.archived_at is null`.execute(db);
  return rows[0] ?? null;
}

/** Whether a team may serve a brand: its brand says nothing of teams, or names it. */
export function serves(team: RawBuilder<unknown>, { workspaceId, brand }: { workspaceId: number; brand: RawBuilder<unknown> }): RawBuilder<boolean> {
  return sql<boolean>`not exists (select from brands sb where sb.workspace_id = ${workspaceId} and sb.id = ${brand} and not ${team} = any(sb.team_ids))`;
}

/** The name of an agent to whom tickets of the brand may be given: active, no viewer, and sees it. */
export async function findAssigneeName(db: Queryable, workspaceId: number, agentId: number, brandId: number): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    select a.name from agents a
    where a.workspace_id = ${workspaceId} and a.id = ${agentId} and a.active and a.role <> 'viewer'
      and (a.all_brands or exists (select from agent_brands ab where ab.workspace_id = a.workspace_id and ab.agent_id = a.id and ab.brand_id = ${brandId}))`.execute(db);
  return rows[0]?.name ?? null;
}

/** The newest public message of a ticket. Index: messages_ticket. */
export async function newestPublicMessage(db: Queryable, workspaceId: number, ticketId: number): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    select id from messages where workspace_id = ${workspaceId} and ticket_id = ${ticketId} and kind = 'public' order by id desc limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

export async function findTicketOfMessage(db: Queryable, workspaceId: number, messageId: number): Promise<number | null> {
  const { rows } = await sql<{ ticket_id: number }>`select ticket_id from messages where workspace_id = ${workspaceId} and id = ${messageId}`.execute(db);
  return rows[0]?.ticket_id ?? null;
}

export async function markRead(alone: Alone, workspaceId: number, agentId: number, ticketId: number, at: Date): Promise<void> {
  await sql`insert into ticket_reads (workspace_id, agent_id, ticket_id, read_at) values (${workspaceId}, ${agentId}, ${ticketId}, ${at})
    on conflict (workspace_id, agent_id, ticket_id) do update set read_at = greatest(ticket_reads.read_at, excluded.read_at)`.execute(alone);
}

export async function workspaceIds(db: Queryable): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from identity.workspaces order by id`.execute(db);
  return rows.map((row) => row.id);
}
