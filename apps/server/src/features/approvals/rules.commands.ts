import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { mostRules, type ApproverKind } from '../approval-rules/index.ts';
import { findBrand } from '../brands/index.ts';
import { readConditions } from '../conditions/index.ts';
import { isSharedMacro } from '../macros/index.ts';
import type { KnownField } from '../custom-fields/index.ts';
import { mayWriteRule } from './approvals.policy.ts';
import { countRules, findRule, insertRule, lockRule, removeRuleRow, updateRuleRow, whoMayApprove, type RuleRow } from './rules.queries.ts';
import { guardParts, readGuard } from './rules.rules.ts';
import type { CreateRuleBody, UpdateRuleBody } from './rules.schemas.ts';

type Known = { now: Date; known: readonly KnownField[] };

/** @throws Problem not_allowed; invalid_input that names the field; still_in_use (field `limit`) when there are too many */
export async function createRule(tx: Tx, actor: AgentActor, { brand = null, ...body }: CreateRuleBody, { now, known }: Known): Promise<number> {
  const { workspaceId } = actor.scope;
  if (brand !== null && !(await findBrand(tx, actor.scope, brand))) throw fieldProblem('brand', 'not_found', 'There is no such brand');
  if (!mayWriteRule(actor, brand, body.approver)) throw new Problem('not_allowed');
  const conditions = readConditions(body.conditions, brand, known);
  const guard = readGuard(body, brand, known);
  await checkMacro(tx, workspaceId, guard.macro_id, brand);
  const approvers = await readApprovers(tx, workspaceId, brand, body);
  if ((await countRules(tx, workspaceId, mostRules)) >= mostRules) throw new Problem('still_in_use', `There are ${mostRules} rules already: remove one first`, [{ field: 'limit', code: 'too_many', message: `At most ${mostRules}` }]);
  const { name, active, approver, approvals, expires_after_hours: hours } = body;
  const ruleId = await insertRule(tx, workspaceId, brand, { ...guard, name, active, conditions, approver, approvers, approvals, hours, now });
  await appendEvent(tx, actor, { type: 'approval_rule.created', brandId: brand, data: { rule: ruleId } });
  return ruleId;
}

/** @throws Problem not_found, not_allowed, invalid_input that names the field, conflict when somebody has changed it since `seen` */
export async function updateRule(tx: Tx, actor: AgentActor, ruleId: number, { seen, ...patch }: UpdateRuleBody, { now, known }: Known): Promise<void> {
  const { workspaceId } = actor.scope;
  const row = await toWrite(tx, actor, ruleId);
  if (seen !== undefined && new Date(seen).getTime() !== row.updated_at.getTime()) throw new Problem('conflict', 'Somebody changed it meanwhile', [{ field: 'seen', code: 'conflict', message: 'It has been changed since' }]);
  const loose = guardParts.find((part) => patch[part] !== undefined);
  if (loose && !patch.guard) throw fieldProblem('guard', 'required', 'What belongs to the guard comes with it');
  if (!mayWriteRule(actor, row.brand_id, patch.approver)) throw new Problem('not_allowed');
  const guard = patch.guard ? readGuard({ ...patch, guard: patch.guard }, row.brand_id, known) : null;
  await checkMacro(tx, workspaceId, guard?.macro_id ?? null, row.brand_id);
  const conditions = patch.conditions === undefined ? row.conditions : readConditions(patch.conditions, row.brand_id, known);
  const who = { approver: patch.approver ?? row.approver, approvals: patch.approvals ?? row.approvals, approvers: patch.approvers ?? (patch.approver && patch.approver !== 'named' ? [] : row.approvers.map(({ id }) => id)) };
  const approvers = patch.approver || patch.approvers || patch.approvals ? await readApprovers(tx, workspaceId, row.brand_id, who) : who.approvers;
  await updateRuleRow(tx, workspaceId, ruleId, { name: patch.name ?? row.name, active: patch.active ?? row.active, conditions, ...who, approvers, hours: patch.expires_after_hours ?? row.expires_after_hours, now }, guard);
  const changes = Object.fromEntries(Object.keys(patch).map((part) => [part, part === 'active' ? { from: row.active, to: patch.active } : {}]));
  await appendEvent(tx, actor, { type: 'approval_rule.updated', brandId: row.brand_id, data: { rule: ruleId, changes } });
}

/** Who waits for an answer by it can still be answered. @throws Problem not_found, not_allowed */
export async function removeRule(tx: Tx, actor: AgentActor, ruleId: number, now: Date): Promise<void> {
  const row = await toWrite(tx, actor, ruleId);
  await removeRuleRow(tx, actor.scope.workspaceId, ruleId, now);
  await appendEvent(tx, actor, { type: 'approval_rule.removed', brandId: row.brand_id, data: { rule: ruleId } });
}

async function toWrite(tx: Tx, actor: AgentActor, ruleId: number): Promise<RuleRow> {
  await lockRule(tx, actor.scope.workspaceId, ruleId);
  const row = await findRule(tx, actor.scope, ruleId);
  if (!row) throw notFound('approval rule');
  if (!mayWriteRule(actor, row.brand_id, row.approver)) throw new Problem('not_allowed');
  return row;
}

/** A rule of all brands may name a macro of one. */
async function checkMacro(tx: Tx, workspaceId: number, macroId: number | null, brandId: number | null): Promise<void> {
  if (macroId !== null && !(await isSharedMacro(tx, workspaceId, macroId, brandId))) throw fieldProblem('macro', 'not_found', 'There is no such shared macro for these tickets');
}

/** Named ones are there, and enough of them for one who is among them to be answered. */
async function readApprovers(tx: Tx, workspaceId: number, brandId: number | null, { approver, approvers, approvals }: { approver: ApproverKind; approvers: readonly number[]; approvals: number }): Promise<number[]> {
  const named = [...new Set(approvers)];
  if (approver !== 'named') {
    if (named.length > 0) throw fieldProblem('approvers', 'does_not_belong', 'Agents are named with the approver `named`');
    return [];
  }
  if (named.length < approvals) throw fieldProblem('approvers', 'required', `At least ${approvals}`);
  const may = await whoMayApprove(tx, workspaceId, brandId, named);
  if (named.some((agent) => !may.has(agent))) throw fieldProblem('approvers', 'not_found', 'There is no such agent who may work on this brand');
  return named;
}
