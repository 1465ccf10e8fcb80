import { expect, test } from 'vitest';
import { between as whole, seededRandom } from '../../../../../tests/survival/support/random.ts';
import { decide, routingMethods, take, type Candidate, type RoutingRule, type Waiting } from './routing.rules.ts';
import { aCase, mayHave, minute, needs, now, randomCase, randomDesk, rule, somebody, type Made } from './testing/random-desks.ts';

const chosenOf = (...[rules, ticket, candidates, at = now]: [RoutingRule, Waiting, Candidate[], number?]) => decide(rules, ticket, candidates, at).chosen?.agent ?? null;

test.each([
  ['who is deactivated', { active: false }, 'inactive'],
  ['who may not see the brand', { brands: new Set([2]) }, 'brand'],
  ['who has time off', { timeOff: true }, 'time_off'],
  ['who is not at work at this hour', { atWork: false }, 'out_of_hours'],
  ['who is away', { availability: 'away' }, 'away'],
  ['who has a break', { availability: 'break' }, 'break'],
  ['who is busy', { availability: 'busy' }, 'busy'],
  ['who has as many cases as they can', { cases: 10 }, 'at_limit'],
] as const)('nothing goes to somebody %s, and the reason says so', (_who, state, code) => {
  const { chosen, why, refused } = decide(rule, aCase(), [somebody(1, state)], now);
  expect([chosen, why]).toEqual([null, null]);
  expect(refused).toMatchObject([{ agent: 1, code }]);
  expect(chosenOf(rule, aCase({ accountAgents: [1], lastAgent: 1 }), [somebody(1, state)])).toBeNull();
});

test('a limit counts for its own channel', () => {
  expect(chosenOf(rule, aCase({ channel: 'phone' }), [somebody(1, { cases: 10 })])).toBe(1);
});

test('a required skill is never given up, however long a ticket waits', () => {
  const swedish = aCase({ needs: [needs(7, 'required', 3)], since: now - 10_000 * minute });
  const { chosen, refused } = decide(rule, swedish, [somebody(1), somebody(2, { skills: { 7: 2 } })], now);
  expect(chosen).toBeNull();
  expect(refused).toEqual([{ agent: 1, code: 'skill', skill: 7, level: 3, has: 0 }, { agent: 2, code: 'skill', skill: 7, level: 3, has: 2 }]);
  expect(chosenOf(rule, swedish, [somebody(1), somebody(3, { skills: { 7: 3 }, cases: 9 })])).toBe(3);
});

test('what was escalated to a tier goes to nobody below it, also not to an account agent', () => {
  const ticket = aCase({ tier: 2, accountAgents: [1] });
  expect(decide(rule, ticket, [somebody(1), somebody(2, { tier: 3, cases: 9 })], now)).toMatchObject({ chosen: { agent: 2 }, refused: [{ agent: 1, code: 'tier', level: 2, has: 1 }] });
  expect(decide(rule, ticket, [somebody(1)], now).chosen).toBeNull();
});

test('somebody with the preferred skill is waited for, then anybody will do', () => {
  const ticket = aCase({ needs: [needs(7, 'preferred')] });
  const desk = [somebody(1), somebody(2, { skills: { 7: 1 }, availability: 'break' })];
  expect(decide(rule, ticket, desk, now + 4 * minute)).toMatchObject({ chosen: null, relaxed: false, refused: [{ agent: 1, code: 'preferred', skill: 7 }, { agent: 2, code: 'break' }] });
  expect(decide(rule, ticket, desk, now + 5 * minute)).toMatchObject({ chosen: { agent: 1 }, relaxed: true });
  expect(decide(rule, ticket, [somebody(1), somebody(2, { skills: { 7: 1 }, cases: 5 })], now + 9 * minute)).toMatchObject({ chosen: { agent: 2 } });
});

test('nobody is waited for whom the team does not have', () => {
  expect(decide(rule, aCase({ needs: [needs(7, 'preferred')] }), [somebody(1), somebody(2, { skills: { 7: 5 }, active: false })], now)).toMatchObject({ chosen: { agent: 1 }, relaxed: true });
});

