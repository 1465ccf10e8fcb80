import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import { brandVisible } from '../../platform/db/scope.ts';
import type { BrandTextKind } from './brands.schemas.ts';

export type BrandTextRow = { kind: BrandTextKind; language: string; subject: string; body: string; updated_at: Date };

export async function listBrandTexts(db: Queryable, scope: Scope, brandId: number): Promise<BrandTextRow[]> {
  const { rows } = await sql<BrandTextRow>`
    select t.kind, t.language, t.subject, t.body, t.updated_at from brand_texts t
    where t.workspace_id = ${scope.workspaceId} and t.brand_id = ${brandId} and ${brandVisible(scope, sql`t.brand_id`)}
    order by t.kind, t.language`.execute(db);
  return rows;
}

/** The text in the reader's language, else in the brand's, else the first there is. */
export async function findBrandText(db: Queryable, scope: Scope, brandId: number, kind: BrandTextKind, language: string | null): Promise<BrandTextRow | null> {
  const { rows } = await sql<BrandTextRow>`
    select t.kind, t.language, t.subject, t.body, t.updated_at
    from brand_texts t join brands b on b.workspace_id = t.workspace_id and b.id = t.brand_id
    where t.workspace_id = ${scope.workspaceId} and t.brand_id = ${brandId} and t.kind = ${kind} and ${brandVisible(scope, sql`t.brand_id`)}
    order by t.language = ${language ?? ''} desc, t.language = b.default_language desc, t.language limit 1`.execute(db);
  return rows[0] ?? null;
}

/** Makes these the brand's texts; those that stay as they were keep their date. */
export async function replaceTexts(tx: Tx, workspaceId: number, brandId: number, texts: readonly Omit<BrandTextRow, 'updated_at'>[]): Promise<void> {
  const keys = texts.map(({ kind, language }) => `${kind} ${language}`);
  await sql`delete from brand_texts where workspace_id = ${workspaceId} and brand_id = ${brandId} and not (kind || ' ' || language = any(${keys}::text[]))`.execute(tx);
  for (const { kind, language, subject, body } of texts) {
    await sql`
      insert into brand_texts (workspace_id, brand_id, kind, language, subject, body)
      values (${workspaceId}, ${brandId}, ${kind}, ${language}, ${subject}, ${body})
      on conflict (workspace_id, brand_id, kind, language) do update set subject = excluded.subject, body = excluded.body, updated_at = now()
      where (brand_texts.subject, brand_texts.body) is distinct from (excluded.subject, excluded.body)`.execute(tx);
  }
}
