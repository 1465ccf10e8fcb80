import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import { json, type Queryable, type Tx } from '../../platform/db/db.ts';
import { brandVisible } from '../../platform/db/scope.ts';
import type { MacroActions } from '../actions/index.ts';
import type { MacroText } from './macros.rules.ts';

export type MacroRow = {
  id: number;
  name: string;
  owner_id: number | null;
  brand_id: number | null;
  brand_name: string | null;
  brand_color: string | null;
  message: 'public' | 'note' | null;
  keywords: string[];
  actions: MacroActions;
  texts: MacroText[];
  uses: number;
  last_used_at: Date | null;
  own_uses: number;
  own_last_used_at: Date | null;
  archived_at: Date | null;
  created_at: Date;
  updated_at: Date;
};

type Reader = { id: number; scope: Scope };

/** Shared ones and one's own, of all brands and of those that the reader sees. */
function visible({ id, scope }: Reader): RawBuilder<boolean> {
  return sql<boolean>`(m.owner_id is null or m.owner_id = ${id}) and (m.brand_id is null or ${brandVisible(scope, sql`m.brand_id`)})`;
}

/** Uses are a row for each agent who has used it: by their key, and by macro_uses_macro. */
const read = (reader: Reader) => sql`
  select m.id, m.name, m.owner_id, m.brand_id, b.name as brand_name, b.color as brand_color, m.message_kind as message, m.keywords, m.actions,
    m.archived_at, m.created_at, m.updated_at,
    (select coalesce(json_agg(json_build_object('language', t.language, 'html', t.html, 'text', t.text) order by t.language), '[]')
      from macro_texts t where t.workspace_id = m.workspace_id and t.macro_id = m.id) as texts,
    u.uses, u.last_used_at,
    coalesce(o.uses, 0) as own_uses, o.last_used_at as own_last_used_at
  from macros m
  left join brands b on b.workspace_id = m.workspace_id and b.id = m.brand_id
  left join lateral (
    select coalesce(sum(u.uses), 0)::int as uses, max(u.last_used_at) as last_used_at from macro_uses u where u.workspace_id = m.workspace_id and u.macro_id = m.id) u on true
  left join macro_uses o on o.workspace_id = m.workspace_id and o.agent_id = ${reader.id} and o.macro_id = m.id`;

/** Oldest first. Index: macros_owner, once for the shared ones and once for one's own: there are few of both, and colleagues' are not gone through. */
export async function listMacros(db: Queryable, reader: Reader, { show, after, limit }: { show: 'active' | 'archived' | 'all'; after: number; limit: number }): Promise<MacroRow[]> {
  const shown = show === 'all' ? sql`true` : show === 'active' ? sql`m.archived_at is null` : sql`m.archived_at is not null`;
  const { workspaceId } = reader.scope;
  const { rows } = await sql<MacroRow>`
    ${read(reader)} where m.workspace_id = ${workspaceId} and ${shown} and ${visible(reader)} and m.id in (
      select id from macros where workspace_id = ${workspaceId} and owner_id is null and id > ${after}
      union all select id from macros where workspace_id = ${workspaceId} and owner_id = ${reader.id} and id > ${after})
    order by m.id limit ${limit}`.execute(db);
  return rows;
}

export async function findMacro(db: Queryable, reader: Reader, macroId: number): Promise<MacroRow | null> {
  const { rows } = await sql<MacroRow>`${read(reader)} where m.workspace_id = ${reader.scope.workspaceId} and m.id = ${macroId} and ${visible(reader)}`.execute(db);
  return rows[0] ?? null;
}

/** Nobody else changes it until the commit; its uses are counted all the same. */
export async function lockMacro(tx: Tx, workspaceId: number, macroId: number): Promise<void> {
  await sql`select from macros where workspace_id = ${workspaceId} and id = ${macroId} for no key update`.execute(tx);
}

/** How many live ones somebody has, or (null) are shared; stops above `cap`. */
export async function countLiveMacros(db: Queryable, workspaceId: number, ownerId: number | null, cap: number): Promise<number> {
  const owner = ownerId === null ? sql`owner_id is null` : sql`owner_id = ${ownerId}`;
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (select from macros where workspace_id = ${workspaceId} and ${owner} and archived_at is null limit ${cap + 1}) counted`.execute(db);
  return rows[0]?.count ?? 0;
}

export type MacroValues = { name: string; ownerId: number | null; brandId: number | null; message: 'public' | 'note' | null; keywords: string[]; actions: MacroActions };

export async function insertMacro(tx: Tx, workspaceId: number, { name, ownerId, brandId, message, keywords, actions }: MacroValues): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into macros (workspace_id, name, owner_id, brand_id, message_kind, keywords, actions)
    values (${workspaceId}, ${name}, ${ownerId}, ${brandId}, ${message}, ${keywords}::text[], ${json(actions)}) returning id`.execute(tx);
  return rows[0]!.id; // an insert without a condition answers its row
}

export async function updateMacroRow(tx: Tx, workspaceId: number, macroId: number, { name, ownerId, brandId, message, keywords, actions }: MacroValues, archived: boolean): Promise<void> {
  await sql`
    update macros set name = ${name}, owner_id = ${ownerId}, brand_id = ${brandId}, message_kind = ${message}, keywords = ${keywords}::text[], actions = ${json(actions)},
      archived_at = case when ${archived} then coalesce(archived_at, now()) end, updated_at = now()
    where workspace_id = ${workspaceId} and id = ${macroId}`.execute(tx);
}

/** Makes these the macro's texts. */
export async function writeTexts(tx: Tx, workspaceId: number, macroId: number, texts: readonly MacroText[]): Promise<void> {
  await sql`
    with gone as (delete from macro_texts where workspace_id = ${workspaceId} and macro_id = ${macroId} and not (language = any(${texts.map(({ language }) => language)}::text[])))
    insert into macro_texts (workspace_id, macro_id, language, html, text)
    select ${workspaceId}, ${macroId}, x.language, x.html, x.text from jsonb_to_recordset(${json(texts)}) as x(language text, html text, text text)
    on conflict (workspace_id, macro_id, language) do update set html = excluded.html, text = excluded.text`.execute(tx);
}

/** The texts of a live shared macro for tickets of this brand; null when it is not there for them. Primary keys. */
export async function findMacroTexts(db: Queryable, workspaceId: number, macroId: number, brandId: number | null): Promise<MacroText[] | null> {
  const { rows } = await sql<{ texts: MacroText[] }>`
    select (select coalesce(json_agg(json_build_object('language', t.language, 'html', t.html, 'text', t.text) order by t.language), '[]')
      from macro_texts t where t.workspace_id = m.workspace_id and t.macro_id = m.id) as texts
    from macros m where m.workspace_id = ${workspaceId} and m.id = ${macroId} and m.owner_id is null and m.archived_at is null
      and (m.brand_id is null or m.brand_id = ${brandId}::bigint)`.execute(db);
  return rows[0]?.texts ?? null;
}

/** A live shared one; for tickets of this brand, or (null) of any. Primary key. */
export async function isSharedMacro(db: Queryable, workspaceId: number, macroId: number, brandId: number | null): Promise<boolean> {
  const { rows } = await sql`
    select from macros where workspace_id = ${workspaceId} and id = ${macroId} and owner_id is null and archived_at is null and (brand_id is null or ${brandId}::bigint is null or brand_id = ${brandId}::bigint)`.execute(db);
  return rows.length > 0;
}
