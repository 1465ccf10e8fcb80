import { seesBrand, type AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound } from '../../platform/errors/problem.ts';
import { changedFields } from '../../platform/events/changes.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { findTicketState } from '../tickets/index.ts';
import { readTicketSkills, replaceTicketSkills, type TicketSkill } from './needs.queries.ts';
import { lookAgainNow, withdrawStale } from './offers.queries.ts';
import { lockQueued } from './queue.queries.ts';
import type { UpdateRoutingRuleBody } from './routing.schemas.ts';
import { beginAnew, emptyQueue, findRule, isLiveTeam, knownBrands, knownSkills, lockTeamOfRule, replaceNeeds, saveRule, type NewNeed } from './rules.queries.ts';

/** @throws Problem not_found; invalid_input that names the field */
export async function updateRule(tx: Tx, actor: AgentActor, teamId: number, { needs, overflow_team, ...input }: UpdateRoutingRuleBody, now: Date): Promise<void> {
  const { workspaceId } = actor.scope;
  if (!(await lockTeamOfRule(tx, workspaceId, teamId))) throw notFound('team');
  const before = await findRule(tx, workspaceId, teamId);
  if (!before) throw notFound('team');
  const { overflow_team_name: _name, needs: stored, ...rule } = before;
  const wanted = { ...input, ...(overflow_team === undefined ? {} : { overflow_team_id: overflow_team }) };
  if (overflow_team != null) {
    if (overflow_team === teamId) throw fieldProblem('overflow_team', 'invalid_value', 'Another team than this one');
    if (overflow_team !== before.overflow_team_id && !(await isLiveTeam(tx, workspaceId, overflow_team))) throw fieldProblem('overflow_team', 'not_found', 'There is no such team');
  }
  const seen = stored.filter(({ brand_id }) => brand_id === null || seesBrand(actor.scope, brand_id)).map(({ skill_id, brand_id, need, level }) => ({ skill: skill_id, brand: brand_id, need, level }));
  const changed: { mode?: unknown } & Record<string, unknown> = { ...changedFields(rule, wanted, []), ...changedFields({ needs: seen }, { needs }, []) };
  if (Object.keys(changed).length === 0) return;
  if (needs) await checkNeeds(tx, actor, needs);
  const next = { ...rule, ...Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)) };
  await saveRule(tx, workspaceId, next);
  if (changed['needs'] && needs) await replaceNeeds(tx, actor.scope, teamId, needs);
  if (changed.mode) await beginAnew(tx, workspaceId);
  if (changed.mode && next.mode === 'pull') {
    const withdrawn = await withdrawStale(tx, workspaceId, now);
    await lockQueued(tx, workspaceId, withdrawn, { ofTeam: teamId });
    await emptyQueue(tx, workspaceId, teamId);
    await lookAgainNow(tx, workspaceId, withdrawn, now);
  }
  await appendEvent(tx, actor, { type: 'team.updated', data: { team_id: teamId, changes: { routing: changed } } });
}

async function checkNeeds(tx: Tx, actor: AgentActor, needs: readonly NewNeed[]): Promise<void> {
  const known = await knownSkills(tx, actor.scope.workspaceId, needs.map(({ skill }) => skill));
  const brands = await knownBrands(tx, actor.scope, needs.flatMap(({ brand }) => (brand === null ? [] : [brand])));
  const told = new Set<string>();
  for (const { skill, brand } of needs) {
    if (!known.has(skill)) throw fieldProblem('needs', 'not_found', 'There is no such skill');
    if (brand !== null && !brands.has(brand)) throw fieldProblem('needs', 'not_found', 'There is no such brand');
    if (told.has(`${skill} ${brand}`)) throw fieldProblem('needs', 'invalid_value', 'A skill is named once for each brand');
    told.add(`${skill} ${brand}`);
  }
}

/** What a person says of one ticket. @throws Problem not_found; invalid_input that names the field */
export async function setTicketSkills(tx: Tx, actor: AgentActor, number: number, skills: readonly TicketSkill[]): Promise<void> {
  const { workspaceId } = actor.scope;
  const ticket = await findTicketState(tx, actor.scope, { number }, { lock: true });
  if (!ticket) throw notFound('ticket');
  const known = await knownSkills(tx, workspaceId, skills.map(({ skill }) => skill));
  if (new Set(skills.map(({ skill }) => skill)).size < skills.length) throw fieldProblem('skills', 'invalid_value', 'A skill is named once');
  const before = await readTicketSkills(tx, workspaceId, ticket.id);
  const wanted = skills.toSorted((one, other) => one.skill - other.skill);
  const changes = changedFields({ skills: before }, { skills: wanted }, []);
  if (!changes) return;
  // One that has gone to the archive since may stay, but not come.
  if (skills.some(({ skill }) => !known.has(skill) && !before.some((each) => each.skill === skill))) throw fieldProblem('skills', 'not_found', 'There is no such skill');
  await replaceTicketSkills(tx, workspaceId, ticket.id, actor.id, wanted);
  await appendEvent(tx, actor, { type: 'ticket.updated', ticketId: ticket.id, brandId: ticket.brand_id, data: { changes } });
}
