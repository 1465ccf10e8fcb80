import { agentRoles, systemActor, type AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound, Problem } from '../../platform/errors/problem.ts';
import { changedFields } from '../../platform/events/changes.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { createBrand } from '../brands/index.ts';
import { createDefaultCalendar, setDefaultWeek } from '../calendars/index.ts';
import { findWorkspace, insertWorkspace, updateWorkspaceRow } from './workspaces.queries.ts';
import type { UpdateWorkspaceBody } from './workspaces.schemas.ts';

/**
 * A workspace with its default brand of the same name.
 * @throws Problem already_exists when the slug is taken
 */
export async function createWorkspace(
  tx: Tx,
  input: { slug: string; name: string; language?: string; timeZone?: string; demo?: boolean },
): Promise<{ workspaceId: number; brandId: number }> {
  const workspaceId = await insertWorkspace(tx, { slug: input.slug, name: input.name, default_language: input.language, time_zone: input.timeZone, demo: input.demo });
  if (workspaceId === null) throw new Problem('already_exists', `There is a workspace ${input.slug} already`);
  await createDefaultCalendar(tx, workspaceId);
  const { brandId } = await createBrand(tx, systemActor(workspaceId), { name: input.name, is_default: true });
  return { workspaceId, brandId };
}

/** @throws Problem not_allowed */
export async function updateWorkspace(tx: Tx, actor: AgentActor, given: UpdateWorkspaceBody): Promise<void> {
  if (given.second_factor_roles !== undefined && actor.role !== 'owner') throw new Problem('not_allowed', 'Only an owner says who must have a second factor');
  const patch = { ...given, ...(given.second_factor_roles ? { second_factor_roles: agentRoles.filter((role) => given.second_factor_roles?.includes(role)) } : {}) };
  const before = await findWorkspace(tx, actor.scope.workspaceId, { lock: true });
  if (!before) throw notFound('workspace');
  const { hours, ...own } = patch;
  if (hours !== undefined) await setDefaultWeek(tx, actor, actor.scope.workspaceId, hours);
  const changes = changedFields(before, own, ['name']);
  if (!changes) return;
  await updateWorkspaceRow(tx, actor.scope.workspaceId, own);
  await appendEvent(tx, actor, { type: 'workspace.updated', data: { changes } });
}
