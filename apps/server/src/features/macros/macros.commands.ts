import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import { changedFields } from '../../platform/events/changes.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { checkActions, tidyActions } from '../actions/index.ts';
import { findBrand } from '../brands/index.ts';
import { mayWriteMacro } from './macros.policy.ts';
import { countLiveMacros, findMacro, insertMacro, lockMacro, updateMacroRow, writeTexts, type MacroValues } from './macros.queries.ts';
import { readTexts, refuseEmpty, refuseOwnWebhook } from './macros.rules.ts';
import { mostOwn, mostShared, type CreateMacroBody, type UpdateMacroBody } from './macros.schemas.ts';

/** @throws Problem not_allowed; invalid_input that names the field; still_in_use (field `limit`) when there are too many */
export async function createMacro(tx: Tx, actor: AgentActor, body: CreateMacroBody): Promise<{ macroId: number }> {
  const { workspaceId } = actor.scope;
  const values: MacroValues = {
    name: body.name,
    ownerId: body.shared ? null : actor.id,
    brandId: body.brand ?? null,
    message: body.message ?? null,
    keywords: [...new Set(body.keywords ?? [])],
    actions: tidyActions(body.actions ?? {}),
  };
  const texts = readTexts(body.texts ?? []);
  refuseEmpty(texts, values.actions);
  refuseOwnWebhook(values.ownerId, values.actions);
  await checkBrand(tx, actor, values.brandId);
  if (!mayWriteMacro(actor, values)) throw new Problem('not_allowed');
  await checkActions(tx, workspaceId, values.actions, values.brandId);
  await refuseTooMany(tx, workspaceId, values.ownerId);
  const macroId = await insertMacro(tx, workspaceId, values);
  if (texts.length > 0) await writeTexts(tx, workspaceId, macroId, texts);
  await appendEvent(tx, actor, { type: 'macro.created', brandId: values.brandId, data: { macro_id: macroId } });
  return { macroId };
}

/** @throws Problem not_found, not_allowed, invalid_input that names the field, still_in_use when a restored or shared one is too many */
export async function updateMacro(tx: Tx, actor: AgentActor, macroId: number, { texts: given, ...body }: UpdateMacroBody): Promise<void> {
  const { workspaceId } = actor.scope;
  await lockMacro(tx, workspaceId, macroId);
  const row = await findMacro(tx, actor, macroId);
  if (!row) throw notFound('macro');
  if (!mayWriteMacro(actor, { ownerId: row.owner_id, brandId: row.brand_id })) throw new Problem('not_allowed');
  const texts = given && readTexts(given);
  const archived = row.archived_at !== null;
  const state = { name: row.name, shared: row.owner_id === null, brand: row.brand_id, message: row.message, keywords: row.keywords, actions: row.actions, texts: row.texts, archived };
  const patch = { ...body, ...(body.actions && { actions: tidyActions(body.actions) }), ...(texts && { texts }) };
  const changes = changedFields(state, patch, ['name', 'keywords', 'actions', 'texts']);
  if (!changes) return;
  const after = { ...state, ...patch };
  const values: MacroValues = { ...after, ownerId: after.shared ? null : row.owner_id, brandId: after.brand };
  refuseEmpty(after.texts, after.actions);
  refuseOwnWebhook(values.ownerId, after.actions);
  if (changes['brand']) await checkBrand(tx, actor, after.brand);
  if (!mayWriteMacro(actor, values)) throw new Problem('not_allowed');
  if (changes['actions'] || changes['brand']) await checkActions(tx, workspaceId, after.actions, after.brand);
  if (changes['shared'] || (archived && !after.archived)) await refuseTooMany(tx, workspaceId, values.ownerId);
  await updateMacroRow(tx, workspaceId, macroId, values, after.archived);
  if (changes['texts']) await writeTexts(tx, workspaceId, macroId, after.texts);
  // Who saw the old brand only hears that it was changed, and then finds it gone.
  if (changes['brand'] && row.brand_id !== null) await appendEvent(tx, actor, { type: 'macro.updated', brandId: row.brand_id, data: { macro_id: macroId, changes: { brand: true } } });
  await appendEvent(tx, actor, { type: 'macro.updated', brandId: after.brand, data: { macro_id: macroId, changes: { ...changes, ...(changes['brand'] && { brand: true as const }) } } });
}

async function checkBrand(tx: Tx, actor: AgentActor, brandId: number | null): Promise<void> {
  if (brandId !== null && !(await findBrand(tx, actor.scope, brandId))) throw fieldProblem('brand', 'not_found', 'There is no such brand');
}

async function refuseTooMany(tx: Tx, workspaceId: number, ownerId: number | null): Promise<void> {
  const most = ownerId === null ? mostShared : mostOwn;
  if ((await countLiveMacros(tx, workspaceId, ownerId, most)) < most) return;
  const message = `There are ${most} macros already: archive one first`;
  throw new Problem('still_in_use', message, [{ field: 'limit', code: 'too_many_macros', message }]);
}