test('the account agent comes first though others have less to do and they are in another team, then the deputy, then who had the last one', () => {
  const ticket = aCase({ accountAgents: [8, 9], lastAgent: 2 });
  const away = { member: false, availability: 'away' as const };
  const desk = (account: Made, deputy: Made) => [somebody(1), somebody(2, { cases: 5 }), somebody(8, { member: false, cases: 7, ...account }), somebody(9, { member: false, cases: 8, ...deputy })];
  expect(decide(rule, ticket, desk({}, {}), now)).toMatchObject({ why: 'account_agent', chosen: { agent: 8 } });
  expect(decide(rule, ticket, desk(away, {}), now)).toMatchObject({ why: 'account_agent', chosen: { agent: 9 } });
  expect(decide(rule, ticket, desk(away, away), now)).toMatchObject({ why: 'last_agent', chosen: { agent: 2 } });
  expect(decide({ ...rule, stickyAccount: false, stickyLast: false }, ticket, desk({}, {}), now)).toMatchObject({ why: 'least_busy', chosen: { agent: 1 } });
});

test('who gave it back does not get it again', () => {
  expect(chosenOf(rule, aCase({ gaveBack: new Set([1]) }), [somebody(1), somebody(2, { cases: 9 })])).toBe(2);
});

test.each([
  ['round_robin', 3],
  ['least_busy', 1],
  ['longest_idle', 2],
  ['best_match', 4],
] as const)('%s chooses by its own measure', (method, expected) => {
  const desk = [
    somebody(1, { cases: 1, turn: 9, skills: { 7: 1 } }),
    somebody(2, { cases: 4, turn: 8, idleSince: now - 90 * minute, skills: { 7: 2 } }),
    somebody(3, { cases: 5, turn: 2, skills: { 7: 1 } }),
    somebody(4, { cases: 6, turn: 7, skills: { 7: 5 } }),
  ];
  expect(decide({ ...rule, method }, aCase({ needs: [needs(7, 'required')] }), desk, now)).toMatchObject({ why: method, chosen: { agent: expected } });
});

test.each([1, 2, 3, 4, 5, 6])('of random desks and cases nobody gets what they may not have, and nothing waits that somebody may have, series %i', (seed) => {
  const random = seededRandom(seed * 31);
  for (let desks = 0; desks < 60; desks += 1) {
    const desk = randomDesk(random);
    const method = routingMethods[whole(random, 0, 3)]!;
    for (let turn = 100; turn < 130; turn += 1) {
      const ticket = randomCase(random, desk);
      const decision = decide({ ...rule, method }, ticket, desk, now);
      const eligible = desk.filter((each) => mayHave(each, ticket));
      const chosen = desk.find(({ id }) => id === decision.chosen?.agent);
      expect(decision.refused.length + decision.others.length).toBeLessThanOrEqual(desk.length);
      if (chosen) {
        expect(eligible).toContain(chosen);
        take(chosen, ticket.channel, turn, now);
        expect(chosen.open.get(ticket.channel)).toBeLessThanOrEqual(chosen.most(ticket.channel));
      } else {
        // Only for the preferred skills is anybody waited for, and only so long.
        expect(eligible.length === 0 || (!decision.relaxed && ticket.needs.some(({ need }) => need === 'preferred'))).toBe(true);
        expect(decide({ ...rule, method, relaxAfter: 0 }, ticket, desk, now).chosen === null).toBe(eligible.length === 0);
      }
    }
  }
});

test.each(['round_robin', 'least_busy'] as const)('%s is fair over 10,000 tickets, within a tenth', (method) => {
  const random = seededRandom(5);
  const desk = Array.from({ length: 12 }, (_each, place) => somebody(place + 1, { limit: 1_000 }));
  const got = new Map<number, number>();
  const held: Candidate[] = [];
  for (let turn = 1; turn <= 10_000; turn += 1) {
    const { chosen } = decide({ ...rule, method }, aCase(), desk, now + turn);
    const taker = desk.find(({ id }) => id === chosen?.agent)!;
    take(taker, 'email', turn, now + turn);
    got.set(taker.id, (got.get(taker.id) ?? 0) + 1);
    held.push(taker);
    // Cases end in any order.
    if (held.length > 60) {
      const [ended] = held.splice(whole(random, 0, held.length - 1), 1);
      ended!.open.set('email', (ended!.open.get('email') ?? 1) - 1);
    }
  }
  const mean = 10_000 / desk.length;
  expect(got.size).toBe(desk.length);
  for (const count of got.values()) expect(Math.abs(count - mean)).toBeLessThanOrEqual(mean / 10);
});
