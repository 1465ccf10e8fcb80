import { sql } from 'kysely';
import type { Alone, Queryable } from '../../../platform/db/db.ts';

/** Files of these tickets whose text nobody has read yet are put on the list. Indexes: messages_ticket, the keys. */
export async function noteFiles(alone: Alone, workspaceId: number, ticketIds: readonly number[]): Promise<void> {
  await sql`
    insert into search_files (workspace_id, sha256, status)
    select distinct ${workspaceId}::bigint, f.sha256, 'waiting'
    from messages m join message_files mf on mf.workspace_id = m.workspace_id and mf.message_id = m.id
    join files f on f.workspace_id = mf.workspace_id and f.id = mf.file_id
    where m.workspace_id = ${workspaceId} and m.ticket_id = any(${[...ticketIds]}::bigint[])
      and not exists (select from search_files s where s.workspace_id = f.workspace_id and s.sha256 = f.sha256)
    order by 2
    on conflict do nothing`.execute(alone);
}

export type FileToRead = { workspace_id: number; sha256: string; size: number; type: string; name: string; attempts: number };

/** Takes files whose text is to be read; each comes again after `seconds` if nobody says how it ended. Index: search_files_due. */
export async function takeFiles(alone: Alone, workspaceId: number, { limit, seconds }: { limit: number; seconds: number }): Promise<FileToRead[]> {
  const { rows } = await sql<FileToRead>`
    with due as (
      select s.sha256 from search_files s where s.workspace_id = ${workspaceId} and s.next_attempt_at <= now()
      order by s.next_attempt_at limit ${limit} for update skip locked
    ), taken as (
      update search_files s set attempts = s.attempts + 1, next_attempt_at = now() + make_interval(secs => ${seconds})
      from due where s.workspace_id = ${workspaceId} and s.sha256 = due.sha256
      returning s.workspace_id, s.sha256, s.attempts
    )
    select t.workspace_id, t.sha256, t.attempts, coalesce(f.size, 0) as size, coalesce(f.type, '') as type, coalesce(f.name, '') as name
    from taken t left join lateral (
      select f.size, f.type, f.name from files f where f.workspace_id = t.workspace_id and f.sha256 = t.sha256 order by f.id limit 1) f on true`.execute(alone);
  return rows;
}

export async function workspacesWithFiles(db: Queryable): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select w.id from identity.workspaces w
    where exists (select from search_files s where s.workspace_id = w.id and s.next_attempt_at <= now()) order by w.id`.execute(db);
  return rows.map(({ id }) => id);
}

export async function saveFileText(alone: Alone, workspaceId: number, sha256: string, status: 'read' | 'empty' | 'failed', text: string): Promise<void> {
  await sql`update search_files set status = ${status}, text = ${text}, next_attempt_at = null
    where workspace_id = ${workspaceId} and sha256 = ${sha256}`.execute(alone);
}

/** Tickets that have the file. Indexes: files_sha, message_files_file. */
export async function ticketsOfFile(db: Queryable, workspaceId: number, sha256: string, most: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select distinct m.ticket_id as id from files f
    join message_files mf on mf.workspace_id = f.workspace_id and mf.file_id = f.id
    join messages m on m.workspace_id = mf.workspace_id and m.id = mf.message_id
    where f.workspace_id = ${workspaceId} and f.sha256 = ${sha256} limit ${most}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Those that could not be read are tried once more. */
export async function retryFailedFiles(alone: Alone, workspaceId: number): Promise<void> {
  await sql`update search_files set status = 'waiting', attempts = 0, next_attempt_at = now() where workspace_id = ${workspaceId} and status = 'failed'`.execute(alone);
}
