import { sql } from 'kysely';
import type { Queryable, Tx } from '../../platform/db/db.ts';

/** The newest message of a person on the ticket, or in one of its side conversations; a machine's answers nothing. Indexes: messages of the ticket; messages_side. */
export async function newestWord(db: Queryable, workspaceId: number, { ticketId, side }: { ticketId: number; side: number | null }): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    select id from messages where workspace_id = ${workspaceId} and ${side === null ? sql`ticket_id = ${ticketId} and kind = 'public'` : sql`side_id = ${side}`} and automatic is null
    order by id desc limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

/** Names of the files that held messages need, by id. Primary key. */
export async function readHeldFiles(db: Queryable, workspaceId: number, ids: readonly number[]): Promise<Map<number, { id: number; name: string; type: string; size: number }>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: number; name: string; type: string; size: number }>`select id, name, type, size from files where workspace_id = ${workspaceId} and id = any(${[...ids]}::bigint[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

const words = sql`coalesce(q.change -> 'reply', q.change -> 'forward', q.change -> 'write_aside')`;
const people = (part: string) => sql`(select jsonb_agg(jsonb_build_object('address', p ->> 'email', 'name', coalesce(p ->> 'name', '')) order by place) from jsonb_array_elements(${words} -> ${sql.lit(part)}) with ordinality as x(p, place))`;
const ids = (list: ReturnType<typeof sql>) => sql`(select coalesce(array_agg(i::bigint order by place), '{}') from jsonb_array_elements_text(${list}) with ordinality as x(i, place))`;

/**
 * Gives the words of requests that came to nothing back to who asked, as the draft from which they were asked; what was begun
 * there since stays, with them beside it, as where another device had written. Primary keys.
 */
export async function giveWordsBack(tx: Tx, workspaceId: number, requestIds: readonly number[], now: Date): Promise<void> {
  await sql`
    insert into drafts (workspace_id, ticket_id, agent_id, kind, html, recipients_to, cc, bcc, subject, quoted, file_ids, changes, macro_ids, updated_at)
    select distinct on (q.ticket_id, q.requester_id, x.kind) q.workspace_id, q.ticket_id, q.requester_id, x.kind,
      coalesce(${words} ->> 'html', '<p>' || replace(replace(replace(replace(${words} ->> 'text', '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), E'\n', '<br>') || '</p>', ''),
      ${people('to')}, coalesce(${people('cc')}, '[]'), coalesce(${people('bcc')}, '[]'), coalesce(${words} ->> 'subject', ''),
      ${ids(sql`coalesce(${words} -> 'quote', '[]')`)}, ${ids(sql`q.seen #> '{mail,files}'`)},
      coalesce(${words} -> 'changes', '{}') || case when ${words} ? 'status' then jsonb_build_object('status', ${words} -> 'status') else '{}' end,
      ${ids(sql`coalesce(${words} -> 'macros', '[]')`)}, ${now}
    from approval_requests q cross join lateral (select case
      when q.change ? 'reply' then 'public' when q.change ? 'write_aside' then 'side-' || (q.change #>> '{write_aside,side}')
      when q.change #>> '{forward,kind}' = 'forward' then 'forward' else 'side' end as kind) x
    where q.workspace_id = ${workspaceId} and q.id = any(${[...requestIds]}::bigint[]) and q.seen ? 'mail'
    order by q.ticket_id, q.requester_id, x.kind, q.id desc
    on conflict (workspace_id, ticket_id, agent_id, kind) do update set
      html = case when drafts.html = '' then excluded.html else drafts.html end,
      recipients_to = case when drafts.html = '' then excluded.recipients_to else drafts.recipients_to end,
      cc = case when drafts.html = '' then excluded.cc else drafts.cc end, bcc = case when drafts.html = '' then excluded.bcc else drafts.bcc end,
      subject = case when drafts.html = '' then excluded.subject else drafts.subject end, quoted = case when drafts.html = '' then excluded.quoted else drafts.quoted end,
      file_ids = case when drafts.html = '' then excluded.file_ids else drafts.file_ids end, changes = case when drafts.html = '' then excluded.changes else drafts.changes end,
      macro_ids = case when drafts.html = '' then excluded.macro_ids else drafts.macro_ids end, updated_at = case when drafts.html = '' then excluded.updated_at else drafts.updated_at end,
      replaced = case when drafts.html in ('', excluded.html) or drafts.replaced is not null then drafts.replaced
        else jsonb_build_object('html', excluded.html, 'to', excluded.recipients_to, 'cc', excluded.cc, 'bcc', excluded.bcc, 'subject', excluded.subject, 'updated_at', excluded.updated_at) end,
      replaced_file_ids = case when drafts.html in ('', excluded.html) or drafts.replaced is not null then drafts.replaced_file_ids else excluded.file_ids end`.execute(tx);
}
