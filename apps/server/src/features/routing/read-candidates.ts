import type { Queryable } from '../../platform/db/db.ts';
import { openCalendar, readHoursOfAgents } from '../calendars/index.ts';
import { readCandidates, readLoads, type CandidateRow } from './candidates.queries.ts';
import type { NeedRow } from './needs.queries.ts';
import type { QueuedTicket } from './queue.queries.ts';
import type { RuleRow } from './rules.queries.ts';
import type { Candidate, RoutingRule, Waiting } from './routing.rules.ts';

/** Open cases of one channel that are handed to somebody of whom nothing else is said. */
export const usualLimit = 20;

/** Everybody who might get tickets of a team, as the decider sees them: three statements, however many. */
export async function candidatesOf(db: Queryable, workspaceId: number, asked: { teamId: number; others: readonly number[]; now: Date }): Promise<Candidate[]> {
  const rows = await readCandidates(db, workspaceId, asked);
  const hours = await readHoursOfAgents(db, workspaceId, rows.map(({ id }) => id));
  const at = asked.now.getTime();
  // Those of one calendar share their hours.
  const open = new Map([...new Set(hours.values())].map((each) => [each, openCalendar(each).isOpen(at)]));
  const isAtWork = ({ id, on_shift }: CandidateRow) => on_shift || (open.get(hours.get(id)!) ?? false); // every agent has some
  const there = rows.filter((row) => row.active && row.availability === 'online' && !row.time_off && isAtWork(row));
  const loads = new Map<number, Map<string, number>>();
  for (const { agent_id, channel, open: count } of await readLoads(db, workspaceId, there.map(({ id }) => id))) {
    const load = loads.get(agent_id) ?? new Map<string, number>();
    load.set(channel, count);
    loads.set(agent_id, load);
  }
  return rows.map((row) => toCandidate(row, isAtWork(row), loads.get(row.id) ?? new Map<string, number>()));
}

function toCandidate({ id, member, active, tier, all_brands, brands, availability, availability_since, time_off, skills, limits, turn, handed_at, offered }: CandidateRow, atWork: boolean, open: Map<string, number>): Candidate {
  return {
    id, member, active, tier, availability, atWork, timeOff: time_off, turn, open, offered,
    brands: all_brands ? 'all' : new Set(brands),
    skills: new Map(Object.entries(skills).map(([skill, level]) => [Number(skill), level])),
    most: (channel) => limits[channel] ?? usualLimit,
    idleSince: Math.max(availability_since.getTime(), handed_at?.getTime() ?? 0),
  };
}

export function ruleOf({ method, sticky_account, sticky_last, relax_minutes, delivery }: Pick<RuleRow, 'method' | 'sticky_account' | 'sticky_last' | 'relax_minutes' | 'delivery'>): RoutingRule {
  return { method, stickyAccount: sticky_account, stickyLast: sticky_last, relaxAfter: relax_minutes * 60_000, offers: delivery === 'offer' };
}

export function waitingOf(ticket: QueuedTicket, needs: readonly NeedRow[]): Waiting {
  return {
    brand: ticket.brand_id,
    tier: ticket.needed_tier,
    channel: ticket.channel,
    needs: needs.flatMap(({ skill_id, need, level }) => (need === 'none' ? [] : [{ skill: skill_id, need, level }])),
    since: ticket.since.getTime(),
    accountAgents: ticket.account,
    lastAgent: ticket.last_agent,
    gaveBack: new Set(ticket.gave_back),
    passed: new Map(ticket.passed),
  };
}
