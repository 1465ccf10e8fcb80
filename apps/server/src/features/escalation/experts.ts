import type { Queryable } from '../../platform/db/db.ts';
import { candidatesOf, readNeeds } from '../routing/index.ts';
import { findLikeSolved } from '../wrap-up-suggestions/index.ts';
import type { TicketState } from '../tickets/index.ts';
import { rankExperts, rankLeads, type Known } from './escalation.rules.ts';
import { findChannel, findPeople, findSolvers, findTier } from './experts.queries.ts';

const mostExperts = 8;
const mostLeads = 10;

export type Experts = { experts: Known[]; leads: Known[]; /** Names of the skills that the ticket asks for. */ skills: ReadonlyMap<number, string> };

/**
 * Whom a ticket may be escalated to, or who may be asked: by what they solved that was like it, by the skills that it asks for,
 * by tier; each as they stand now. Nine statements, however large the desk is.
 * @param asker who is left out, beside whoever has the ticket
 */
export async function findExperts(db: Queryable, workspaceId: number, ticket: TicketState, { asker, now }: { asker: number | null; now: Date }): Promise<Experts> {
  const [needs, like, tier, channel] = await Promise.all([
    readNeeds(db, workspaceId, [ticket.id]).then((rows) => rows.filter(({ need }) => need !== 'none')),
    findLikeSolved(db, workspaceId, ticket, now),
    findTier(db, workspaceId, asker),
    findChannel(db, workspaceId, ticket.id),
  ]);
  const solved = Map.groupBy(await findSolvers(db, workspaceId, like), ({ agent_id }) => agent_id);
  const people = await findPeople(db, workspaceId, { solvers: [...solved.keys()], skills: needs.map(({ skill_id }) => skill_id), aboveTier: tier, teamId: ticket.team_id, now });
  const others = people.filter(({ id }) => id !== asker);
  const standing = new Map((await candidatesOf(db, workspaceId, { teamId: 0, others: others.map(({ id }) => id), now })).map((each) => [each.id, each]));
  const nearness = (id: number) => like.indexOf(id);
  const known = others.flatMap(({ id, name, member, lead }): (Known & { lead: boolean })[] => {
    const now = standing.get(id);
    if (!now) return [];
    const skills = needs.flatMap(({ skill_id: skill, level }) => {
      const has = now.skills.get(skill);
      return has === undefined ? [] : [{ skill, level: has, enough: has >= level }];
    });
    const numbers = (solved.get(id) ?? []).toSorted((one, other) => nearness(one.id) - nearness(other.id)).map(({ number }) => number);
    return [{
      agent: id, name, member, lead, tier: now.tier, mayWork: now.active && (now.brands === 'all' || now.brands.has(ticket.brand_id)), availability: now.availability, atWork: now.atWork && !now.timeOff,
      open: now.open.get(channel) ?? 0, most: now.most(channel), skills, solved: numbers,
    }];
  });
  return {
    experts: rankExperts(known.filter(({ agent }) => agent !== ticket.assignee_id), tier).slice(0, mostExperts),
    leads: rankLeads(known.filter(({ lead }) => lead)).slice(0, mostLeads),
    skills: new Map(needs.map(({ skill_id, skill_name }) => [skill_id, skill_name])),
  };
}
