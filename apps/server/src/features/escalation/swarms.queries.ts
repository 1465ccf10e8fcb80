import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import { brandVisible } from '../../platform/db/scope.ts';

const mostShown = 20;
const mostAnswers = 50;
const mostOwn = 20;

export type SwarmRow = {
  id: number;
  ticket_number: number;
  question: string;
  team_id: number | null;
  team_name: string | null;
  asked_by: number;
  asker_name: string;
  created_at: Date;
  closed_at: Date | null;
  closed_by: number | null;
  closer_name: string | null;
  helpful_message_id: number | null;
  people: { id: number; name: string; waits: boolean }[];
  answers: { id: number; agent_id: number | null; agent_name: string | null; text: string; created_at: string }[];
};

const columns = sql`s.id, t.number as ticket_number, s.question, s.team_id, tm.name as team_name, s.asked_by, a.name as asker_name, s.created_at, s.closed_at, s.closed_by, c.name as closer_name, s.helpful_message_id,
  (select coalesce(json_agg(json_build_object('id', p.agent_id, 'name', pa.name, 'waits', p.waits) order by lower(pa.name), pa.id), '[]') from swarm_people p
    join agents pa on pa.workspace_id = p.workspace_id and pa.id = p.agent_id where p.workspace_id = s.workspace_id and p.swarm_id = s.id) as people,
  (select coalesce(json_agg(json_build_object('id', w.id, 'agent_id', w.author_id, 'agent_name', w.name, 'text', w.text, 'created_at', w.created_at) order by w.id), '[]') from (
    select m.id, m.author_id, ma.name, left(m.text, 2000) as text, m.created_at from swarm_answers w
    join messages m on m.workspace_id = w.workspace_id and m.id = w.message_id left join agents ma on ma.workspace_id = m.workspace_id and ma.id = m.author_id
    where w.workspace_id = s.workspace_id and w.swarm_id = s.id order by m.id limit ${sql.lit(mostAnswers)}) w) as answers`;
const joins = sql`
  join tickets t on t.workspace_id = s.workspace_id and t.id = s.ticket_id
  join agents a on a.workspace_id = s.workspace_id and a.id = s.asked_by
  left join agents c on c.workspace_id = s.workspace_id and c.id = s.closed_by
  left join teams tm on tm.workspace_id = s.workspace_id and tm.id = s.team_id`;

/** Open ones first, then the newest. Index: swarms_ticket. */
export async function listSwarms(db: Queryable, workspaceId: number, ticketId: number): Promise<SwarmRow[]> {
  const { rows } = await sql<SwarmRow>`
    select ${columns} from swarms s ${joins} where s.workspace_id = ${workspaceId} and s.ticket_id = ${ticketId}
    order by s.closed_at is null desc, s.id desc limit ${sql.lit(mostShown)}`.execute(db);
  return rows;
}

export async function findSwarm(db: Queryable, workspaceId: number, ticketId: number, id: number, { lock = false } = {}): Promise<SwarmRow | null> {
  const { rows } = await sql<SwarmRow>`
    select ${columns} from swarms s ${joins} where s.workspace_id = ${workspaceId} and s.id = ${id} and s.ticket_id = ${ticketId} ${lock ? sql`for no key update of s` : sql``}`.execute(db);
  return rows[0] ?? null;
}

export type OwnSwarmRow = { id: number; ticket_number: number; subject: string; requester_name: string; brand_id: number; brand_name: string; brand_color: string; question: string; asked_by: number; asker_name: string; created_at: Date };

/** Open questions that wait for this agent's answer, the oldest first. Index: swarm_people_waits. */
export async function listWaiting(db: Queryable, scope: Scope, agentId: number): Promise<OwnSwarmRow[]> {
  const { rows } = await sql<OwnSwarmRow>`
    select s.id, t.number as ticket_number, t.subject, c.name as requester_name, b.id as brand_id, b.name as brand_name, b.color as brand_color, s.question, s.asked_by, a.name as asker_name, s.created_at
    from swarm_people p join swarms s on s.workspace_id = p.workspace_id and s.id = p.swarm_id and s.closed_at is null
    join tickets t on t.workspace_id = s.workspace_id and t.id = s.ticket_id and t.folder = 'inbox' and t.status <> 'closed' and t.merged_into is null
    join customers c on c.workspace_id = t.workspace_id and c.id = t.requester_id
    join brands b on b.workspace_id = t.workspace_id and b.id = t.brand_id
    join agents a on a.workspace_id = s.workspace_id and a.id = s.asked_by
    where p.workspace_id = ${scope.workspaceId} and p.agent_id = ${agentId} and p.waits and ${brandVisible(scope, sql`t.brand_id`)}
    order by s.id limit ${sql.lit(mostOwn)}`.execute(db);
  return rows;
}

