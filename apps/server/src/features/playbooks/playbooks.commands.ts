import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { findBrand } from '../brands/index.ts';
import { readConditions } from '../conditions/index.ts';
import type { KnownField } from '../custom-fields/index.ts';
import { guardedStatuses, mostPlaybooks, type GuardedStatus } from '../required-steps/index.ts';
import { mayWritePlaybook } from './playbooks.policy.ts';
import { countLivePlaybooks, findPlaybook, findStepIds, insertPlaybook, lockPlaybook, updatePlaybookRow, writeSteps, type PlaybookRow } from './playbooks.queries.ts';
import { readSteps } from './playbooks.rules.ts';
import type { CreatePlaybookBody, UpdatePlaybookBody } from './playbooks.schemas.ts';

type Known = { now: Date; known: readonly KnownField[] };

const inOrder = (guards: readonly GuardedStatus[]) => guardedStatuses.filter((status) => guards.includes(status));

/** @throws Problem not_allowed; invalid_input that names the field; still_in_use (field `limit`) when there are too many */
export async function createPlaybook(tx: Tx, actor: AgentActor, { name, brand = null, ...body }: CreatePlaybookBody, { now, known }: Known): Promise<number> {
  const { workspaceId } = actor.scope;
  if (brand !== null && !(await findBrand(tx, actor.scope, brand))) throw fieldProblem('brand', 'not_found', 'There is no such brand');
  if (!mayWritePlaybook(actor, brand)) throw new Problem('not_allowed');
  const conditions = readConditions(body.conditions, brand, known);
  const steps = readSteps(body.steps, brand, known);
  const strange = steps.findIndex(({ id }) => id !== null);
  if (strange >= 0) throw fieldProblem(`steps.${strange}.id`, 'not_found', 'A new playbook has no steps yet');
  await refuseTooMany(tx, workspaceId);
  const playbookId = await insertPlaybook(tx, workspaceId, { name, brandId: brand, guards: inOrder(body.guards), conditions, now });
  await writeSteps(tx, workspaceId, playbookId, steps, now);
  await appendEvent(tx, actor, { type: 'playbook.created', brandId: brand, data: { playbook_id: playbookId } });
  return playbookId;
}

/**
 * @throws Problem not_found, not_allowed, invalid_input that names the field, conflict when somebody has changed it since
 * `seen`, still_in_use when a restored one is too many
 */
export async function updatePlaybook(tx: Tx, actor: AgentActor, playbookId: number, { seen, ...patch }: UpdatePlaybookBody, { now, known }: Known): Promise<void> {
  const { workspaceId } = actor.scope;
  const row = await toWrite(tx, actor, playbookId);
  if (seen !== undefined && new Date(seen).getTime() !== row.updated_at.getTime()) throw new Problem('conflict', 'Somebody changed it meanwhile', [{ field: 'seen', code: 'conflict', message: 'It has been changed since' }]);
  const wasArchived = row.archived_at !== null;
  const archived = patch.archived ?? wasArchived;
  if (wasArchived && !archived) await refuseTooMany(tx, workspaceId);
  const conditions = patch.conditions === undefined ? row.conditions : readConditions(patch.conditions, row.brand_id, known);
  await updatePlaybookRow(tx, workspaceId, playbookId, { name: patch.name ?? row.name, guards: inOrder(patch.guards ?? row.guards), conditions, archived, now });
  if (patch.steps) {
    const steps = readSteps(patch.steps, row.brand_id, known);
    const own = await findStepIds(tx, workspaceId, playbookId, steps.flatMap(({ id }) => (id === null ? [] : [id])));
    const strange = steps.findIndex(({ id }) => id !== null && !own.has(id));
    if (strange >= 0) throw fieldProblem(`steps.${strange}.id`, 'not_found', 'It has no such step');
    await writeSteps(tx, workspaceId, playbookId, steps, now);
  }
  const changes = Object.fromEntries(Object.keys(patch).map((name) => [name, name === 'archived' ? { from: wasArchived, to: archived } : {}]));
  await appendEvent(tx, actor, { type: 'playbook.updated', brandId: row.brand_id, data: { playbook_id: playbookId, changes } });
}

async function toWrite(tx: Tx, actor: AgentActor, playbookId: number): Promise<PlaybookRow> {
  await lockPlaybook(tx, actor.scope.workspaceId, playbookId);
  const row = await findPlaybook(tx, actor.scope, playbookId);
  if (!row) throw notFound('playbook');
  if (!mayWritePlaybook(actor, row.brand_id)) throw new Problem('not_allowed');
  return row;
}

async function refuseTooMany(tx: Tx, workspaceId: number): Promise<void> {
  if ((await countLivePlaybooks(tx, workspaceId, mostPlaybooks)) < mostPlaybooks) return;
  const message = `There are ${mostPlaybooks} playbooks already: archive one first`;
  throw new Problem('still_in_use', message, [{ field: 'limit', code: 'too_many', message }]);
}
