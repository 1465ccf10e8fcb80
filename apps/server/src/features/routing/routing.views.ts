import { seesBrand, type Scope } from '../../platform/auth/actor.ts';
import type { Explained } from './explain.ts';
import type { Reasons } from './reasons.ts';
import { refusals } from './routing.rules.ts';
import type { RuleWithNeeds } from './rules.queries.ts';

/** Needs of brands that the reader does not see are not told. */
export function toRule({ team_id, overflow_team_id, overflow_team_name, needs, ...rule }: RuleWithNeeds, scope: Scope) {
  return {
    team: team_id,
    ...rule,
    overflow_team: overflow_team_id === null ? null : { id: overflow_team_id, name: overflow_team_name ?? '' },
    needs: needs
      .filter(({ brand_id }) => brand_id === null || seesBrand(scope, brand_id))
      .map(({ skill_id, skill_name, brand_id, brand_name, need, level }) => ({ skill: { id: skill_id, name: skill_name }, brand: brand_id === null ? null : { id: brand_id, name: brand_name ?? '' }, need, level })),
  };
}

export function toTicketRouting({ mode, waitingSince, needs, waiting, decisions, offers, names }: Explained) {
  return {
    mode,
    waiting_since: waitingSince?.toISOString() ?? null,
    needs: needs.map(({ skill_id, skill_name, skill_kind, need, level, source }) => ({ skill: { id: skill_id, name: skill_name, kind: skill_kind }, need, level, source })),
    waiting: waiting && toReasons(waiting, names),
    decisions: decisions.map(({ id, decided_at, team_id, team_name, agent_id, agent_name, overflow_team_id, overflow_team_name, reasons }) => ({
      id,
      at: decided_at.toISOString(),
      team: { id: team_id, name: team_name },
      agent: agent_id === null ? null : { id: agent_id, name: agent_name ?? '' },
      overflow_team: overflow_team_id === null ? null : { id: overflow_team_id, name: overflow_team_name ?? '' },
      reasons: toReasons(reasons, names),
    })),
    offers: offers.map(({ id, agent_id, agent_name, team_id, team_name, round, state, note, offered_at, due_at, ended_at }) => ({
      id, at: offered_at.toISOString(), team: { id: team_id, name: team_name }, agent: { id: agent_id, name: agent_name }, round, state, note,
      expires_at: due_at?.toISOString() ?? null, ended_at: ended_at?.toISOString() ?? null,
    })),
  };
}

function toReasons({ why, relaxed, waited, chosen, eligible, others, refused, not }: Reasons, { agents, skills }: Explained['names']) {
  const agentOf = (id: number) => ({ id, name: agents.get(id) ?? '' });
  const numbersOf = ({ idle, ...rest }: NonNullable<Reasons['chosen']>) => ({ ...rest, idle_seconds: idle });
  return {
    why,
    relaxed,
    waited_seconds: waited,
    chosen: chosen && numbersOf(chosen),
    eligible,
    others: others.map(({ agent, ...rest }) => ({ agent: agentOf(agent), ...numbersOf(rest) })),
    refused: refusals.flatMap((code) => (refused[code] ? [{ why: code, count: refused[code] }] : [])),
    not: not.map(({ agent, code, skill, level, has, open, most }) => ({ agent: agentOf(agent), why: code, skill: skill === undefined ? null : { id: skill, name: skills.get(skill) ?? '' }, level: level ?? null, has: has ?? null, open: open ?? null, most: most ?? null })),
  };
}
