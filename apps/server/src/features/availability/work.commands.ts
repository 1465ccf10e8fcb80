import { isDeepStrictEqual } from 'node:util';
import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import { changedFields } from '../../platform/events/changes.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { isCalendar } from '../calendars/index.ts';
import { findSkill } from '../skills/index.ts';
import { mayArrange } from './availability.policy.ts';
import { countOwnSkills, deleteOwnSkill, findOwnSkill, readLimits, replaceLimits, saveOwnSkill, saveTierAndCalendar } from './availability.queries.ts';
import { mostAgentSkills, type GiveSkillBody, type UpdateAgentWorkBody } from './availability.schemas.ts';
import { lockPerson, type KnownPerson } from './people.queries.ts';

/** @throws Problem not_found, not_allowed; invalid_input for a calendar that is not there */
export async function updateWork(tx: Tx, actor: AgentActor, agentId: number, { limits, ...patch }: UpdateAgentWorkBody): Promise<void> {
  const { workspaceId } = actor.scope;
  const person = await toArrange(tx, actor, agentId);
  const before = { tier: person.tier, calendar: person.calendar_id };
  const limitsBefore = limits && (await readLimits(tx, workspaceId, agentId));
  const wanted = limits?.toSorted((a, b) => (a.channel < b.channel ? -1 : 1));
  const changes = {
    ...changedFields(before, patch, []),
    ...(wanted && !isDeepStrictEqual(byChannel(limitsBefore ?? []), byChannel(wanted)) && { limits: { from: byChannel(limitsBefore ?? []), to: byChannel(wanted) } }),
  };
  if (Object.keys(changes).length === 0) return;
  if (patch.calendar && !(await isCalendar(tx, workspaceId, patch.calendar))) throw fieldProblem('calendar', 'not_found', 'There is no such calendar');
  await saveTierAndCalendar(tx, workspaceId, agentId, { ...before, ...patch });
  if (wanted && changes.limits) await replaceLimits(tx, workspaceId, agentId, wanted);
  await appendEvent(tx, actor, { type: 'agent.updated', data: { agent_id: agentId, changes } });
}

/** Gives a skill, or changes its level and end. @throws Problem not_found, not_allowed; invalid_input for an archived skill; still_in_use when there are too many */
export async function giveSkill(tx: Tx, actor: AgentActor, { agentId, skillId }: { agentId: number; skillId: number }, { level, expires_at = null }: GiveSkillBody): Promise<void> {
  const { workspaceId } = actor.scope;
  await toArrange(tx, actor, agentId);
  const skill = await findSkill(tx, workspaceId, skillId, { lock: true });
  if (!skill) throw notFound('skill');
  if (skill.archived_at) throw fieldProblem('skill', 'archived', 'This skill is archived: restore it first');
  const before = await findOwnSkill(tx, workspaceId, agentId, skillId);
  const expires = expires_at === null ? null : new Date(expires_at);
  if (before && before.level === level && before.expires_at?.getTime() === expires?.getTime()) return;
  if (!before && (await countOwnSkills(tx, workspaceId, agentId)) >= mostAgentSkills) throw new Problem('still_in_use', `They have ${mostAgentSkills} skills already`, [{ field: 'limit', code: 'too_many', message: 'Take a skill away first' }]);
  await saveOwnSkill(tx, workspaceId, agentId, { skill_id: skillId, level, expires_at: expires });
  await appendEvent(tx, actor, { type: 'agent.updated', data: { agent_id: agentId, changes: { skill: { id: skillId, from: before?.level ?? null, to: level } } } });
}

/** Taking away what somebody does not have is done already. @throws Problem not_found, not_allowed */
export async function takeSkill(tx: Tx, actor: AgentActor, { agentId, skillId }: { agentId: number; skillId: number }): Promise<void> {
  const { workspaceId } = actor.scope;
  await toArrange(tx, actor, agentId);
  if (!(await findSkill(tx, workspaceId, skillId))) throw notFound('skill');
  const before = await findOwnSkill(tx, workspaceId, agentId, skillId);
  if (!before) return;
  await deleteOwnSkill(tx, workspaceId, agentId, skillId);
  await appendEvent(tx, actor, { type: 'agent.updated', data: { agent_id: agentId, changes: { skill: { id: skillId, from: before.level, to: null } } } });
}

async function toArrange(tx: Tx, actor: AgentActor, agentId: number): Promise<KnownPerson> {
  const person = await lockPerson(tx, actor, agentId);
  if (!person) throw notFound('agent');
  if (!mayArrange(actor, person)) throw new Problem('not_allowed', 'They see more brands than you do');
  return person;
}

const byChannel = (limits: readonly { channel: string; most: number }[]) => Object.fromEntries(limits.map(({ channel, most }) => [channel, most]));
