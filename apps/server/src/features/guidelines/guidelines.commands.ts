import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import { changedFields } from '../../platform/events/changes.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { findBrand } from '../brands/index.ts';
import type { KnownField } from '../custom-fields/index.ts';
import { mayWriteGuideline } from './guidelines.policy.ts';
import { countLiveGuidelines, findGuideline, insertGuideline, insertVersion, listVersions, lockGuideline, setWithdrawn, updateGuidelineRow, type GuidelineWithVersion } from './guidelines.queries.ts';
import { readVersion } from './guidelines.rules.ts';
import { mostLive, mostVersions, type AddVersionBody, type CreateGuidelineBody, type UpdateGuidelineBody } from './guidelines.schemas.ts';

type Known = { now: Date; known: readonly KnownField[] };

/** @throws Problem not_allowed; invalid_input that names the field; still_in_use (field `limit`) when there are too many */
export async function createGuideline(tx: Tx, actor: AgentActor, { name, brand = null, ...written }: CreateGuidelineBody, { now, known }: Known): Promise<number> {
  const { workspaceId } = actor.scope;
  if (brand !== null && !(await findBrand(tx, actor.scope, brand))) throw fieldProblem('brand', 'not_found', 'There is no such brand');
  if (!mayWriteGuideline(actor, brand)) throw new Problem('not_allowed');
  const version = readVersion(written, { now, brandId: brand, known });
  await refuseTooMany(tx, workspaceId);
  const guidelineId = await insertGuideline(tx, workspaceId, { name, brandId: brand, now });
  await insertVersion(tx, workspaceId, guidelineId, { ...version, version: 1, authorId: actor.id, now });
  await appendEvent(tx, actor, { type: 'guideline.created', brandId: brand, data: { guideline_id: guidelineId } });
  return guidelineId;
}

/**
 * Every change is a version of its own; those before it stay as they were.
 * @throws Problem not_found, not_allowed, invalid_input that names the field, conflict when somebody has written one since `seen`,
 * still_in_use when there are too many
 */
export async function addVersion(tx: Tx, actor: AgentActor, guidelineId: number, { seen, ...written }: AddVersionBody, { now, known }: Known): Promise<void> {
  const row = await toWrite(tx, actor, guidelineId, now);
  if (seen !== undefined && seen !== row.newest_version) throw new Problem('conflict', `Version ${row.newest_version} was written meanwhile`, [{ field: 'seen', code: 'conflict', message: 'There is a newer version' }]);
  if (row.newest_version >= mostVersions) throw tooMany(`It has ${mostVersions} versions: archive it and write a new one`);
  const version = row.newest_version + 1;
  await insertVersion(tx, actor.scope.workspaceId, guidelineId, { ...readVersion(written, { now, brandId: row.brand_id, known }), version, authorId: actor.id, now });
  await updateGuidelineRow(tx, actor.scope.workspaceId, guidelineId, { name: row.name, archived: row.archived_at !== null, now });
  await appendEvent(tx, actor, { type: 'guideline.updated', brandId: row.brand_id, data: { guideline_id: guidelineId, version } });
}

/** @throws Problem not_found, not_allowed, still_in_use when a restored one is too many */
export async function updateGuideline(tx: Tx, actor: AgentActor, guidelineId: number, patch: UpdateGuidelineBody, now: Date): Promise<void> {
  const row = await toWrite(tx, actor, guidelineId, now);
  const state = { name: row.name, archived: row.archived_at !== null };
  const changes = changedFields(state, patch, ['name']);
  if (!changes) return;
  const after = { ...state, ...patch };
  if (state.archived && !after.archived) await refuseTooMany(tx, actor.scope.workspaceId);
  await updateGuidelineRow(tx, actor.scope.workspaceId, guidelineId, { ...after, now });
  await appendEvent(tx, actor, { type: 'guideline.updated', brandId: row.brand_id, data: { guideline_id: guidelineId, changes } });
}

/** @throws Problem not_found, not_allowed; conflict for a version that has begun: another one follows it instead */
export async function withdrawVersion(tx: Tx, actor: AgentActor, guidelineId: number, version: number, { withdrawn, now }: { withdrawn: boolean; now: Date }): Promise<void> {
  const row = await toWrite(tx, actor, guidelineId, now);
  const [found] = await listVersions(tx, actor.scope.workspaceId, guidelineId, { before: version + 1, limit: 1 });
  if (found?.version !== version) throw notFound('version');
  if ((found.withdrawn_at !== null) === withdrawn) return;
  if (!(await setWithdrawn(tx, actor.scope.workspaceId, guidelineId, version, { withdrawn, now }))) throw new Problem('conflict', 'It has begun: write another version instead', [{ field: 'withdrawn', code: 'has_begun', message: 'It has begun' }]);
  await appendEvent(tx, actor, { type: 'guideline.updated', brandId: row.brand_id, data: { guideline_id: guidelineId, version, changes: { withdrawn: { from: !withdrawn, to: withdrawn } } } });
}

async function toWrite(tx: Tx, actor: AgentActor, guidelineId: number, now: Date): Promise<GuidelineWithVersion> {
  await lockGuideline(tx, actor.scope.workspaceId, guidelineId);
  const row = await findGuideline(tx, { reader: actor, now }, guidelineId);
  if (!row) throw notFound('guideline');
  if (!mayWriteGuideline(actor, row.brand_id)) throw new Problem('not_allowed');
  return row;
}

async function refuseTooMany(tx: Tx, workspaceId: number): Promise<void> {
  if ((await countLiveGuidelines(tx, workspaceId, mostLive)) >= mostLive) throw tooMany(`There are ${mostLive} guidelines already: archive one first`);
}

function tooMany(message: string): Problem {
  return new Problem('still_in_use', message, [{ field: 'limit', code: 'too_many', message }]);
}
