import { sql } from 'kysely';
import { json, type Alone, type Queryable } from '../../platform/db/db.ts';
import type { AttachmentRow } from './timeline.queries.ts';
import type { MailAddress } from './ticket-writes.queries.ts';
import type { DraftChanges } from './tickets.schemas.ts';

export type DraftRow = { kind: 'public' | 'note'; html: string; cc: MailAddress[]; changes: DraftChanges; macros: number[]; updated_at: Date; attachments: AttachmentRow[] | null };

const fields = sql`d.kind, d.html, d.cc, d.changes, d.macro_ids as macros, d.updated_at,
  (select json_agg(json_build_object('id', f.id, 'name', f.name, 'type', f.type, 'size', f.size, 'inline', false, 'content_id', null) order by array_position(d.file_ids, f.id))
   from files f where f.workspace_id = d.workspace_id and f.id = any(d.file_ids) and f.uploaded_by = d.agent_id) as attachments`;

/** An agent's own unsent texts on a ticket: at most a reply and a note. */
export async function listDrafts(db: Queryable, workspaceId: number, ticketId: number, agentId: number): Promise<DraftRow[]> {
  const { rows } = await sql<DraftRow>`
    select ${fields} from drafts d where d.workspace_id = ${workspaceId} and d.ticket_id = ${ticketId} and d.agent_id = ${agentId} order by d.kind`.execute(db);
  return rows;
}

export async function saveDraftRow(
  alone: Alone,
  draft: { workspaceId: number; ticketId: number; agentId: number; kind: 'public' | 'note'; html: string; cc: MailAddress[]; fileIds: number[]; changes: DraftChanges; macroIds: number[] },
  now: Date,
): Promise<void> {
  await sql`insert into drafts (workspace_id, ticket_id, agent_id, kind, html, cc, file_ids, changes, macro_ids, updated_at)
    values (${draft.workspaceId}, ${draft.ticketId}, ${draft.agentId}, ${draft.kind}, ${draft.html}, ${json(draft.cc)}, ${draft.fileIds}::bigint[], ${json(draft.changes)}, ${draft.macroIds}::bigint[], ${now})
    on conflict (workspace_id, ticket_id, agent_id, kind)
    do update set html = excluded.html, cc = excluded.cc, file_ids = excluded.file_ids, changes = excluded.changes, macro_ids = excluded.macro_ids, updated_at = excluded.updated_at`.execute(alone);
}

export async function deleteDraft(alone: Alone, workspaceId: number, ticketId: number, agentId: number, kind: 'public' | 'note'): Promise<void> {
  await sql`delete from drafts where workspace_id = ${workspaceId} and ticket_id = ${ticketId} and agent_id = ${agentId} and kind = ${kind}`.execute(alone);
}
