import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/db.ts';

export type SnippetSource = { ticket_id: number; kind: 'message' | 'note' | 'file'; who: string; text: string };

const mostMessages = 12;
const mostCharacters = 6_000;

/** What the found words may stand in: the newest messages of each ticket, newest first. Index: messages_ticket. */
export async function readMessageTexts(db: Queryable, workspaceId: number, ticketIds: readonly number[]): Promise<SnippetSource[]> {
  const { rows } = await sql<SnippetSource>`
    select t.id as ticket_id, case m.kind when 'public' then 'message' else 'note' end as kind, coalesce(nullif(m.from_name, ''), m.from_address) as who, m.text
    from unnest(${[...ticketIds]}::bigint[]) as t(id) cross join lateral (
      select m.id, m.kind, m.from_name, m.from_address, left(coalesce(nullif(m.reply_text, ''), m.text), ${sql.lit(mostCharacters)}) as text from messages m
      where m.workspace_id = ${workspaceId} and m.ticket_id = t.id order by m.id desc limit ${sql.lit(mostMessages)}) m
    order by t.id, m.id desc`.execute(db);
  return rows;
}

/** For those where no message has the words: older messages whole, and what files say. */
export async function readFurtherTexts(db: Queryable, workspaceId: number, ticketIds: readonly number[]): Promise<SnippetSource[]> {
  const { rows } = await sql<SnippetSource>`
    select t.id as ticket_id, x.kind, x.who, x.text from unnest(${[...ticketIds]}::bigint[]) as t(id) cross join lateral (
      (select 'file' as kind, mf.name as who, left(concat(mf.name, E'\n', sf.text), 60000) as text from messages m
        join message_files mf on mf.workspace_id = m.workspace_id and mf.message_id = m.id
        join files f on f.workspace_id = mf.workspace_id and f.id = mf.file_id
        left join search_files sf on sf.workspace_id = f.workspace_id and sf.sha256 = f.sha256
        where m.workspace_id = ${workspaceId} and m.ticket_id = t.id order by m.id desc limit 10)
      union all
      (select case m.kind when 'public' then 'message' else 'note' end, coalesce(nullif(m.from_name, ''), m.from_address), left(m.text, 20000) from messages m
        where m.workspace_id = ${workspaceId} and m.ticket_id = t.id order by m.id desc limit 60)) x`.execute(db);
  return rows;
}
