import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Alone, Queryable, Tx } from '../../platform/db/db.ts';

export type FileRow = { id: number; sha256: string; size: number; type: string; name: string; created_at: Date };
export type NewFile = { sha256: string; size: number; type: string; name: string; uploadedBy: number | null };

const columns = ['id', 'sha256', 'size', 'type', 'name', 'created_at'] as const;

/** The columns and values of a file's row, for an `insert` that may be a part of a larger statement. */
export function fileValues(workspaceId: number, file: NewFile) {
  return sql`(workspace_id, sha256, size, type, name, uploaded_by)
    values (${workspaceId}, ${file.sha256}, ${file.size}, ${file.type}, ${file.name}, ${file.uploadedBy}::bigint)`;
}

export async function addFileRow(tx: Tx, workspaceId: number, file: NewFile): Promise<FileRow> {
  const { rows } = await sql<FileRow>`insert into files ${fileValues(workspaceId, file)} returning id, sha256, size, type, name, created_at`.execute(tx);
  return rows[0]!; // one was inserted
}

/** For a signed link, which stands for the permission itself. */
export async function findLinkedFile(db: Queryable, workspaceId: number, fileId: number): Promise<FileRow | null> {
  const row = await db.selectFrom('files').select(columns).where('workspace_id', '=', workspaceId).where('id', '=', fileId).executeTakeFirst();
  return (row as FileRow | undefined) ?? null;
}

/** Files that an agent may see: their own uploads, and those of messages on tickets of visible brands. */
export async function findVisibleFiles(db: Queryable, scope: Scope, agentId: number | null, fileIds: readonly number[]): Promise<FileRow[]> {
  const brands = scope.brands === 'all' ? sql`true` : sql`t.brand_id = any(${scope.brands}::bigint[])`;
  const { rows } = await sql<FileRow>`
    select f.id, f.sha256, f.size, f.type, f.name, f.created_at
    from files f
    where f.workspace_id = ${scope.workspaceId} and f.id = any(${fileIds}::bigint[])
      and (f.uploaded_by = ${agentId} or exists (
        select from message_files mf
        join messages m on m.workspace_id = mf.workspace_id and m.id = mf.message_id
        join tickets t on t.workspace_id = m.workspace_id and t.id = m.ticket_id
        where mf.workspace_id = f.workspace_id and mf.file_id = f.id and ${brands}))`.execute(db);
  return rows;
}

export type RawMail = { sha256: string; size: number; ticket_number: number };

/** The mail that a message came as. */
export async function findRawMail(db: Queryable, scope: Scope, messageId: number): Promise<RawMail | null> {
  const row = await db
    .selectFrom('messages as m')
    .innerJoin('tickets as t', (join) => join.onRef('t.workspace_id', '=', 'm.workspace_id').onRef('t.id', '=', 'm.ticket_id'))
    .innerJoin('files as f', (join) => join.onRef('f.workspace_id', '=', 'm.workspace_id').onRef('f.id', '=', 'm.raw_file_id'))
    .select(['f.sha256', 'f.size', 't.number as ticket_number'])
    .where('m.workspace_id', '=', scope.workspaceId)
    .where('m.id', '=', messageId)
    .$if(scope.brands !== 'all', (query) => query.where('t.brand_id', 'in', scope.brands === 'all' || scope.brands.length === 0 ? [0] : [...scope.brands]))
    .executeTakeFirst();
  return (row as RawMail | undefined) ?? null;
}

export type MessageFile = { messageId: number; fileId: number; position: number; name: string; contentId?: string | null; inline?: boolean };

/** The same files in another message; their bytes are shared. */
export async function copyMessageFiles(tx: Tx, workspaceId: number, { from, to }: { from: number; to: number }): Promise<void> {
  await sql`insert into message_files (workspace_id, message_id, file_id, position, name, content_id, inline)
    select workspace_id, ${to}, file_id, position, name, content_id, inline from message_files where workspace_id = ${workspaceId} and message_id = ${from}`.execute(tx);
}

export async function addMessageFiles(tx: Tx, workspaceId: number, files: readonly MessageFile[]): Promise<void> {
  if (files.length === 0) return;
  await tx
    .insertInto('message_files')
    .values(
      files.map((file) => ({
        workspace_id: workspaceId,
        message_id: file.messageId,
        file_id: file.fileId,
        position: file.position,
        name: file.name,
        content_id: file.contentId ?? null,
        inline: file.inline ?? false,
      })),
    )
    .execute();
}

/**
 * Uploads that no message, no draft and no message that waits for its approval has taken by `before`. Mail's own files have no uploader. Their bytes stay: other
 * rows may share them. Index: files_uploads.
 */
export async function removeUnattachedFiles(alone: Alone, workspaceId: number, before: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from files f
    where f.workspace_id = ${workspaceId} and f.created_at < ${before} and f.uploaded_by is not null
      and not exists (select from message_files mf where mf.workspace_id = f.workspace_id and mf.file_id = f.id)
      and not exists (select from drafts d where d.workspace_id = f.workspace_id and (f.id = any(d.file_ids) or f.id = any(d.replaced_file_ids)))
      and not exists (select from approval_requests q where q.workspace_id = f.workspace_id and q.state = 'waiting' and q.seen #> '{mail,files}' @> to_jsonb(f.id))`.execute(alone);
  return Number(numAffectedRows ?? 0);
}
