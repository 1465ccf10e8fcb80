import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import { brandVisible } from '../../platform/db/scope.ts';
import type { WrapUpNeed } from './brands.schemas.ts';

export type BrandRow = {
  id: number;
  slug: string;
  name: string;
  color: string;
  default_language: string;
  from_name: string;
  acknowledge: boolean;
  is_default: boolean;
  wrap_up: WrapUpNeed;
  /** Null: the default. */
  calendar_id: number | null;
  /** Null: all. */
  team_ids: number[] | null;
  archived_at: Date | null;
  created_at: Date;
  updated_at: Date;
};

const columns = sql`b.id, b.slug, b.name, b.color, b.default_language, b.from_name, b.acknowledge, b.is_default, b.wrap_up, b.calendar_id, b.team_ids, b.archived_at, b.created_at, b.updated_at`;

/** Oldest first. Index: the primary key. */
export async function listBrands(
  db: Queryable,
  scope: Scope,
  { show, after, limit }: { show: 'active' | 'archived' | 'all'; after: number; limit: number },
): Promise<BrandRow[]> {
  const shown = show === 'all' ? sql`true` : show === 'active' ? sql`b.archived_at is null` : sql`b.archived_at is not null`;
  const { rows } = await sql<BrandRow>`
    select ${columns} from brands b
    where b.workspace_id = ${scope.workspaceId} and b.id > ${after} and ${shown} and ${brandVisible(scope, sql`b.id`)}
    order by b.id limit ${limit}`.execute(db);
  return rows;
}

/** With `lock`, nobody else changes it until the commit; tickets may still come to it. */
export async function findBrand(db: Queryable, scope: Scope, brandId: number, { lock = false } = {}): Promise<BrandRow | null> {
  const { rows } = await sql<BrandRow>`
    select ${columns} from brands b
    where b.workspace_id = ${scope.workspaceId} and b.id = ${brandId} and ${brandVisible(scope, sql`b.id`)}
    ${lock ? sql`for no key update of b` : sql``}`.execute(db);
  return rows[0] ?? null;
}

/** The default brand if it is among the visible ones, else the oldest of them. */
export async function findFirstBrand(db: Queryable, scope: Scope): Promise<BrandRow | null> {
  const { rows } = await sql<BrandRow>`
    select ${columns} from brands b
    where b.workspace_id = ${scope.workspaceId} and b.archived_at is null and ${brandVisible(scope, sql`b.id`)}
    order by b.is_default desc, b.id limit 1`.execute(db);
  return rows[0] ?? null;
}

/** Which of these ids are brands that the scope sees. */
export async function visibleBrandIds(db: Queryable, scope: Scope, ids: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select b.id from brands b
    where b.workspace_id = ${scope.workspaceId} and b.id = any(${[...ids]}::bigint[]) and ${brandVisible(scope, sql`b.id`)}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Whether mail still comes to the brand. Index: inboxes_brand. */
export async function hasActiveInbox(db: Queryable, workspaceId: number, brandId: number): Promise<boolean> {
  const { rows } = await sql`select from inboxes where workspace_id = ${workspaceId} and brand_id = ${brandId} and active limit 1`.execute(db);
  return rows.length > 0;
}

/** Of these ids those that are teams which take work; at most 200 are asked for. Index: the primary key. */
export async function takingWork(db: Queryable, workspaceId: number, teamIds: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from teams where workspace_id = ${workspaceId} and id = any(${[...teamIds]}::bigint[]) and archived_at is null`.execute(db);
  return rows.map(({ id }) => id);
}

/** An open inbox of the brand whose team is not among these. Index: inboxes_brand. */
export async function findInboxOfOtherTeam(db: Queryable, workspaceId: number, brandId: number, teamIds: readonly number[]): Promise<{ address: string } | null> {
  const { rows } = await sql<{ address: string }>`
    select address from inboxes where workspace_id = ${workspaceId} and brand_id = ${brandId} and active and team_id <> all(${[...teamIds]}::bigint[]) order by id limit 1`.execute(db);
  return rows[0] ?? null;
}

export type NewBrand = Pick<BrandRow, 'slug' | 'name' | 'from_name' | 'acknowledge' | 'is_default'> & { color?: string; default_language?: string };

/** Null when the slug is taken. Without a language it is the workspace's. */
export async function insertBrand(tx: Tx, workspaceId: number, brand: NewBrand): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    insert into brands (workspace_id, slug, name, from_name, acknowledge, is_default, color, default_language)
    values (${workspaceId}, ${brand.slug}, ${brand.name}, ${brand.from_name}, ${brand.acknowledge}, ${brand.is_default}, ${brand.color ?? '#0b6e75'},
      coalesce(${brand.default_language ?? null}, (select w.default_language from identity.workspaces w where w.id = ${workspaceId})))
    on conflict (workspace_id, slug) do nothing returning id`.execute(tx);
  return rows[0]?.id ?? null;
}

export type BrandPatch = Partial<Pick<BrandRow, 'name' | 'color' | 'default_language' | 'from_name' | 'acknowledge' | 'is_default' | 'wrap_up' | 'calendar_id' | 'team_ids'>> & { archived?: boolean };

export async function updateBrandRow(tx: Tx, workspaceId: number, brandId: number, { archived, ...patch }: BrandPatch): Promise<void> {
  const archivedAt = archived === undefined ? {} : { archived_at: archived ? sql<Date>`coalesce(archived_at, now())` : null };
  await tx
    .updateTable('brands')
    .set({ ...patch, ...archivedAt, updated_at: sql<Date>`now()` })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', brandId)
    .execute();
}

/** Whoever moves the default mark takes this first, so that two at once wait for each other. */
export async function lockDefaultBrand(tx: Tx, workspaceId: number): Promise<void> {
  await sql`select from identity.workspaces where id = ${workspaceId} for no key update`.execute(tx);
}

/** Takes the mark from the default brand; returns its id. */
export async function unsetDefaultBrand(tx: Tx, workspaceId: number): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    update brands set is_default = false, updated_at = now() where workspace_id = ${workspaceId} and is_default returning id`.execute(tx);
  return rows[0]?.id ?? null;
}

export async function letAgentSeeBrand(tx: Tx, workspaceId: number, agentId: number, brandId: number): Promise<void> {
  await sql`insert into agent_brands (workspace_id, agent_id, brand_id) values (${workspaceId}, ${agentId}, ${brandId}) on conflict do nothing`.execute(tx);
}