/** Members of a team who work on the brand's tickets, at most `limit`. */
export async function findMembersWhoWork(db: Queryable, workspaceId: number, teamId: number, brandId: number, limit: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select a.id from team_members m join agents a on a.workspace_id = m.workspace_id and a.id = m.agent_id
    where m.workspace_id = ${workspaceId} and m.team_id = ${teamId} and a.active and a.role not in ('viewer', 'client')
      and (a.all_brands or exists (select from agent_brands b where b.workspace_id = a.workspace_id and b.agent_id = a.id and b.brand_id = ${brandId}))
    order by a.availability = 'online' desc, a.id limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Which of these work on the brand's tickets. */
export async function findWhoWork(db: Queryable, workspaceId: number, agentIds: readonly number[], brandId: number): Promise<Set<number>> {
  if (agentIds.length === 0) return new Set();
  const { rows } = await sql<{ id: number }>`
    select a.id from agents a where a.workspace_id = ${workspaceId} and a.id = any(${[...agentIds]}::bigint[]) and a.active and a.role not in ('viewer', 'client')
      and (a.all_brands or exists (select from agent_brands b where b.workspace_id = a.workspace_id and b.agent_id = a.id and b.brand_id = ${brandId}))`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

export async function countOpenSwarms(tx: Tx, workspaceId: number, ticketId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from swarms where workspace_id = ${workspaceId} and ticket_id = ${ticketId} and closed_at is null`.execute(tx);
  return rows[0]?.count ?? 0;
}

export async function insertSwarm(tx: Tx, workspaceId: number, swarm: { ticketId: number; question: string; teamId: number | null; askedBy: number; people: readonly number[] }, now: Date): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into swarms (workspace_id, ticket_id, question, team_id, asked_by, created_at)
    values (${workspaceId}, ${swarm.ticketId}, ${swarm.question}, ${swarm.teamId}, ${swarm.askedBy}, ${now}) returning id`.execute(tx);
  const id = rows[0]!.id; // an insert without a condition answers its row
  await sql`insert into swarm_people (workspace_id, swarm_id, agent_id) select ${workspaceId}, ${id}, x from unnest(${[...swarm.people]}::bigint[]) as x`.execute(tx);
  return id;
}

export async function insertAnswer(tx: Tx, workspaceId: number, swarmId: number, { messageId, agentId }: { messageId: number; agentId: number }): Promise<void> {
  await sql`insert into swarm_answers (workspace_id, swarm_id, message_id) values (${workspaceId}, ${swarmId}, ${messageId})`.execute(tx);
  await sql`update swarm_people set waits = false where workspace_id = ${workspaceId} and swarm_id = ${swarmId} and agent_id = ${agentId}`.execute(tx);
}

/** Nobody is waited for any more. */
export async function closeSwarm(tx: Tx, workspaceId: number, id: number, { by, helpful, now }: { by: number; helpful: number | null; now: Date }): Promise<void> {
  await sql`update swarms set closed_at = ${now}, closed_by = ${by}, helpful_message_id = ${helpful} where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
  await sql`update swarm_people set waits = false where workspace_id = ${workspaceId} and swarm_id = ${id} and waits`.execute(tx);
}

/** Who has not answered yet is waited for again. */
export async function reopenSwarm(tx: Tx, workspaceId: number, id: number): Promise<void> {
  await sql`update swarms set closed_at = null, closed_by = null, helpful_message_id = null where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
  await sql`
    update swarm_people p set waits = true where p.workspace_id = ${workspaceId} and p.swarm_id = ${id}
      and not exists (select from swarm_answers w join messages m on m.workspace_id = w.workspace_id and m.id = w.message_id
        where w.workspace_id = p.workspace_id and w.swarm_id = p.swarm_id and m.author_type = 'agent' and m.author_id = p.agent_id)`.execute(tx);
}
