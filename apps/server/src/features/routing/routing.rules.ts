import type { Passed } from './offers.rules.ts';

/**
 * Who gets a ticket. Pure: candidates, what the ticket asks for, the team's rule and the moment give one agent or nobody, with the
 * reasons as codes and numbers. Moments and lengths are ms.
 */

export const routingMethods = ['round_robin', 'least_busy', 'longest_idle', 'best_match'] as const;
export type RoutingMethod = (typeof routingMethods)[number];

export type SkillNeed = { skill: number; need: 'required' | 'preferred'; level: number };

export type RoutingRule = { method: RoutingMethod; stickyAccount: boolean; stickyLast: boolean; /** So long the preferred skills are waited for. */ relaxAfter: number; /** Tickets are offered, one at a time to each person. */ offers: boolean };

export type Candidate = {
  id: number;
  /** Of the team; others are only looked at as account agents. */
  member: boolean;
  /** Works on tickets at all. */
  active: boolean;
  /** First, second or third line. */
  tier: number;
  brands: 'all' | ReadonlySet<number>;
  availability: 'online' | 'busy' | 'break' | 'away';
  /** Within their working hours. */
  atWork: boolean;
  timeOff: boolean;
  /** Level by skill, of those that have not expired. */
  skills: ReadonlyMap<number, number>;
  /** Most open cases of a channel. */
  most: (channel: string) => number;
  /** Open cases by channel; counted up by whoever hands out. */
  open: Map<string, number>;
  /** Grows with every ticket handed out in the team; 0: never got one. */
  turn: number;
  /** Since when they have got nothing and been there. */
  idleSince: number;
  /** Something is offered to them now. */
  offered: boolean;
};

export type Waiting = {
  brand: number;
  /** It was escalated to this tier or above; null: it is anybody's. */
  tier: number | null;
  channel: string;
  needs: readonly SkillNeed[];
  /** When it came into this queue. */
  since: number;
  /** Of the customer, then of their organization; deputies after each. */
  accountAgents: readonly number[];
  lastAgent: number | null;
  /** Who was handed it and gave it back. */
  gaveBack: ReadonlySet<number>;
  /** Who has been offered it in this round, and how that ended. */
  passed: ReadonlyMap<number, Passed>;
};

export const refusals = ['inactive', 'brand', 'tier', 'time_off', 'out_of_hours', 'break', 'busy', 'away', 'at_limit', 'skill', 'gave_back', 'preferred', 'offered', 'declined', 'missed'] as const;
export type RefusalCode = (typeof refusals)[number];
/** Why not: with the skill and its levels, or the open cases and the limit, where the code speaks of them. */
export type Refusal = { agent: number; code: RefusalCode; skill?: number; level?: number; has?: number; open?: number; most?: number };

export type Standing = { agent: number; open: number; most: number; /** ms */ idle: number; turn: number; /** Levels of the skills that are asked for, added up. */ score: number; /** How many preferred skills they have. */ preferred: number };

export const whyCodes = ['account_agent', 'last_agent', ...routingMethods] as const;
export type WhyCode = (typeof whyCodes)[number];

export type Decision = {
  chosen: Standing | null;
  /** Null when nobody was chosen. */
  why: WhyCode | null;
  /** The preferred skills counted no more as a condition: the time for them was over, or nobody of the team has them. */
  relaxed: boolean;
  /** Who else could have got it, the next best first. */
  others: Standing[];
  refused: Refusal[];
};

export function decide(rule: RoutingRule, ticket: Waiting, candidates: readonly Candidate[], now: number): Decision {
  const preferred = ticket.needs.filter(({ need }) => need === 'preferred');
  const relaxed = preferred.length > 0 && (now - ticket.since >= rule.relaxAfter || !candidates.some((each) => each.member && couldEver(each, ticket, preferred)));
  const refused: Refusal[] = [];
  const fit: { candidate: Candidate; standing: Standing }[] = [];
  for (const candidate of candidates) {
    const isAccount = rule.stickyAccount && ticket.accountAgents.includes(candidate.id);
    if (!candidate.member && !isAccount) continue;
    const refusal = refuse(candidate, ticket, relaxed || isAccount ? [] : preferred, rule.offers);
    if (refusal) refused.push({ agent: candidate.id, ...refusal });
    else fit.push({ candidate, standing: standingOf(candidate, ticket, preferred, now) });
  }
  const byId = new Map(fit.map((each) => [each.standing.agent, each]));
  const sticky = (ids: readonly number[]) => ids.map((id) => byId.get(id)).find((each) => each !== undefined);
  const account = rule.stickyAccount ? sticky(ticket.accountAgents) : undefined;
  const last = rule.stickyLast && ticket.lastAgent !== null ? sticky([ticket.lastAgent]) : undefined;
  const order = byMethod[rule.method];
  const pool = fit.filter(({ candidate }) => candidate.member).map(({ standing }) => standing);
  pool.sort((one, other) => other.preferred - one.preferred || order(one, other) || one.turn - other.turn || one.agent - other.agent);
  const [best] = pool;
  const [chosen, why]: [Standing | null, WhyCode | null] = account ? [account.standing, 'account_agent'] : last ? [last.standing, 'last_agent'] : best ? [best, rule.method] : [null, null];
  return { chosen, why, relaxed, others: pool.filter(({ agent }) => agent !== chosen?.agent), refused };
}

