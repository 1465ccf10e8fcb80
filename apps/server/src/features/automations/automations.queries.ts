import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import { json, type Queryable, type Tx } from '../../platform/db/db.ts';
import { brandVisible } from '../../platform/db/scope.ts';

export type AutomationRow = {
  id: number;
  name: string;
  brand_id: number | null;
  brand_name: string | null;
  brand_color: string | null;
  trigger: unknown;
  conditions: unknown;
  actions: unknown;
  position: number;
  enabled: boolean;
  enabled_at: Date | null;
  planned_at: Date | null;
  stopped_at: Date | null;
  runs: number;
  last_run_at: Date | null;
  archived_at: Date | null;
  created_at: Date;
  updated_at: Date;
};

const read = sql`
  select a.id, a.name, a.brand_id, b.name as brand_name, b.color as brand_color, a.trigger, a.conditions, a.actions, a.position, a.enabled, a.enabled_at, a.planned_at, a.stopped_at,
    a.runs, a.last_run_at, a.archived_at, a.created_at, a.updated_at
  from automations a left join brands b on b.workspace_id = a.workspace_id and b.id = a.brand_id`;

const visible = (scope: Scope) => sql<boolean>`(a.brand_id is null or ${brandVisible(scope, sql`a.brand_id`)})`;

/** In the order in which they run. There are `mostAutomations` at most, and those that were archived. */
export async function listAutomations(db: Queryable, scope: Scope, { show, after, limit }: { show: 'active' | 'archived' | 'all'; after: readonly [number, number]; limit: number }): Promise<AutomationRow[]> {
  const shown = show === 'all' ? sql`true` : show === 'active' ? sql`a.archived_at is null` : sql`a.archived_at is not null`;
  const { rows } = await sql<AutomationRow>`${read} where a.workspace_id = ${scope.workspaceId} and ${shown} and ${visible(scope)} and (a.position, a.id) > (${after[0]}, ${after[1]}) order by a.position, a.id limit ${limit}`.execute(db);
  return rows;
}

/** Null for one that is not there, or of a brand that the scope does not see. */
export async function findAutomation(db: Queryable, scope: Scope, id: number): Promise<AutomationRow | null> {
  const { rows } = await sql<AutomationRow>`${read} where a.workspace_id = ${scope.workspaceId} and a.id = ${id} and ${visible(scope)}`.execute(db);
  return rows[0] ?? null;
}

/** Those that are switched on, in their order. Index: automations_enabled. */
export async function listEnabled(db: Queryable, workspaceId: number): Promise<AutomationRow[]> {
  const { rows } = await sql<AutomationRow>`${read} where a.workspace_id = ${workspaceId} and a.enabled and a.archived_at is null order by a.position, a.id limit 1000`.execute(db);
  return rows;
}

/** One at a time writes a workspace's automations: their order and their number hold until the commit. */
export async function lockAutomations(tx: Tx, workspaceId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('automations', ${workspaceId}))`.execute(tx);
}

/** How many are live, at most `cap` + 1, and the last place. */
export async function countLive(tx: Tx, workspaceId: number, cap: number): Promise<{ count: number; last: number }> {
  const { rows } = await sql<{ count: number; last: number }>`
    select count(*)::int as count, coalesce(max(position), 0) as last from (select position from automations where workspace_id = ${workspaceId} and archived_at is null order by position desc limit ${sql.lit(cap + 1)}) c`.execute(tx);
  return rows[0] ?? { count: 0, last: 0 };
}

export type AutomationToWrite = { name: string; trigger: object; conditions: object; actions: object; now: Date };

export async function insertAutomation(tx: Tx, workspaceId: number, it: AutomationToWrite & { brandId: number | null; position: number }): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into automations (workspace_id, name, brand_id, trigger, conditions, actions, position, created_at, updated_at)
    values (${workspaceId}, ${it.name}, ${it.brandId}, ${json(it.trigger)}, ${json(it.conditions)}, ${json(it.actions)}, ${it.position}, ${it.now}, ${it.now}) returning id`.execute(tx);
  return rows[0]!.id; // an insert without a condition answers its row
}

export type AutomationState = { enabled: boolean; enabledAt: Date | null; plannedAt: Date | null; archived: boolean; position: number };

export async function updateAutomationRow(tx: Tx, workspaceId: number, id: number, it: AutomationToWrite & AutomationState): Promise<void> {
  await sql`
    update automations set name = ${it.name}, trigger = ${json(it.trigger)}, conditions = ${json(it.conditions)}, actions = ${json(it.actions)}, position = ${it.position},
      enabled = ${it.enabled}, enabled_at = ${it.enabledAt}, planned_at = ${it.plannedAt}, stopped_at = case when ${it.enabled} and not enabled then null else stopped_at end,
      archived_at = case when ${it.archived} then coalesce(archived_at, ${it.now}::timestamptz) end, updated_at = ${it.now}
    where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

/** The live one before or after it, of those that the scope sees. Index: automations_order. */
export async function findNeighbour(tx: Tx, scope: Scope, { id, position }: { id: number; position: number }, to: 'up' | 'down'): Promise<{ id: number; position: number; brand_id: number | null } | null> {
  const beyond = to === 'up' ? sql`(a.position, a.id) < (${position}, ${id}) and ${visible(scope)} order by a.position desc, a.id desc` : sql`(a.position, a.id) > (${position}, ${id}) and ${visible(scope)} order by a.position, a.id`;
  const { rows } = await sql<{ id: number; position: number; brand_id: number | null }>`select a.id, a.position, a.brand_id from automations a where a.workspace_id = ${scope.workspaceId} and a.archived_at is null and ${beyond} limit 1`.execute(tx);
  return rows[0] ?? null;
}

export async function setPosition(tx: Tx, workspaceId: number, id: number, position: number): Promise<void> {
  await sql`update automations set position = ${position} where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}
