import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound } from '../../platform/errors/problem.ts';
import { changedFields } from '../../platform/events/changes.ts';
import { appendEvent, feedEnd } from '../../platform/events/events.queries.ts';
import { findBrand } from '../brands/index.ts';
import { unknownPlaceholders } from '../placeholders/index.ts';
import { findAssigneeName, findTeamName } from '../tickets/index.ts';
import { beginFollowing, findSettings, writeSettings, type SettingsValues } from './settings.queries.ts';
import type { ReplaceSatisfactionSettings } from './settings.schemas.ts';

/** @throws Problem not_found; invalid_input that names the field */
export async function replaceSettings(tx: Tx, actor: AgentActor, brandId: number, body: ReplaceSatisfactionSettings, now: Date): Promise<void> {
  const { workspaceId } = actor.scope;
  await findBrand(tx, actor.scope, brandId, { lock: true });
  const before = await findSettings(tx, actor.scope, brandId);
  if (!before) throw notFound('brand');
  for (const [language, text] of Object.entries(body.questions)) {
    const [unknown] = unknownPlaceholders(text ?? '');
    if (unknown) throw fieldProblem(`questions.${language}`, 'unknown_placeholder', `${unknown} is not a placeholder`);
  }
  if (body.lead !== null && (await findAssigneeName(tx, workspaceId, body.lead, brandId)) === null) throw fieldProblem('lead', 'not_found', 'There is no such agent who may work on this brand');
  if (body.team !== null && (await findTeamName(tx, workspaceId, body.team)) === null) throw fieldProblem('team', 'not_found', 'There is no such team');
  const { lead, team, questions, ...rest } = body;
  const after: SettingsValues = {
    ...rest,
    skip_tags: [...new Set(body.skip_tags)],
    questions: Object.fromEntries(Object.entries(questions).filter((each): each is [string, string] => Boolean(each[1]))),
    lead_id: lead,
    team_id: team,
    enabled_at: body.enabled ? (before.enabled ? before.enabled_at : now) : null,
  };
  const { enabled_at: _, ...compared } = after;
  const changes = changedFields<Omit<SettingsValues, 'enabled_at'>>(before, compared, ['questions', 'skip_tags']);
  if (!changes) return;
  await writeSettings(tx, workspaceId, brandId, after, now);
  if (body.enabled) await beginFollowing(tx, workspaceId, await feedEnd(tx, workspaceId));
  await appendEvent(tx, actor, { type: 'satisfaction_settings.updated', brandId, data: { changes } });
}
