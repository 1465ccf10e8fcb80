import type { Actor } from '../../platform/auth/actor.ts';
import { isDatabaseError, type Tx } from '../../platform/db/db.ts';
import { notFound, Problem } from '../../platform/errors/problem.ts';
import { changedFields } from '../../platform/events/changes.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { addMembers, findTeam, insertTeam, knownAgents, lockTeam, removeMembers, updateTeamRow } from './teams.queries.ts';
import type { CreateTeamBody, UpdateTeamBody } from './teams.schemas.ts';

/** @throws Problem already_exists; not_found for a member who is no agent here */
export async function createTeam(tx: Tx, actor: Actor, { name, members = [] }: CreateTeamBody): Promise<{ teamId: number }> {
  const { workspaceId } = actor.scope;
  const teamId = await insertTeam(tx, workspaceId, name);
  if (teamId === null) throw nameTaken();
  await checkMembers(tx, workspaceId, members);
  await addMembers(tx, workspaceId, teamId, members);
  await appendEvent(tx, actor, { type: 'team.created', data: { team_id: teamId, members: [...new Set(members)] } });
  return { teamId };
}

/** @throws Problem not_found, already_exists */
export async function updateTeam(tx: Tx, actor: Actor, teamId: number, { members, ...input }: UpdateTeamBody): Promise<void> {
  const { workspaceId } = actor.scope;
  await lockTeam(tx, workspaceId, teamId);
  const before = await findTeam(tx, workspaceId, teamId);
  if (!before) throw notFound('team');
  const present = new Set(before.members.map(({ id }) => id));
  const wanted = new Set(members ?? present);
  const added = [...wanted.difference(present)];
  const removed = [...present.difference(wanted)];
  const changes = {
    ...changedFields({ ...before, archived: before.archived_at !== null }, input, ['name']),
    ...(added.length || removed.length ? { members: { added, removed } } : {}),
  };
  if (Object.keys(changes).length === 0) return;
  await checkMembers(tx, workspaceId, added);
  try {
    await updateTeamRow(tx, workspaceId, teamId, input);
  } catch (error) {
    if (isDatabaseError(error, '23505')) throw nameTaken();
    throw error;
  }
  await addMembers(tx, workspaceId, teamId, added);
  await removeMembers(tx, workspaceId, teamId, removed);
  await appendEvent(tx, actor, { type: 'team.updated', data: { team_id: teamId, changes } });
}

async function checkMembers(tx: Tx, workspaceId: number, ids: readonly number[]): Promise<void> {
  const known = await knownAgents(tx, workspaceId, ids);
  if (ids.some((id) => !known.has(id))) throw notFound('agent');
}

function nameTaken(): Problem {
  const message = 'A team has this name already';
  return new Problem('already_exists', message, [{ field: 'name', code: 'already_exists', message }]);
}
