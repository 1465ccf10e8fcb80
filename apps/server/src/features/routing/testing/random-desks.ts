import { between as whole, type Random } from '../../../../../../tests/survival/support/random.ts';
import type { Candidate, RoutingRule, SkillNeed, Waiting } from '../routing.rules.ts';

/** Desks and cases for the tests of who gets what. */

export const minute = 60_000;
export const now = Date.parse('2026-11-27T09:00Z');
export const rule: RoutingRule = { method: 'least_busy', stickyAccount: true, stickyLast: true, relaxAfter: 5 * minute, offers: false };

export type Made = Omit<Partial<Candidate>, 'open' | 'skills'> & { cases?: number; limit?: number; skills?: Record<number, number> };

export function somebody(id: number, { cases = 0, limit = 10, skills = {}, ...rest }: Made = {}): Candidate {
  return {
    id, member: true, active: true, tier: 1, brands: 'all', availability: 'online', atWork: true, timeOff: false, offered: false, turn: 0, idleSince: now - minute, most: () => limit,
    open: new Map([['email', cases]]), skills: new Map(Object.entries(skills).map(([skill, level]) => [Number(skill), level])), ...rest,
  };
}

export function aCase(rest: Partial<Waiting> = {}): Waiting {
  return { brand: 1, tier: null, channel: 'email', needs: [], since: now, accountAgents: [], lastAgent: null, gaveBack: new Set(), passed: new Map(), ...rest };
}

export const needs = (skill: number, need: SkillNeed['need'], level = 1): SkillNeed => ({ skill, need, level });

export function randomDesk(random: Random): Candidate[] {
  return Array.from({ length: whole(random, 1, 25) }, (_each, place) =>
    somebody(place + 1, {
      member: random() < 0.9,
      active: random() < 0.95,
      brands: random() < 0.7 ? 'all' : new Set([whole(random, 1, 3)]),
      availability: (['online', 'online', 'online', 'busy', 'break', 'away'] as const)[whole(random, 0, 5)]!,
      atWork: random() < 0.9,
      timeOff: random() < 0.1,
      tier: whole(random, 1, 3),
      limit: whole(random, 0, 6),
      turn: whole(random, 0, 50),
      idleSince: now - whole(random, 0, 500) * minute,
      skills: Object.fromEntries([1, 2, 3].filter(() => random() < 0.5).map((skill) => [skill, whole(random, 1, 5)])),
    }),
  );
}

export function randomCase(random: Random, desk: readonly Candidate[]): Waiting {
  const one = () => desk[whole(random, 0, desk.length - 1)]!.id;
  return aCase({
    brand: whole(random, 1, 3),
    tier: random() < 0.2 ? whole(random, 2, 3) : null,
    channel: random() < 0.7 ? 'email' : 'phone',
    needs: [1, 2, 3].filter(() => random() < 0.4).map((skill) => needs(skill, random() < 0.5 ? 'required' : 'preferred', whole(random, 1, 4))),
    since: now - whole(random, 0, 10) * minute,
    accountAgents: random() < 0.3 ? [one(), one()] : [],
    lastAgent: random() < 0.3 ? one() : null,
    gaveBack: new Set(random() < 0.2 ? [one()] : []),
  });
}

/** What must hold of somebody who gets a ticket, told apart from how the decider goes about it. */
export function mayHave(candidate: Candidate, ticket: Waiting): boolean {
  const level = (skill: number) => candidate.skills.get(skill) ?? 0;
  return (
    candidate.active && candidate.tier >= (ticket.tier ?? 1) && candidate.availability === 'online' && candidate.atWork && !candidate.timeOff &&
    (candidate.brands === 'all' || candidate.brands.has(ticket.brand)) &&
    (candidate.open.get(ticket.channel) ?? 0) < candidate.most(ticket.channel) &&
    ticket.needs.every(({ need, skill, level: least }) => need === 'preferred' || level(skill) >= least) &&
    !ticket.gaveBack.has(candidate.id) &&
    (candidate.member || ticket.accountAgents.includes(candidate.id))
  );
}