/** Nobody is left who could take it, but for those who have been asked in this round. */
export function isRoundOver({ chosen, refused }: Decision): boolean {
  return chosen === null && refused.some(({ code }) => code === 'declined' || code === 'missed');
}

/** What it does to them: the next ticket of the same batch sees it. `turn`: the next number of the team. */
export function take(candidate: Candidate, channel: string, turn: number, now: number): void {
  candidate.open.set(channel, (candidate.open.get(channel) ?? 0) + 1);
  candidate.turn = turn;
  candidate.idleSince = now;
}

/** Whether there is any use in looking at tickets: somebody is there and has room for something. */
export function canTakeAny(candidate: Candidate, channels: readonly string[], { offers }: Pick<RoutingRule, 'offers'>): boolean {
  return !(offers && candidate.offered) && absence(candidate) === null && channels.some((channel) => (candidate.open.get(channel) ?? 0) < candidate.most(channel));
}

const byMethod: Record<RoutingMethod, (one: Standing, other: Standing) => number> = {
  round_robin: (one, other) => one.turn - other.turn,
  least_busy: (one, other) => one.open - other.open,
  longest_idle: (one, other) => other.idle - one.idle,
  best_match: (one, other) => other.score - one.score || one.open - other.open,
};

function absence({ active, availability, atWork, timeOff }: Candidate): RefusalCode | null {
  if (!active) return 'inactive';
  if (timeOff) return 'time_off';
  if (!atWork) return 'out_of_hours';
  return availability === 'online' ? null : availability;
}

function mayWorkOn({ active, brands }: Candidate, brand: number): boolean {
  return active && (brands === 'all' || brands.has(brand));
}

const has = ({ skills }: Candidate, { skill, level }: SkillNeed) => (skills.get(skill) ?? 0) >= level;

/** Whether there is any use in waiting for them. */
function couldEver(candidate: Candidate, ticket: Waiting, preferred: readonly SkillNeed[]): boolean {
  return mayWorkOn(candidate, ticket.brand) && candidate.tier >= (ticket.tier ?? 0) && preferred.every((need) => has(candidate, need)) && requiredOf(ticket).every((need) => has(candidate, need));
}

const requiredOf = ({ needs }: Waiting) => needs.filter(({ need }) => need === 'required');

function refuse(candidate: Candidate, ticket: Waiting, waitedFor: readonly SkillNeed[], offers: boolean): Omit<Refusal, 'agent'> | null {
  if (!candidate.active) return { code: 'inactive' };
  if (!mayWorkOn(candidate, ticket.brand)) return { code: 'brand' };
  if (candidate.tier < (ticket.tier ?? 0)) return { code: 'tier', level: ticket.tier ?? 0, has: candidate.tier };
  const lacking = (needs: readonly SkillNeed[]) => needs.find((need) => !has(candidate, need));
  const missing = lacking(requiredOf(ticket));
  if (missing) return { code: 'skill', skill: missing.skill, level: missing.level, has: candidate.skills.get(missing.skill) ?? 0 };
  if (ticket.gaveBack.has(candidate.id)) return { code: 'gave_back' };
  const absent = absence(candidate);
  if (absent) return { code: absent };
  const [open, most] = [candidate.open.get(ticket.channel) ?? 0, candidate.most(ticket.channel)];
  if (open >= most) return { code: 'at_limit', open, most };
  const wished = lacking(waitedFor);
  if (wished) return { code: 'preferred', skill: wished.skill, level: wished.level, has: candidate.skills.get(wished.skill) ?? 0 };
  // Last of all: who is refused for having been asked could take it otherwise.
  const passed = offers ? ticket.passed.get(candidate.id) : undefined;
  if (passed) return { code: passed };
  return offers && candidate.offered ? { code: 'offered' } : null;
}

function standingOf(candidate: Candidate, { channel, needs }: Waiting, preferred: readonly SkillNeed[], now: number): Standing {
  return {
    agent: candidate.id,
    open: sum(candidate.open.values()),
    most: candidate.most(channel),
    idle: Math.max(0, now - candidate.idleSince),
    turn: candidate.turn,
    score: sum(needs.map(({ skill }) => candidate.skills.get(skill) ?? 0)),
    preferred: preferred.filter((need) => has(candidate, need)).length,
  };
}

function sum(values: Iterable<number>): number {
  let all = 0;
  for (const value of values) all += value;
  return all;
}
