import type { AgentActor } from '../../platform/auth/actor.ts';
import { isDatabaseError, type Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import { changedFields } from '../../platform/events/changes.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { countLiveSkills, findSkill, insertSkill, updateSkillRow } from './skills.queries.ts';
import { mostSkills, type CreateSkillBody, type UpdateSkillBody } from './skills.schemas.ts';

/** @throws Problem already_exists (field name or language), invalid_input for a language where none belongs or none where one does, still_in_use when there are too many */
export async function createSkill(tx: Tx, actor: AgentActor, { kind, name, language: code }: CreateSkillBody, now: Date): Promise<number> {
  const language = code ?? null;
  const { workspaceId } = actor.scope;
  if (kind === 'language' && language === null) throw fieldProblem('language', 'required', 'Say which language it is');
  if (kind !== 'language' && language !== null) throw fieldProblem('language', 'not_allowed', 'Only a skill of the kind language has one');
  await refuseTooMany(tx, workspaceId);
  const skillId = await saved(() => insertSkill(tx, workspaceId, { kind, name, language, now }));
  await appendEvent(tx, actor, { type: 'skill.created', data: { skill_id: skillId, kind } });
  return skillId;
}

/** @throws Problem not_found, already_exists, still_in_use when a restored one is too many */
export async function updateSkill(tx: Tx, actor: AgentActor, skillId: number, patch: UpdateSkillBody, now: Date): Promise<void> {
  const { workspaceId } = actor.scope;
  const row = await findSkill(tx, workspaceId, skillId, { lock: true });
  if (!row) throw notFound('skill');
  const before = { name: row.name, archived: row.archived_at !== null };
  const changes = changedFields(before, patch, ['name']);
  if (!changes) return;
  const after = { ...before, ...patch };
  if (before.archived && !after.archived) await refuseTooMany(tx, workspaceId);
  await saved(() => updateSkillRow(tx, workspaceId, skillId, { ...after, now }));
  await appendEvent(tx, actor, { type: 'skill.updated', data: { skill_id: skillId, changes } });
}

async function refuseTooMany(tx: Tx, workspaceId: number): Promise<void> {
  if ((await countLiveSkills(tx, workspaceId, mostSkills)) < mostSkills) return;
  const message = `There are ${mostSkills} skills already: archive one first`;
  throw new Problem('still_in_use', message, [{ field: 'limit', code: 'too_many', message }]);
}

async function saved<Done>(work: () => Promise<Done>): Promise<Done> {
  try {
    return await work();
  } catch (error) {
    if (isDatabaseError(error, '23505', 'skills_language')) throw taken('language', 'There is a skill for this language already');
    if (isDatabaseError(error, '23505', 'skills_name')) throw taken('name', 'There is a skill of this kind and name already');
    throw error;
  }
}

function taken(field: string, message: string): Problem {
  return new Problem('already_exists', message, [{ field, code: 'already_exists', message }]);
}
