import { sql } from 'kysely';
import type { Queryable, Tx } from '../../platform/db/db.ts';

export type TimeRow = {
  id: number;
  ticket_id: number;
  ticket_number: number;
  agent_id: number;
  agent_name: string;
  seconds: number;
  started_at: Date;
  note: string;
  measured: boolean;
  measured_seconds: number | null;
  message_id: number | null;
  created_at: Date;
};

const columns = sql`e.id, e.ticket_id, t.number as ticket_number, e.agent_id, a.name as agent_name, e.seconds, e.started_at, e.note, e.measured, e.measured_seconds, e.message_id, e.created_at`;
const joins = sql`join tickets t on t.workspace_id = e.workspace_id and t.id = e.ticket_id join agents a on a.workspace_id = e.workspace_id and a.id = e.agent_id`;

/** What was spent on a ticket and on what was merged into it, newest first. Index: time_entries_ticket. */
export async function listTime(db: Queryable, workspaceId: number, ticketIds: readonly number[], page: { before: number; limit: number }): Promise<TimeRow[]> {
  const { rows } = await sql<TimeRow>`
    select ${columns} from time_entries e ${joins}
    where e.workspace_id = ${workspaceId} and e.ticket_id = any(${[...ticketIds]}::bigint[]) and e.id < ${page.before} order by e.id desc limit ${sql.lit(page.limit)}`.execute(db);
  return rows;
}

export type TimeSum = { id: number; name: string; seconds: number };

/** The same, summed for each agent, most first. The index holds all that is summed. */
export async function sumTime(db: Queryable, workspaceId: number, ticketIds: readonly number[]): Promise<TimeSum[]> {
  const { rows } = await sql<TimeSum>`
    select a.id, a.name, s.seconds from (
      select agent_id, sum(seconds)::int as seconds from time_entries
      where workspace_id = ${workspaceId} and ticket_id = any(${[...ticketIds]}::bigint[]) group by agent_id) s
    join agents a on a.workspace_id = ${workspaceId} and a.id = s.agent_id order by s.seconds desc, a.id limit 200`.execute(db);
  return rows;
}

export async function isTimeTracked(db: Queryable, workspaceId: number): Promise<boolean> {
  const row = await db.selectFrom('identity.workspaces').select('time_tracking').where('id', '=', workspaceId).executeTakeFirst();
  return row?.time_tracking ?? false;
}

export type Stretch = { ticketId: number; agentId: number; stretch: string | null; seconds: number; startedAt: Date; note: string; messageId: number | undefined };

/** A stretch told twice is one row, with the longer time; then `added` is false. Null where time is not tracked. */
export async function insertTime(tx: Tx, workspaceId: number, entry: Stretch): Promise<{ id: number; added: boolean } | null> {
  const { rows } = await sql<{ id: number; added: boolean }>`
    insert into time_entries as e (workspace_id, ticket_id, agent_id, stretch, seconds, started_at, note, measured, message_id)
    select ${workspaceId}, ${entry.ticketId}, ${entry.agentId}, ${entry.stretch}, ${entry.seconds}, ${entry.startedAt}, ${entry.note}, ${entry.stretch !== null},
      (select m.id from messages m where m.workspace_id = ${workspaceId} and m.id = ${entry.messageId ?? null}::bigint and m.ticket_id = ${entry.ticketId})
    from identity.workspaces w where w.id = ${workspaceId} and w.time_tracking
    on conflict (workspace_id, agent_id, stretch) where stretch is not null
    do update set seconds = case when e.measured_seconds is null then greatest(e.seconds, excluded.seconds) else e.seconds end, message_id = coalesce(e.message_id, excluded.message_id)
    returning id, (xmax = 0) as added`.execute(tx);
  return rows[0] ?? null;
}

export async function findTime(tx: Tx, workspaceId: number, ticketIds: readonly number[], entryId: number): Promise<TimeRow | null> {
  const { rows } = await sql<TimeRow>`
    select ${columns} from time_entries e ${joins}
    where e.workspace_id = ${workspaceId} and e.id = ${entryId} and e.ticket_id = any(${[...ticketIds]}::bigint[]) for no key update of e`.execute(tx);
  return rows[0] ?? null;
}

export async function updateTimeRow(tx: Tx, workspaceId: number, entryId: number, change: { seconds?: number; note?: string; measured_seconds?: number }): Promise<void> {
  await tx.updateTable('time_entries').set(change).where('workspace_id', '=', workspaceId).where('id', '=', entryId).execute();
}

export async function deleteTime(tx: Tx, workspaceId: number, entryId: number): Promise<void> {
  await tx.deleteFrom('time_entries').where('workspace_id', '=', workspaceId).where('id', '=', entryId).execute();
}
