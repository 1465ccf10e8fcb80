import { seesBrand, type AgentActor, type Scope } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import { changedFields } from '../../platform/events/changes.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { brandOf, keepUnseen, policySeenBy, type SlaPolicy } from './policy.rules.ts';
import { deleteSlaPolicyRow, findSlaPolicy, insertSlaPolicy, listSlaPolicies, lockSlaPolicies, orderSlaPolicies, updateSlaPolicyRow, type SlaPolicyValues } from './sla-policies.queries.ts';
import { mostValues, type CreateSlaPolicyBody, type SlaConditions, type UpdateSlaPolicyBody } from './sla.schemas.ts';

export const mostPolicies = 100;
/** What a change of them makes another promise of. */
const terms = ['conditions', 'targets', 'pause', 'warn_minutes'] as const;

/** @throws Problem still_in_use when there are too many; invalid_input for one that promises nothing, or is for brands that the actor does not see; not_allowed */
export async function createSlaPolicy(tx: Tx, actor: AgentActor, body: CreateSlaPolicyBody): Promise<{ policyId: number }> {
  const { workspaceId } = actor.scope;
  await lockSlaPolicies(tx, workspaceId);
  const all = await listSlaPolicies(tx, workspaceId);
  if (all.length >= mostPolicies) throw new Problem('still_in_use', 'There are too many policies', [{ field: 'limit', code: 'too_many', message: 'Delete one first' }]);
  const values: SlaPolicyValues = { name: body.name, active: true, conditions: body.conditions ?? {}, targets: body.targets, pause: body.pause ?? ['pending', 'on_hold'], warn_minutes: body.warn_minutes ?? 30 };
  refuseEmpty(values);
  refuseForAll(actor.scope, values.conditions);
  refuseUnseen(actor.scope, values.conditions);
  const policyId = await insertSlaPolicy(tx, workspaceId, values);
  await appendEvent(tx, actor, { type: 'sla_policy.created', ...brandOf(values.conditions), data: { policy_id: policyId } });
  return { policyId };
}

/** @throws Problem not_found; not_allowed; invalid_input */
export async function updateSlaPolicy(tx: Tx, actor: AgentActor, policyId: number, { before: place, ...given }: UpdateSlaPolicyBody): Promise<void> {
  const { workspaceId } = actor.scope;
  await lockSlaPolicies(tx, workspaceId);
  const before = await findToWrite(tx, actor.scope, policyId);
  const body = { ...given, ...(given.conditions && { conditions: withUnseen(actor.scope, before.conditions, given.conditions) }) };
  const changes = changedFields(before, body, ['name', ...terms]);
  const moved = place !== undefined && (await move(tx, actor.scope, policyId, place));
  if (!changes && !moved) return;
  const values = { ...before, ...body };
  refuseEmpty(values);
  const version = before.version + (changes && terms.some((field) => changes[field]) ? 1 : 0);
  if (changes) await updateSlaPolicyRow(tx, workspaceId, policyId, { ...values, version });
  await appendEvent(tx, actor, { type: 'sla_policy.updated', ...brandOf(before.conditions, values.conditions), data: { policy_id: policyId, changes: { ...changes, ...(moved && { position: true }) } } });
}

/** What was promised under it stays in the history of its tickets. @throws Problem not_found; not_allowed */
export async function removeSlaPolicy(tx: Tx, actor: AgentActor, policyId: number): Promise<void> {
  const { workspaceId } = actor.scope;
  await lockSlaPolicies(tx, workspaceId);
  const { conditions } = await findToWrite(tx, actor.scope, policyId);
  await deleteSlaPolicyRow(tx, workspaceId, policyId);
  await appendEvent(tx, actor, { type: 'sla_policy.removed', ...brandOf(conditions), data: { policy_id: policyId } });
}

/** Whole, with the brands in it that the actor does not see. @throws Problem not_found for one that is for others alone; not_allowed */
async function findToWrite(tx: Tx, scope: Scope, policyId: number): Promise<SlaPolicy> {
  const policy = await findSlaPolicy(tx, scope.workspaceId, policyId);
  if (!policy || !policySeenBy(scope, policy)) throw notFound('policy');
  refuseForAll(scope, policy.conditions);
  return policy;
}

/** What is for all brands is written by whoever sees all of them. */
function refuseForAll({ brands }: Scope, { brand }: SlaConditions): void {
  if (!brand && brands !== 'all') throw new Problem('not_allowed');
}

function refuseUnseen(scope: Scope, { brand = [] }: SlaConditions, known: readonly number[] = []): void {
  if (brand.some((id) => !seesBrand(scope, id) && !known.includes(id))) throw fieldProblem('conditions.brand', 'not_found', 'There is no such brand');
}

/** @throws Problem not_allowed; invalid_input for brands that the actor does not see, or where there are more with those than a policy can have */
function withUnseen(scope: Scope, before: SlaConditions, written: SlaConditions): SlaConditions {
  refuseForAll(scope, written);
  refuseUnseen(scope, written, before.brand);
  const conditions = keepUnseen(scope, before, written);
  if (conditions.brand && conditions.brand.length > mostValues) throw fieldProblem('conditions.brand', 'too_many', `At most ${mostValues} brands, with those that are open to others alone`);
  return conditions;
}

async function move(tx: Tx, scope: Scope, policyId: number, before: number | null): Promise<boolean> {
  const { workspaceId } = scope;
  const all = await listSlaPolicies(tx, workspaceId);
  const ids = all.map(({ id }) => id);
  const others = ids.filter((id) => id !== policyId);
  const at = before === null ? others.length : others.indexOf(before);
  if (at < 0 || (before !== null && !all.some((policy) => policy.id === before && policySeenBy(scope, policy)))) throw fieldProblem('before', 'not_found', 'There is no such policy');
  const ordered = others.toSpliced(at, 0, policyId);
  if (ordered.every((id, index) => id === ids[index])) return false;
  await orderSlaPolicies(tx, workspaceId, ordered);
  return true;
}

function refuseEmpty({ targets }: Pick<SlaPolicyValues, 'targets'>): void {
  if (!targets.some(({ minutes }) => Object.values(minutes).some((each) => each !== null))) throw fieldProblem('targets', 'required', 'A policy promises something');
}
