import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import { json, type Queryable, type Tx } from '../../platform/db/db.ts';
import { brandVisible } from '../../platform/db/scope.ts';
import type { ApprovalStatus, ApproverKind, GuardedAction } from '../approval-rules/index.ts';
import type { TicketConditions } from '../conditions/index.ts';
import type { GuardToWrite } from './rules.rules.ts';

export type RuleRow = {
  id: number;
  name: string;
  brand_id: number | null;
  brand_name: string | null;
  brand_color: string | null;
  active: boolean;
  conditions: TicketConditions;
  guard: GuardToWrite['guard'];
  statuses: ApprovalStatus[] | null;
  field: string | null;
  above: number | null;
  options: string[] | null;
  macro: { id: number; name: string } | null;
  later_hours: number | null;
  actions: GuardedAction[] | null;
  approver: ApproverKind;
  approvers: { id: number; name: string }[];
  approvals: number;
  expires_after_hours: number;
  created_at: Date;
  updated_at: Date;
};

const read = sql`
  select r.id, r.name, r.brand_id, b.name as brand_name, b.color as brand_color, r.active, r.conditions, r.guard, r.statuses, f.key as field, r.above, r.options, case when m.id is not null then json_build_object('id', m.id, 'name', m.name) end as macro, r.later_hours, r.actions,
    r.approver, r.approvals, r.expires_after_hours, r.created_at, r.updated_at,
    (select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name) order by a.id), '[]') from agents a where a.workspace_id = r.workspace_id and a.id = any(r.approvers)) as approvers
  from approval_rules r
  left join brands b on b.workspace_id = r.workspace_id and b.id = r.brand_id
  left join custom_fields f on f.workspace_id = r.workspace_id and f.id = r.field_id
  left join macros m on m.workspace_id = r.workspace_id and m.id = r.macro_id`;

const visible = (scope: Scope) => sql<boolean>`r.removed_at is null and (r.brand_id is null or ${brandVisible(scope, sql`r.brand_id`)})`;

/** Oldest first. Index: approval_rules_live. */
export async function listRules(db: Queryable, scope: Scope, { after, limit }: { after: number; limit: number }): Promise<RuleRow[]> {
  const { rows } = await sql<RuleRow>`${read} where r.workspace_id = ${scope.workspaceId} and ${visible(scope)} and r.id > ${after} order by r.id limit ${limit}`.execute(db);
  return rows;
}

/** Null for one that is not there, was taken out, or is of a brand that the scope does not see. */
export async function findRule(db: Queryable, scope: Scope, ruleId: number): Promise<RuleRow | null> {
  const { rows } = await sql<RuleRow>`${read} where r.workspace_id = ${scope.workspaceId} and r.id = ${ruleId} and ${visible(scope)}`.execute(db);
  return rows[0] ?? null;
}

/** Nobody else writes it until the commit. */
export async function lockRule(tx: Tx, workspaceId: number, ruleId: number): Promise<void> {
  await sql`select from approval_rules where workspace_id = ${workspaceId} and id = ${ruleId} for no key update`.execute(tx);
}

/** How many there are, at most `cap`; the workspace's lock makes the answer hold until the commit. */
export async function countRules(tx: Tx, workspaceId: number, cap: number): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended('approval_rules', ${workspaceId}))`.execute(tx);
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (select from approval_rules where workspace_id = ${workspaceId} and removed_at is null limit ${sql.lit(cap)}) counted`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** Which of these agents work here and see the brand (null: all brands). */
export async function whoMayApprove(tx: Tx, workspaceId: number, brandId: number | null, agentIds: readonly number[]): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`
    select a.id from agents a where a.workspace_id = ${workspaceId} and a.id = any(${[...agentIds]}::bigint[]) and a.active and a.role not in ('viewer', 'client')
      and (a.all_brands or ${brandId}::bigint is null or exists (select from agent_brands b where b.workspace_id = a.workspace_id and b.agent_id = a.id and b.brand_id = ${brandId}::bigint))`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

export type RuleToWrite = GuardToWrite & { name: string; active: boolean; conditions: TicketConditions; approver: ApproverKind; approvers: readonly number[]; approvals: number; hours: number; now: Date };

export async function insertRule(tx: Tx, workspaceId: number, brandId: number | null, rule: RuleToWrite): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into approval_rules (workspace_id, brand_id, name, active, conditions, guard, statuses, field_id, above, options, macro_id, later_hours, actions, approver, approvers, approvals, expires_after_hours, created_at, updated_at)
    values (${workspaceId}, ${brandId}, ${rule.name}, ${rule.active}, ${json(rule.conditions)}, ${rule.guard}, ${rule.statuses}::text[], ${rule.field_id}, ${rule.above}, ${rule.options}::text[], ${rule.macro_id}::bigint, ${rule.later_hours}::int, ${rule.actions}::text[],
      ${rule.approver}, ${[...rule.approvers]}::bigint[], ${rule.approvals}, ${rule.hours}, ${rule.now}, ${rule.now}) returning id`.execute(tx);
  return rows[0]!.id; // an insert without a condition answers its row
}

/** `guard` null: what it guards stays. */
export async function updateRuleRow(tx: Tx, workspaceId: number, ruleId: number, rule: Omit<RuleToWrite, keyof GuardToWrite>, guard: GuardToWrite | null): Promise<void> {
  await sql`
    update approval_rules set name = ${rule.name}, active = ${rule.active}, conditions = ${json(rule.conditions)}, approver = ${rule.approver},
      approvers = ${[...rule.approvers]}::bigint[], approvals = ${rule.approvals}, expires_after_hours = ${rule.hours}, updated_at = ${rule.now}
      ${guard ? sql`, guard = ${guard.guard}, statuses = ${guard.statuses}::text[], field_id = ${guard.field_id}, above = ${guard.above}, options = ${guard.options}::text[], macro_id = ${guard.macro_id}::bigint, later_hours = ${guard.later_hours}::int, actions = ${guard.actions}::text[]` : sql``}
    where workspace_id = ${workspaceId} and id = ${ruleId}`.execute(tx);
}

export async function removeRuleRow(tx: Tx, workspaceId: number, ruleId: number, now: Date): Promise<void> {
  await sql`update approval_rules set removed_at = ${now} where workspace_id = ${workspaceId} and id = ${ruleId}`.execute(tx);
}
