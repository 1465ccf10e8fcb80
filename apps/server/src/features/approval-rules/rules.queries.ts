import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { fits, ticketFacts } from '../conditions/index.ts';
import type { ApprovalStatus, GuardedAction, KnownApprovalRule } from './known-rules.ts';

/** Rules of a workspace that are not taken out. */
export const mostRules = 100;
/** So many are asked at once; who leads or administers a large desk is more than have to hear of it. */
export const mostApprovers = 50;

export type ApproverKind = 'lead' | 'admin' | 'named';

type GuardRow = { id: number; brand_id: number | null; guard: KnownApprovalRule['guard']; statuses: ApprovalStatus[] | null; field: string | null; above: number | null; options: string[] | null; macro: number | null; later_hours: number | null; actions: GuardedAction[] | null };

/** Index: approval_rules_live. A rule of a field that is gone asks for nothing. */
export async function listGuardingRules(db: Queryable, workspaceId: number): Promise<KnownApprovalRule[]> {
  const { rows } = await sql<GuardRow>`
    select r.id, r.brand_id, r.guard, r.statuses, f.key as field, r.above, r.options, r.macro_id as macro, r.later_hours, r.actions
    from approval_rules r left join custom_fields f on f.workspace_id = r.workspace_id and f.id = r.field_id and f.archived_at is null
    where r.workspace_id = ${workspaceId} and r.removed_at is null and r.active order by r.id limit ${sql.lit(mostRules)}`.execute(db);
  return rows.flatMap(({ id, brand_id: brandId, guard, statuses, field, above, options, macro, later_hours: laterHours, actions }): KnownApprovalRule[] => {
    if (guard === 'status') return [{ id, brandId, guard, statuses: statuses ?? [] }];
    if (guard === 'macro') return macro === null ? [] : [{ id, brandId, guard, macro }];
    if (guard === 'promise') return laterHours === null ? [] : [{ id, brandId, guard, laterHours }];
    if (guard === 'merge') return [{ id, brandId, guard }];
    if (guard === 'action') return [{ id, brandId, guard, actions: actions ?? [] }];
    if (field === null) return [];
    if (guard === 'amount') return above === null ? [] : [{ id, brandId, guard, field, above }];
    return [{ id, brandId, guard, field, options: options ?? [] }];
  });
}

const sees = (brandId: RawBuilder<unknown>) => sql`exists (select from agent_brands ab where ab.workspace_id = a.workspace_id and ab.agent_id = a.id and ab.brand_id = ${brandId})`;

/** Of a rule `r`, whether an agent `a` who works here answers for it on a ticket of the brand: who sees that brand, and the rule's own. */
export const isApprover = (brandId: RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`(a.active and a.role not in ('viewer', 'client')
  and (a.all_brands or (${sees(brandId)} and (r.brand_id is null or ${sees(sql`r.brand_id`)})))
  and case r.approver when 'named' then a.id = any(r.approvers) when 'admin' then a.role in ('admin', 'owner') else a.role in ('lead', 'admin', 'owner') end)`;

/** Those who may answer for one rule on a ticket that is of the brand while it is asked for, without whoever asks. Index: agents by workspace; at most `limit`. */
export async function findApprovers(db: Queryable, workspaceId: number, { ruleId, brandId, but, limit }: { ruleId: number; brandId: number; but: readonly number[]; limit: number }): Promise<{ id: number; name: string }[]> {
  const { rows } = await sql<{ id: number; name: string }>`
    select a.id, a.name from approval_rules r join agents a on a.workspace_id = r.workspace_id and ${isApprover(sql`${brandId}::bigint`)}
    where r.workspace_id = ${workspaceId} and r.id = ${ruleId} and a.id <> all(${[...but]}::bigint[])
    order by case a.role when 'lead' then 0 when 'admin' then 1 else 2 end, a.id limit ${limit}`.execute(db);
  return rows;
}

export type FittingRule = { id: number; name: string; approver: ApproverKind; approvals: number };

/** Which of these fit the ticket as it is now, in their order. Indexes: tickets by id, primary keys. */
export async function findFittingRules(db: Queryable, scope: Scope, ticketId: number, ruleIds: readonly number[]): Promise<FittingRule[]> {
  const { rows } = await sql<FittingRule>`
    with recursive ${ticketFacts(scope.workspaceId, sql<boolean>`x.id = ${ticketId}`)}
    select r.id, r.name, r.approver, r.approvals from t join approval_rules r on true
    left join custom_fields f on f.workspace_id = r.workspace_id and f.id = r.field_id
    where r.workspace_id = ${scope.workspaceId} and r.id = any(${[...ruleIds]}::bigint[]) and r.active and r.removed_at is null and ${fits(sql`r.conditions`)}
      and (r.guard <> 'choice' or exists (select from unnest(r.options) o(key), values_held where f.key || ':' || o.key = any(values_held.pairs)))
    order by r.id`.execute(db);
  return rows;
}
