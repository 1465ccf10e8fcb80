import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import { json, type Queryable, type Tx } from '../../platform/db/db.ts';
import type { SlaPolicy } from './policy.rules.ts';

const columns = sql`id, name, position, active, version, conditions, targets, pause, warn_minutes, created_at, updated_at`;

/** In their order; there are at most `mostPolicies`. Index: sla_policies_order. */
export async function listSlaPolicies(db: Queryable, workspaceId: number, { after = [-1, 0], limit = 200 }: { after?: readonly [number, number]; limit?: number } = {}): Promise<SlaPolicy[]> {
  const { rows } = await sql<SlaPolicy>`select ${columns} from sla_policies where workspace_id = ${workspaceId} and (position, id) > (${after[0]}, ${after[1]}) order by position, id limit ${limit}`.execute(db);
  return rows;
}

/** Those that are not for brands alone which the reader does not see. There are at most `mostPolicies`. Index: sla_policies_order. */
export async function listSeenPolicies(db: Queryable, { workspaceId, brands }: Scope, { after = [-1, 0], limit }: { after?: readonly [number, number] | undefined; limit: number }): Promise<SlaPolicy[]> {
  const seen = brands === 'all' ? sql`true` : sql`(conditions->'brand' is null or exists (select from jsonb_array_elements_text(conditions->'brand') b(id) where b.id::bigint = any(${[...brands]}::bigint[])))`;
  const { rows } = await sql<SlaPolicy>`select ${columns} from sla_policies where workspace_id = ${workspaceId} and (position, id) > (${after[0]}, ${after[1]}) and ${seen} order by position, id limit ${limit}`.execute(db);
  return rows;
}

export async function findSlaPolicy(db: Queryable, workspaceId: number, policyId: number): Promise<SlaPolicy | null> {
  const { rows } = await sql<SlaPolicy>`select ${columns} from sla_policies where workspace_id = ${workspaceId} and id = ${policyId}`.execute(db);
  return rows[0] ?? null;
}

/** Whoever adds, orders or changes policies takes turns. */
export async function lockSlaPolicies(tx: Tx, workspaceId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('sla policies', ${workspaceId}))`.execute(tx);
}

export type SlaPolicyValues = Pick<SlaPolicy, 'name' | 'active' | 'conditions' | 'targets' | 'pause' | 'warn_minutes'>;

export async function insertSlaPolicy(tx: Tx, workspaceId: number, values: SlaPolicyValues): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into sla_policies (workspace_id, name, position, active, conditions, targets, pause, warn_minutes)
    select ${workspaceId}, ${values.name}, coalesce(max(position), 0) + 1, ${values.active}, ${json(values.conditions)}, ${json(values.targets)}, ${values.pause}::text[], ${values.warn_minutes}
    from sla_policies where workspace_id = ${workspaceId} returning id`.execute(tx);
  return rows[0]!.id; // an aggregate gives one row
}

export async function updateSlaPolicyRow(tx: Tx, workspaceId: number, policyId: number, values: SlaPolicyValues & { version: number }): Promise<void> {
  await sql`
    update sla_policies set name = ${values.name}, active = ${values.active}, conditions = ${json(values.conditions)}, targets = ${json(values.targets)}, pause = ${values.pause}::text[],
      warn_minutes = ${values.warn_minutes}, version = ${values.version}, updated_at = now()
    where workspace_id = ${workspaceId} and id = ${policyId}`.execute(tx);
}

export async function orderSlaPolicies(tx: Tx, workspaceId: number, ids: readonly number[]): Promise<void> {
  await sql`update sla_policies p set position = x.place from unnest(${[...ids]}::bigint[]) with ordinality as x(id, place) where p.workspace_id = ${workspaceId} and p.id = x.id`.execute(tx);
}

export async function deleteSlaPolicyRow(tx: Tx, workspaceId: number, policyId: number): Promise<void> {
  await sql`delete from sla_policies where workspace_id = ${workspaceId} and id = ${policyId}`.execute(tx);
}
