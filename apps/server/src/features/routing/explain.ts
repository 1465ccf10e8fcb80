import type { Queryable } from '../../platform/db/db.ts';
import { listDecisions, namesOf, type DecisionRow } from './decisions.queries.ts';
import { readNeeds, type NeedRow } from './needs.queries.ts';
import { findQueued } from './queue.queries.ts';
import { listTicketOffers, type TicketOffer } from './offers.queries.ts';
import { candidatesOf, ruleOf, waitingOf } from './read-candidates.ts';
import { reasonsOf, type Reasons } from './reasons.ts';
import { decide } from './routing.rules.ts';
import { findRule, usualRule } from './rules.queries.ts';

export type Explained = {
  mode: 'pull' | 'push';
  waitingSince: Date | null;
  needs: NeedRow[];
  waiting: Reasons | null;
  decisions: DecisionRow[];
  offers: TicketOffer[];
  names: { agents: Map<number, string>; skills: Map<number, string> };
};

const decisionsShown = 5;
const offersShown = 20;

/** Why a ticket went to whom it did, and, of one that waits, why nobody has it: decided anew as it would be now, and not kept. */
export async function explain(db: Queryable, workspaceId: number, ticket: { id: number; team_id: number | null }, now: Date): Promise<Explained> {
  const rule = (ticket.team_id === null ? null : await findRule(db, workspaceId, ticket.team_id)) ?? { ...usualRule, team_id: 0 };
  const needs = await readNeeds(db, workspaceId, [ticket.id]);
  const decisions = await listDecisions(db, workspaceId, ticket.id, decisionsShown);
  const offers = await listTicketOffers(db, workspaceId, ticket.id, offersShown);
  const queued = rule.mode === 'push' ? await findQueued(db, workspaceId, ticket.id, now) : null;
  let waiting: Reasons | null = null;
  if (queued) {
    const asked = waitingOf(queued, needs);
    const candidates = await candidatesOf(db, workspaceId, { teamId: rule.team_id, others: rule.sticky_account ? queued.account : [], now });
    waiting = reasonsOf(decide(ruleOf(rule), asked, candidates, now.getTime()), now.getTime() - asked.since);
  }
  const all = [...decisions.map(({ reasons }) => reasons), ...(waiting ? [waiting] : [])];
  const agents = all.flatMap(({ others, not }) => [...others, ...not].map(({ agent }) => agent));
  const skills = all.flatMap(({ not }) => not.flatMap(({ skill }) => (skill === undefined ? [] : [skill])));
  const names = agents.length + skills.length === 0 ? { agents: new Map<number, string>(), skills: new Map<number, string>() } : await namesOf(db, workspaceId, { agents, skills });
  return { mode: rule.mode, waitingSince: queued?.since ?? null, needs, waiting, decisions, offers, names };
}
