import { sql } from 'kysely';
import { json, type Alone, type Queryable, type Tx } from '../../platform/db/db.ts';
import type { Reasons } from './reasons.ts';

export type NewDecision = { ticket: number; agent: number | null; overflow_team: number | null; reasons: Reasons };

export async function insertDecisions(tx: Tx, workspaceId: number, teamId: number, decisions: readonly NewDecision[], now: Date): Promise<void> {
  await sql`insert into routing_decisions (workspace_id, ticket_id, team_id, agent_id, overflow_team_id, reasons, decided_at)
    select ${workspaceId}, x.ticket, ${teamId}, x.agent, x.overflow_team, x.reasons, ${now}::timestamptz
    from jsonb_to_recordset(${json(decisions)}) as x(ticket bigint, agent bigint, overflow_team bigint, reasons jsonb)`.execute(tx);
}

/** The next number of a team; one node at a time hands out, so nobody else takes it. */
export async function lastTurn(tx: Tx, workspaceId: number, teamId: number): Promise<number> {
  const { rows } = await sql<{ turn: number }>`select coalesce(max(turn), 0) as turn from routing_turns where workspace_id = ${workspaceId} and team_id = ${teamId}`.execute(tx);
  return rows[0]?.turn ?? 0;
}

export async function saveTurns(tx: Tx, workspaceId: number, teamId: number, turns: readonly { agent: number; turn: number }[], now: Date): Promise<void> {
  await sql`insert into routing_turns (workspace_id, team_id, agent_id, turn, handed_at)
    select ${workspaceId}, ${teamId}, x.agent, x.turn, ${now}::timestamptz from jsonb_to_recordset(${json(turns)}) as x(agent bigint, turn bigint)
    on conflict (workspace_id, team_id, agent_id) do update set turn = excluded.turn, handed_at = excluded.handed_at`.execute(tx);
}

export type DecisionRow = { id: number; agent_id: number | null; agent_name: string | null; team_id: number; team_name: string; overflow_team_id: number | null; overflow_team_name: string | null; reasons: Reasons; decided_at: Date };

/** The newest first. Index: routing_decisions_ticket. */
export async function listDecisions(db: Queryable, workspaceId: number, ticketId: number, limit: number): Promise<DecisionRow[]> {
  const { rows } = await sql<DecisionRow>`
    select d.id, d.agent_id, a.name as agent_name, d.team_id, tm.name as team_name, d.overflow_team_id, o.name as overflow_team_name, d.reasons, d.decided_at
    from routing_decisions d join teams tm on tm.workspace_id = d.workspace_id and tm.id = d.team_id
    left join agents a on a.workspace_id = d.workspace_id and a.id = d.agent_id
    left join teams o on o.workspace_id = d.workspace_id and o.id = d.overflow_team_id
    where d.workspace_id = ${workspaceId} and d.ticket_id = ${ticketId} order by d.id desc limit ${sql.lit(limit)}`.execute(db);
  return rows;
}

/** Names of whom reasons speak of. */
export async function namesOf(db: Queryable, workspaceId: number, { agents, skills }: { agents: readonly number[]; skills: readonly number[] }): Promise<{ agents: Map<number, string>; skills: Map<number, string> }> {
  const { rows } = await sql<{ kind: 'agent' | 'skill'; id: number; name: string }>`
    select 'agent' as kind, id, name from agents where workspace_id = ${workspaceId} and id = any(${[...agents]}::bigint[])
    union all select 'skill', id, name from skills where workspace_id = ${workspaceId} and id = any(${[...skills]}::bigint[])`.execute(db);
  const of = (kind: string) => new Map(rows.flatMap((row) => (row.kind === kind ? [[row.id, row.name] as const] : [])));
  return { agents: of('agent'), skills: of('skill') };
}

/** Index: routing_decisions_old. @returns how many, at most `limit` */
export async function deleteDecisions(alone: Alone, workspaceId: number, before: Date, limit: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with gone as (delete from routing_decisions where (workspace_id, id) in (
      select workspace_id, id from routing_decisions where workspace_id = ${workspaceId} and decided_at < ${before} order by decided_at limit ${sql.lit(limit)}) returning 1)
    select count(*)::int as count from gone`.execute(alone);
  return rows[0]?.count ?? 0;
}
