import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import { json, type Queryable, type Tx } from '../../platform/db/db.ts';
import { brandVisible } from '../../platform/db/scope.ts';
import type { TicketConditions } from '../conditions/index.ts';
import type { GuardedStatus, StepDoneBy, StepEvent } from '../required-steps/index.ts';
import type { StepToWrite } from './playbooks.rules.ts';

export type StepRow = { id: number; text: string; by: StepDoneBy; field: string | null; options: string[] | null; event: StepEvent | null };

export type PlaybookRow = {
  id: number;
  name: string;
  brand_id: number | null;
  brand_name: string | null;
  brand_color: string | null;
  conditions: TicketConditions;
  guards: GuardedStatus[];
  steps: StepRow[];
  archived_at: Date | null;
  created_at: Date;
  updated_at: Date;
};

/** A step by a field that was archived keeps its key: whoever edits it sees what it was. Index: playbook_steps_of. */
const read = sql`
  select p.id, p.name, p.brand_id, b.name as brand_name, b.color as brand_color, p.conditions, p.guards, p.archived_at, p.created_at, p.updated_at, s.steps
  from playbooks p
  left join brands b on b.workspace_id = p.workspace_id and b.id = p.brand_id
  cross join lateral (
    select coalesce(json_agg(json_build_object('id', s.id, 'text', s.text, 'by', s.done_by, 'field', f.key, 'options', s.options, 'event', s.event) order by s.position, s.id), '[]') as steps
    from playbook_steps s left join custom_fields f on f.workspace_id = s.workspace_id and f.id = s.field_id
    where s.workspace_id = p.workspace_id and s.playbook_id = p.id and s.removed_at is null) s`;

const visible = (scope: Scope) => sql<boolean>`(p.brand_id is null or ${brandVisible(scope, sql`p.brand_id`)})`;

/** Oldest first. Index: the primary key; there are a few hundred at most (`mostPlaybooks`), and those that were archived. */
export async function listPlaybooks(db: Queryable, scope: Scope, { show, after, limit }: { show: 'active' | 'archived' | 'all'; after: number; limit: number }): Promise<PlaybookRow[]> {
  const shown = show === 'all' ? sql`true` : show === 'active' ? sql`p.archived_at is null` : sql`p.archived_at is not null`;
  const { rows } = await sql<PlaybookRow>`${read} where p.workspace_id = ${scope.workspaceId} and ${shown} and ${visible(scope)} and p.id > ${after} order by p.id limit ${limit}`.execute(db);
  return rows;
}

/** Null for one that is not there, or of a brand that the scope does not see. */
export async function findPlaybook(db: Queryable, scope: Scope, playbookId: number): Promise<PlaybookRow | null> {
  const { rows } = await sql<PlaybookRow>`${read} where p.workspace_id = ${scope.workspaceId} and p.id = ${playbookId} and ${visible(scope)}`.execute(db);
  return rows[0] ?? null;
}

/** Nobody else writes it until the commit. */
export async function lockPlaybook(tx: Tx, workspaceId: number, playbookId: number): Promise<void> {
  await sql`select from playbooks where workspace_id = ${workspaceId} and id = ${playbookId} for no key update`.execute(tx);
}

/** How many are live, at most `cap` + 1; the workspace's lock makes the answer hold until the commit. */
export async function countLivePlaybooks(tx: Tx, workspaceId: number, cap: number): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended('playbooks', ${workspaceId}))`.execute(tx);
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (select from playbooks where workspace_id = ${workspaceId} and archived_at is null limit ${sql.lit(cap + 1)}) counted`.execute(tx);
  return rows[0]?.count ?? 0;
}

export type PlaybookToWrite = { name: string; guards: readonly GuardedStatus[]; conditions: TicketConditions; now: Date };

export async function insertPlaybook(tx: Tx, workspaceId: number, { name, guards, conditions, brandId, now }: PlaybookToWrite & { brandId: number | null }): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into playbooks (workspace_id, name, brand_id, conditions, guards, created_at, updated_at)
    values (${workspaceId}, ${name}, ${brandId}, ${json(conditions)}, ${[...guards]}::text[], ${now}, ${now}) returning id`.execute(tx);
  return rows[0]!.id; // an insert without a condition answers its row
}

export async function updatePlaybookRow(tx: Tx, workspaceId: number, playbookId: number, { name, guards, conditions, archived, now }: PlaybookToWrite & { archived: boolean }): Promise<void> {
  await sql`
    update playbooks set name = ${name}, guards = ${[...guards]}::text[], conditions = ${json(conditions)},
      archived_at = case when ${archived} then coalesce(archived_at, ${now}) end, updated_at = ${now}
    where workspace_id = ${workspaceId} and id = ${playbookId}`.execute(tx);
}

/** Which of these are or were steps of the playbook. */
export async function findStepIds(tx: Tx, workspaceId: number, playbookId: number, ids: readonly number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: number }>`
    select id from playbook_steps where workspace_id = ${workspaceId} and playbook_id = ${playbookId} and id = any(${[...ids]}::bigint[])`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

/** These and no others, in this order. What is taken out stays in its row, which the timeline names. */
export async function writeSteps(tx: Tx, workspaceId: number, playbookId: number, steps: readonly StepToWrite[], now: Date): Promise<void> {
  const placed = json(steps.map((step, position) => ({ ...step, position })));
  const given = sql`jsonb_to_recordset(${placed}) as x(id bigint, position int, text text, done_by text, field_id bigint, options text[], event text)`;
  await sql`update playbook_steps set removed_at = ${now}
    where workspace_id = ${workspaceId} and playbook_id = ${playbookId} and removed_at is null and id <> all(${steps.flatMap(({ id }) => (id === null ? [] : [id]))}::bigint[])`.execute(tx);
  await sql`update playbook_steps s set position = x.position, text = x.text, done_by = x.done_by, field_id = x.field_id, options = x.options, event = x.event, removed_at = null
    from ${given} where s.workspace_id = ${workspaceId} and s.playbook_id = ${playbookId} and s.id = x.id`.execute(tx);
  await sql`insert into playbook_steps (workspace_id, playbook_id, position, text, done_by, field_id, options, event)
    select ${workspaceId}, ${playbookId}, x.position, x.text, x.done_by, x.field_id, x.options, x.event from ${given} where x.id is null order by x.position`.execute(tx);
}
