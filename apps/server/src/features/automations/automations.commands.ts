import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import { changedFields } from '../../platform/events/changes.ts';
import { appendEvent, feedEnd } from '../../platform/events/events.queries.ts';
import { checkActions, tidyActions, type AutomationActions } from '../actions/index.ts';
import { findBrand } from '../brands/index.ts';
import { findMacroTexts } from '../macros/index.ts';
import { mayWriteAutomation } from './automations.policy.ts';
import { countLive, findAutomation, findNeighbour, insertAutomation, lockAutomations, setPosition, updateAutomationRow, type AutomationRow } from './automations.queries.ts';
import { mostAutomations, type CreateAutomationBody, type UpdateAutomationBody } from './automations.schemas.ts';
import { beginFollowing } from './follow.queries.ts';

/** Off, behind the others. @throws Problem not_allowed; invalid_input that names the field; still_in_use (field `limit`) */
export async function createAutomation(tx: Tx, actor: AgentActor, { name, brand = null, trigger, conditions, ...body }: CreateAutomationBody, now: Date): Promise<number> {
  const { workspaceId } = actor.scope;
  if (brand !== null && !(await findBrand(tx, actor.scope, brand))) throw fieldProblem('brand', 'not_found', 'There is no such brand');
  if (!mayWriteAutomation(actor, brand)) throw new Problem('not_allowed');
  const actions = await readActions(tx, workspaceId, body.actions, brand);
  await lockAutomations(tx, workspaceId);
  const last = await roomFor(tx, workspaceId);
  const id = await insertAutomation(tx, workspaceId, { name, brandId: brand, trigger, conditions, actions, position: last + 1, now });
  await appendEvent(tx, actor, { type: 'automation.created', brandId: brand, data: { automation_id: id } });
  return id;
}

/** @throws Problem not_found, not_allowed, conflict (changed since `seen`), invalid_input, still_in_use when a restored one is too many */
export async function updateAutomation(tx: Tx, actor: AgentActor, id: number, { seen, ...body }: UpdateAutomationBody, now: Date): Promise<void> {
  const { workspaceId } = actor.scope;
  const row = await toWrite(tx, actor, id);
  if (seen !== undefined && new Date(seen).getTime() !== row.updated_at.getTime()) throw new Problem('conflict', 'It was changed meanwhile', [{ field: 'seen', code: 'conflict', message: 'There is a newer state' }]);
  const state = { name: row.name, trigger: row.trigger as object, conditions: row.conditions as object, actions: row.actions as object, enabled: row.enabled, archived: row.archived_at !== null }; // objects, by the check of each writer
  const patch = { ...body, ...(body.actions && { actions: await readActions(tx, workspaceId, body.actions, row.brand_id) }) };
  const changes = changedFields(state, patch, ['name', 'trigger', 'conditions', 'actions']);
  if (!changes) return;
  const after = { ...state, ...patch };
  if (after.archived) after.enabled = false;
  const restored = state.archived && !after.archived;
  const position = restored ? (await roomFor(tx, workspaceId)) + 1 : row.position;
  const begins = after.enabled && (!state.enabled || changes['trigger']);
  await updateAutomationRow(tx, workspaceId, id, { ...after, position, enabledAt: after.enabled ? (begins ? now : row.enabled_at) : null, plannedAt: begins ? null : row.planned_at, now });
  if (begins) await beginFollowing(tx, workspaceId, await feedEnd(tx, workspaceId));
  await appendEvent(tx, actor, { type: 'automation.updated', brandId: row.brand_id, data: { automation_id: id, changes } });
}

/** Changes places with the next of those that the actor sees. Nothing at the ends. @throws Problem not_found, not_allowed */
export async function moveAutomation(tx: Tx, actor: AgentActor, id: number, to: 'up' | 'down'): Promise<void> {
  const { workspaceId } = actor.scope;
  const row = await toWrite(tx, actor, id);
  const other = row.archived_at === null ? await findNeighbour(tx, actor.scope, row, to) : null;
  if (!other) return;
  if (!mayWriteAutomation(actor, other.brand_id)) throw new Problem('not_allowed', 'The one beside it is not yours to move');
  await setPosition(tx, workspaceId, id, other.position);
  await setPosition(tx, workspaceId, other.id, row.position);
  await appendEvent(tx, actor, { type: 'automation.updated', brandId: row.brand_id, data: { automation_id: id, changes: { position: { from: row.position, to: other.position } } } });
}

async function toWrite(tx: Tx, actor: AgentActor, id: number): Promise<AutomationRow> {
  await lockAutomations(tx, actor.scope.workspaceId);
  const row = await findAutomation(tx, actor.scope, id);
  if (!row) throw notFound('automation');
  if (!mayWriteAutomation(actor, row.brand_id)) throw new Problem('not_allowed');
  return row;
}

async function roomFor(tx: Tx, workspaceId: number): Promise<number> {
  const { count, last } = await countLive(tx, workspaceId, mostAutomations);
  if (count < mostAutomations) return last;
  const message = `There are ${mostAutomations} automations already: archive one first`;
  throw new Problem('still_in_use', message, [{ field: 'limit', code: 'too_many', message }]);
}

/** What it does must be possible on a ticket of its brand. @throws Problem invalid_input that names the part */
async function readActions(tx: Tx, workspaceId: number, given: AutomationActions, brandId: number | null): Promise<AutomationActions> {
  const actions = tidyActions(given);
  const { reply } = actions;
  if (Object.keys(actions).length === 0) throw fieldProblem('actions', 'says_nothing', 'An automation does something');
  await checkActions(tx, workspaceId, actions, brandId);
  if (reply) {
    const texts = await findMacroTexts(tx, workspaceId, reply.macro, brandId);
    if (!texts) throw fieldProblem('actions.reply.macro', 'not_found', 'There is no such shared macro for these tickets');
    if (texts.length === 0) throw fieldProblem('actions.reply.macro', 'says_nothing', 'The macro has no text');
  }
  return actions;
}
