import { isDeepStrictEqual } from 'node:util';
import { seesBrand, type Actor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem, type FieldProblem } from '../../platform/errors/problem.ts';
import { changedFields } from '../../platform/events/changes.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { isCalendar } from '../calendars/index.ts';
import { unknownPlaceholders } from '../placeholders/index.ts';
import { listBrandTexts, replaceTexts } from './brand-texts.queries.ts';
import { findBrand, findFirstBrand, findInboxOfOtherTeam, hasActiveInbox, insertBrand, letAgentSeeBrand, lockDefaultBrand, takingWork, unsetDefaultBrand, updateBrandRow, type BrandRow } from './brands.queries.ts';
import { slugOf } from './brands.rules.ts';
import type { CreateBrandBody, ReplaceBrandTextsBody, UpdateBrandBody } from './brands.schemas.ts';

/**
 * The first brand of a workspace is its default. Who sees only some brands sees the one they made.
 * @throws Problem already_exists when the given slug is taken; not_allowed for taking the default from an unseen brand
 */
export async function createBrand(tx: Tx, actor: Actor, input: CreateBrandBody): Promise<{ brandId: number }> {
  const { workspaceId, brands } = actor.scope;
  await lockDefaultBrand(tx, workspaceId);
  const isFirst = (await findFirstBrand(tx, { workspaceId, brands: 'all' })) === null;
  if (input.is_default) await takeDefault(tx, actor);
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
  await appendEvent(tx, actor, { type: 'brand.created', brandId, data: { brand_id: brandId } });
  return { brandId };
}

/** @throws Problem not_found; still_in_use for archiving the default brand or one that mail comes to; not_allowed for taking the default from an unseen one */
export async function updateBrand(tx: Tx, actor: Actor, brandId: number, input: UpdateBrandBody): Promise<void> {
  await lockDefaultBrand(tx, actor.scope.workspaceId);
  const before = await findBrand(tx, actor.scope, brandId, { lock: true });
  if (!before) throw notFound('brand');
  const state = { ...before, calendar: before.calendar_id, teams: before.team_ids, archived: before.archived_at !== null };
  const changes = changedFields(state, input, ['name', 'from_name']);
  if (!changes) return;
  const becomesDefault = input.is_default === true && !before.is_default;
  if (input.archived && (before.is_default || becomesDefault)) throw inUse('archived', 'The default brand cannot be archived: make another one the default first');
  if (input.archived && !state.archived && (await hasActiveInbox(tx, actor.scope.workspaceId, brandId)))
    throw inUse('archived', 'Mail still comes to this brand: deactivate its inboxes or move them first');
  if (becomesDefault && (input.archived ?? state.archived)) throw inUse('is_default', 'An archived brand cannot be the default');
  if (becomesDefault) await takeDefault(tx, actor);
  const { calendar, teams, ...patch } = input;
  if (calendar != null && !(await isCalendar(tx, actor.scope.workspaceId, calendar))) throw fieldProblem('calendar', 'not_found', 'There are no such opening hours');
  if (teams) await checkTeams(tx, actor.scope.workspaceId, before, teams);
  await updateBrandRow(tx, actor.scope.workspaceId, brandId, { ...patch, ...(calendar === undefined ? {} : { calendar_id: calendar }), ...(teams === undefined ? {} : { team_ids: teams }) });
  await appendEvent(tx, actor, { type: 'brand.updated', brandId, data: { brand_id: brandId, changes } });
}

/** Those that serve it already may be archived by now. */
async function checkTeams(tx: Tx, workspaceId: number, { id, team_ids: had }: Pick<BrandRow, 'id' | 'team_ids'>, teams: readonly number[]): Promise<void> {
  const known = new Set([...(had ?? []), ...(await takingWork(tx, workspaceId, teams))]);
  if (teams.some((team) => !known.has(team))) throw fieldProblem('teams', 'not_found', 'There is no such team');
  const inbox = await findInboxOfOtherTeam(tx, workspaceId, id, teams);
  if (!inbox) return;
  const message = `Mail to ${inbox.address} goes to a team that is not among them: choose another one there first`;
  throw new Problem('still_in_use', message, [{ field: 'teams', code: 'inbox_of_other_team', message }]);
}

/** The default mark leaves its brand. That is a change of that brand, told to those who see it. */
async function takeDefault(tx: Tx, actor: Actor): Promise<void> {
  const former = await unsetDefaultBrand(tx, actor.scope.workspaceId);
  if (former === null) return;
  if (!seesBrand(actor.scope, former)) throw new Problem('not_allowed', 'The default brand is one that you do not see');
  await appendEvent(tx, actor, { type: 'brand.updated', brandId: former, data: { brand_id: former, changes: { is_default: { from: true, to: false } } } });
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
  const named = problems.slice(0, 20);
  if (named.length) throw new Problem('invalid_input', named.map(({ field, message }) => `${field}: ${message}`).join('; '), named);
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
