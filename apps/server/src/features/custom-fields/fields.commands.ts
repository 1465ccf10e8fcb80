import type { Actor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import { changedFields } from '../../platform/events/changes.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { findBrand } from '../brands/index.ts';
import { countFields, findField, insertField, listOptions, lockField, lockFields, placeField, updateFieldRow, writeOptions } from './fields.queries.ts';
import { keyOf, planOptions } from './fields.rules.ts';
import { fieldKey, mostFields, mostFieldsInAll, mostOptionsInAll, type CreateFieldBody, type ReplaceOptionsBody, type UpdateFieldBody } from './fields.schemas.ts';

/** @throws Problem already_exists when the given key is taken; invalid_input that names the field; still_in_use (field `limit`) when there are too many */
export async function createField(tx: Tx, actor: Actor, body: CreateFieldBody): Promise<{ fieldId: number }> {
  const { workspaceId } = actor.scope;
  const brandId = body.brand ?? null;
  if (brandId === null) refuseForSomeBrands(actor);
  else if (!(await findBrand(tx, actor.scope, brandId))) throw fieldProblem('brand', 'not_found', 'There is no such brand');
  const hasOptions = body.type === 'choice' || body.type === 'tree';
  if (body.options && !hasOptions) throw fieldProblem('options', 'not_for_type', 'Only choice and tree have options');
  if (hasOptions && !body.options?.length) throw fieldProblem('options', 'invalid_type', 'A choice or a tree needs something to choose');
  const options = body.options && hasOptions ? planOptions(body.type, body.options, new Set()) : [];
  await lockFields(tx, workspaceId);
  const counts = await countFields(tx, workspaceId, brandId);
  refuseTooMany({ ...counts, options: counts.options + options.length });
  const values = {
    brandId, type: body.type, label: body.label, labels: body.labels ?? {}, help: body.help ?? '', helps: body.helps ?? {},
    required: body.required ?? 'never', filterable: body.filterable ?? false, position: counts.next,
  };
  const wanted = body.key ?? (freeWord(keyOf(body.label)));
  let fieldId = await insertField(tx, workspaceId, { ...values, key: wanted });
  for (let turn = 2; fieldId === null && body.key === undefined && turn < 100; turn += 1) fieldId = await insertField(tx, workspaceId, { ...values, key: `${wanted}_${turn}` });
  if (fieldId === null) throw new Problem('already_exists', 'A field has this key already', [{ field: 'key', code: 'already_exists', message: 'A field has this key already' }]);
  if (options.length > 0) await writeOptions(tx, workspaceId, fieldId, options);
  await appendEvent(tx, actor, { type: 'field.created', brandId, data: { field_id: fieldId } });
  return { fieldId };
}

/** What a label gives, as a key that may be used. */
function freeWord(key: string): string {
  if (fieldKey.safeParse(key).success) return key;
  return key === '' ? 'field' : `field_${key}`.slice(0, 40);
}

/** @throws Problem not_found; not_allowed for a field of all brands by who sees only some; still_in_use when a restored one is too many */
export async function updateField(tx: Tx, actor: Actor, fieldId: number, { before, ...body }: UpdateFieldBody): Promise<void> {
  const { workspaceId } = actor.scope;
  await lockFields(tx, workspaceId);
  await lockField(tx, workspaceId, fieldId);
  const row = await findField(tx, actor.scope, fieldId);
  if (!row) throw notFound('field');
  if (row.brand_id === null) refuseForSomeBrands(actor);
  const state = { ...row, archived: row.archived_at !== null };
  const changes = changedFields(state, body, ['label', 'labels', 'help', 'helps']);
  if (body.archived === false && state.archived) {
    const counts = await countFields(tx, workspaceId, row.brand_id);
    refuseTooMany({ ...counts, all: 0, options: 0 });
  }
  if (changes) await updateFieldRow(tx, workspaceId, fieldId, body);
  if (before !== undefined) {
    if (before === fieldId || (before !== null && !(await findField(tx, actor.scope, before)))) throw fieldProblem('before', 'not_found', 'There is no such field');
    await placeField(tx, workspaceId, fieldId, before);
  }
  if (!changes && before === undefined) return;
  await appendEvent(tx, actor, { type: 'field.updated', brandId: row.brand_id, data: { field_id: fieldId, changes: { ...changes, ...(before === undefined ? {} : { position: true }) } } });
}

/** @throws Problem not_found, not_allowed, conflict (somebody changed the field since `seen`), or invalid_input that names the option */
export async function replaceOptions(tx: Tx, actor: Actor, fieldId: number, { options: given, seen }: ReplaceOptionsBody): Promise<void> {
  const { workspaceId } = actor.scope;
  await lockFields(tx, workspaceId);
  await lockField(tx, workspaceId, fieldId);
  const row = await findField(tx, actor.scope, fieldId);
  if (!row) throw notFound('field');
  if (row.brand_id === null) refuseForSomeBrands(actor);
  if (seen !== undefined && Date.parse(seen) !== row.updated_at.getTime()) throw new Problem('conflict', 'Somebody changed the field meanwhile', [{ field: 'seen', code: 'conflict', message: `It was changed at ${row.updated_at.toISOString()}` }]);
  const named = new Set(given.map(({ key }) => key));
  const before = await listOptions(tx, workspaceId, [fieldId]);
  const kept = new Set(before.filter(({ key }) => !named.has(key)).map(({ key }) => key));
  const options = planOptions(row.type, given, kept);
  const counts = await countFields(tx, workspaceId, row.brand_id);
  refuseTooMany({ live: 0, all: 0, options: counts.options - before.length + options.length + kept.size });
  await writeOptions(tx, workspaceId, fieldId, options);
  await updateFieldRow(tx, workspaceId, fieldId, {});
  await appendEvent(tx, actor, { type: 'field.updated', brandId: row.brand_id, data: { field_id: fieldId, changes: { options: true } } });
}

/** A field of all brands is not for who answers for some of them only. */
function refuseForSomeBrands({ scope }: Actor): void {
  if (scope.brands !== 'all') throw new Problem('not_allowed', 'A field of all brands takes somebody who sees all brands', [{ field: 'brand', code: 'not_allowed', message: 'Choose a brand' }]);
}

function refuseTooMany({ live, all, options }: { live: number; all: number; options: number }): void {
  if (live >= mostFields) throw fieldProblem('label', 'too_many_fields', `A brand has at most ${mostFields} live fields: archive one first`);
  if (all >= mostFieldsInAll) throw fieldProblem('label', 'too_many_fields', `A workspace has at most ${mostFieldsInAll} fields, archived ones included`);
  if (options > mostOptionsInAll) throw fieldProblem('options', 'too_many_options', `A workspace has at most ${mostOptionsInAll} options`);
}

