import { sql } from 'kysely';
import { json, type Alone, type Queryable } from '../../platform/db/db.ts';
import type { AttachmentRow } from './timeline.queries.ts';
import type { MailAddress } from './ticket-writes.queries.ts';
import type { DraftChanges, DraftKind } from './tickets.schemas.ts';

export type DraftKey = { workspaceId: number; ticketId: number; agentId: number; kind: DraftKind; side: number | null };

type Addressed = { html: string; to: MailAddress[] | null; cc: MailAddress[]; bcc: MailAddress[]; subject: string };
export type DraftRow = Addressed & {
  kind: DraftKind; side: number | null; quoted: number[]; changes: DraftChanges; macros: number[]; updated_at: Date; attachments: AttachmentRow[] | null;
  /** What another device had saved meanwhile. */
  replaced: (Addressed & { updated_at: string }) | null;
  replaced_attachments: AttachmentRow[] | null;
};

const attachmentsOf = (ids: string) => sql`(select json_agg(json_build_object('id', f.id, 'name', f.name, 'type', f.type, 'size', f.size, 'inline', false, 'content_id', null) order by array_position(d.${sql.raw(ids)}, f.id))
   from files f where f.workspace_id = d.workspace_id and f.id = any(d.${sql.raw(ids)})
     and (f.uploaded_by = d.agent_id or exists (select from message_files mf join messages m on m.workspace_id = mf.workspace_id and m.id = mf.message_id
       where mf.workspace_id = f.workspace_id and mf.file_id = f.id and m.ticket_id = d.ticket_id)))`;

const fields = sql`split_part(d.kind, '-', 1) as kind, nullif(split_part(d.kind, '-', 2), '')::bigint as side, d.html, d.recipients_to as "to", d.cc, d.bcc, d.subject, d.quoted, d.changes, d.macro_ids as macros,
  d.updated_at, d.replaced, ${attachmentsOf('file_ids')} as attachments, ${attachmentsOf('replaced_file_ids')} as replaced_attachments`;

/** An agent's own unsent texts on a ticket: at most one for each place that they can write in. */
export async function listDrafts(db: Queryable, workspaceId: number, ticketId: number, agentId: number): Promise<DraftRow[]> {
  const { rows } = await sql<DraftRow>`
    select ${fields} from drafts d where d.workspace_id = ${workspaceId} and d.ticket_id = ${ticketId} and d.agent_id = ${agentId} order by d.kind limit 100`.execute(db);
  return rows;
}

export type DraftToSave = DraftKey & Addressed & {
  quoted: number[]; fileIds: number[]; changes: DraftChanges; macroIds: number[];
  /** When the text was saved that the writer had before them; undefined: they do not say. */
  seen?: Date | null;
  forgetReplaced: boolean;
};

/** The newest wins; what another device saved since `seen` is kept beside it, in the same statement. */
export async function saveDraftRow(alone: Alone, draft: DraftToSave, now: Date): Promise<void> {
  const unseen = draft.seen === undefined ? sql`false` : sql`(drafts.updated_at is distinct from ${draft.seen}::timestamptz and drafts.html <> excluded.html and drafts.html <> '')`;
  await sql`insert into drafts (workspace_id, ticket_id, agent_id, kind, html, recipients_to, cc, bcc, subject, quoted, file_ids, changes, macro_ids, updated_at)
    values (${draft.workspaceId}, ${draft.ticketId}, ${draft.agentId}, ${kindColumn(draft)}, ${draft.html}, ${draft.to === null ? null : json(draft.to)}, ${json(draft.cc)},
      ${json(draft.bcc)}, ${draft.subject}, ${draft.quoted}::bigint[], ${draft.fileIds}::bigint[], ${json(draft.changes)}, ${draft.macroIds}::bigint[], ${now})
    on conflict (workspace_id, ticket_id, agent_id, kind)
    do update set html = excluded.html, recipients_to = excluded.recipients_to, cc = excluded.cc, bcc = excluded.bcc, subject = excluded.subject,
      quoted = excluded.quoted, file_ids = excluded.file_ids, changes = excluded.changes, macro_ids = excluded.macro_ids, updated_at = excluded.updated_at,
      replaced = case when ${unseen} then jsonb_build_object('html', drafts.html, 'to', drafts.recipients_to, 'cc', drafts.cc, 'bcc', drafts.bcc, 'subject', drafts.subject, 'updated_at', drafts.updated_at)
        when ${draft.forgetReplaced} then null else drafts.replaced end,
      replaced_file_ids = case when ${unseen} then drafts.file_ids when ${draft.forgetReplaced} then '{}' else drafts.replaced_file_ids end`.execute(alone);
}

export async function deleteDraft(alone: Alone, key: DraftKey): Promise<void> {
  await sql`delete from drafts where workspace_id = ${key.workspaceId} and ticket_id = ${key.ticketId} and agent_id = ${key.agentId} and kind = ${kindColumn(key)}`.execute(alone);
}

/** Everything that an agent has not sent on a ticket. */
export async function deleteDrafts(alone: Alone, workspaceId: number, ticketId: number, agentId: number): Promise<void> {
  await sql`delete from drafts where workspace_id = ${workspaceId} and ticket_id = ${ticketId} and agent_id = ${agentId}`.execute(alone);
}

/** An answer in a side conversation has a draft of its own there. */
function kindColumn({ kind, side }: Pick<DraftKey, 'kind' | 'side'>): string {
  return kind === 'side' && side !== null ? `side-${side}` : kind;
}
