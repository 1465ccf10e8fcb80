import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound, Problem, type FieldProblem } from '../../platform/errors/problem.ts';
import { changedFields } from '../../platform/events/changes.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { listBrandTexts, replaceTexts } from './brand-texts.queries.ts';
import { findBrand, findFirstBrand, insertBrand, letAgentSeeBrand, lockDefaultBrand, unsetDefaultBrand, updateBrandRow } from './brands.queries.ts';
import { slugOf, unknownPlaceholders } from './brands.rules.ts';
import type { CreateBrandBody, ReplaceBrandTextsBody, UpdateBrandBody } from './brands.schemas.ts';

/**
 * The first brand of a workspace is its default. Who sees only some brands sees the one they made.
 * @throws Problem already_exists when the given slug is taken
 */
export async function createBrand(tx: Tx, actor: Actor, input: CreateBrandBody): Promise<{ brandId: number }> {
  const { workspaceId, brands } = actor.scope;
  await lockDefaultBrand(tx, workspaceId);
  const isFirst = (await findFirstBrand(tx, { workspaceId, brands: 'all' })) === null;
  const formerDefault = input.is_default ? await unsetDefaultBrand(tx, workspaceId) : null;
  const values = {
    name: input.name,
    from_name: input.from_name ?? '',
    acknowledge: input.acknowledge ?? false,
    is_default: isFirst || input.is_default === true,
    color: input.color,
    default_language: input.default_language,
  };
  const wanted = input.slug ?? slugOf(input.name);
  let brandId = await insertBrand(tx, workspaceId, { ...values, slug: wanted });
  for (let turn = 2; brandId === null && input.slug === undefined && turn < 100; turn += 1) {
    brandId = await insertBrand(tx, workspaceId, { ...values, slug: `${wanted}-${turn}` });
  }
  if (brandId === null) throw taken('slug', 'A brand has this slug already');
  if (brands !== 'all' && actor.type === 'agent') await letAgentSeeBrand(tx, workspaceId, actor.id, brandId);
  await appendEvent(tx, actor, { type: 'brand.created', brandId, data: { brand_id: brandId, ...(formerDefault ? { former_default: formerDefault } : {}) } });
  return { brandId };
}

/** @throws Problem not_found; still_in_use for archiving the default brand */
export async function updateBrand(tx: Tx, actor: Actor, brandId: number, input: UpdateBrandBody): Promise<void> {
  await lockDefaultBrand(tx, actor.scope.workspaceId);
  const before = await findBrand(tx, actor.scope, brandId, { lock: true });
  if (!before) throw notFound('brand');
  const state = { ...before, archived: before.archived_at !== null };
  const changes = changedFields(state, input, ['name', 'from_name']);
  if (!changes) return;
  const becomesDefault = input.is_default === true && !before.is_default;
  if (input.archived && (before.is_default || becomesDefault)) throw inUse('archived', 'The default brand cannot be archived: make another one the default first');
  if (becomesDefault && (input.archived ?? state.archived)) throw inUse('is_default', 'An archived brand cannot be the default');
  const formerDefault = becomesDefault ? await unsetDefaultBrand(tx, actor.scope.workspaceId) : null;
  await updateBrandRow(tx, actor.scope.workspaceId, brandId, input);
  await appendEvent(tx, actor, { type: 'brand.updated', brandId, data: { brand_id: brandId, changes, ...(formerDefault ? { former_default: formerDefault } : {}) } });
}

/** @throws Problem not_found; invalid_input that names unknown placeholders and doubled texts */
export async function replaceBrandTexts(tx: Tx, actor: Actor, brandId: number, { texts }: ReplaceBrandTextsBody): Promise<void> {
  const problems = texts.flatMap(({ subject, body }, index) => [
    ...placeholderProblems(`texts.${index}.subject`, subject),
    ...placeholderProblems(`texts.${index}.body`, body),
  ]);
  texts.forEach(({ kind, language }, index) => {
    if (texts.findIndex((other) => other.kind === kind && other.language === language) < index)
      problems.push({ field: `texts.${index}`, code: 'duplicate', message: `There is a second ${kind} in ${language}` });
  });
  if (problems.length) throw new Problem('invalid_input', problems.map(({ field, message }) => `${field}: ${message}`).join('; '), problems.slice(0, 20));
  if (!(await findBrand(tx, actor.scope, brandId, { lock: true }))) throw notFound('brand');
  const before = (await listBrandTexts(tx, actor.scope, brandId)).map(({ updated_at: _, ...text }) => text);
  const after = texts.toSorted((a, b) => a.kind.localeCompare(b.kind, 'en') || a.language.localeCompare(b.language, 'en'));
  if (isDeepStrictEqual(before, after.map(({ kind, language, subject, body }) => ({ kind, language, subject, body })))) return;
  await replaceTexts(tx, actor.scope.workspaceId, brandId, texts);
  await appendEvent(tx, actor, { type: 'brand.updated', brandId, data: { brand_id: brandId, changes: { texts: true } } });
}

function placeholderProblems(field: string, text: string): FieldProblem[] {
  return unknownPlaceholders(text).map((found) => ({ field, code: 'unknown_placeholder', message: `${found} is not a placeholder` }));
}

function taken(field: string, message: string): Problem {
  return new Problem('already_exists', message, [{ field, code: 'already_exists', message }]);
}

function inUse(field: string, message: string): Problem {
  return new Problem('still_in_use', message, [{ field, code: 'still_in_use', message }]);
}
