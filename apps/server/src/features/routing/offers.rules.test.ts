import { expect, test } from 'vitest';
import { between as whole, seededRandom, type Random } from '../../../../../tests/survival/support/random.ts';
import { isGone, pauseAfter, type Passed } from './offers.rules.ts';
import { canTakeAny, decide, isRoundOver, routingMethods, take, type Candidate, type Decision, type RoutingRule, type Waiting } from './routing.rules.ts';
import { aCase, mayHave, now, randomCase, randomDesk, rule, somebody } from './testing/random-desks.ts';

const second = 1_000;
const offering: RoutingRule = { ...rule, offers: true };

test('who declined or missed it in this round is not offered it again, and who thinks of another is left alone', () => {
  const desk = [somebody(1), somebody(2, { cases: 1 }), somebody(3, { cases: 2, offered: true })];
  const passed = (...ends: [number, Passed][]) => decide(offering, aCase({ passed: new Map(ends) }), desk, now);
  expect(passed()).toMatchObject({ chosen: { agent: 1 }, refused: [{ agent: 3, code: 'offered' }] });
  expect(passed([1, 'declined'])).toMatchObject({ chosen: { agent: 2 }, refused: [{ agent: 1, code: 'declined' }, { agent: 3 }] });
  const over = passed([1, 'declined'], [2, 'missed']);
  expect([over.chosen, isRoundOver(over)]).toEqual([null, true]);
  expect(isRoundOver(decide(offering, aCase(), [somebody(3, { offered: true })], now))).toBe(false);
  expect(canTakeAny(somebody(3, { offered: true }), ['email'], offering)).toBe(false);
});

test('a round that is over begins anew after a pause that grows to ten minutes', () => {
  expect([1, 2, 3, 6, 9, 99].map((round) => pauseAfter(round) / second)).toEqual([30, 60, 120, 600, 600, 600]);
});

test('only misses in a row set somebody away', () => {
  expect(isGone(['missed', 'missed', 'accepted'], 2)).toBe(true);
  expect(isGone(['missed', 'declined', 'missed'], 2)).toBe(false);
  expect(isGone(['missed'], 2)).toBe(false);
  expect(isGone(['missed', 'missed'], 0)).toBe(false);
});

type Ticket = Waiting & { id: number; round: number; anewAt: number | null };
type Offer = { ticket: Ticket; agent: Candidate; endsAt: number; end: 'accepted' | Passed };

/** A desk that offers, second by second, the way the router does; `checked` sees each decision before it is carried out. */
function simulate(random: Random, desk: Candidate[], rules: RoutingRule, { tickets, perSecond, chances, checked }: { tickets: () => Ticket; perSecond: number; chances: { accept: number; decline: number }; checked(ticket: Ticket, decision: Decision, at: number): void }, seconds: number) {
  const got = new Map<number, number>();
  let [turn, at] = [0, now];
  let queue: Ticket[] = [];
  let offers: Offer[] = [];
  const held: { agent: Candidate; channel: string }[] = [];
  for (let tick = 0; tick < seconds; tick += 1, at += second) {
    for (let n = 0; n < perSecond; n += 1) queue.push(tickets());
    for (const { ticket, agent, end } of offers.filter(({ endsAt }) => endsAt <= at)) {
      agent.offered = false;
      if (end === 'accepted') {
        held.push({ agent, channel: ticket.channel });
        continue;
      }
      agent.open.set(ticket.channel, agent.open.get(ticket.channel)! - 1);
      ticket.passed = new Map([...ticket.passed, [agent.id, end]]);
      queue.unshift(ticket);
    }
    offers = offers.filter(({ endsAt }) => endsAt > at);
    const left: Ticket[] = [];
    for (const ticket of queue) {
      if (ticket.anewAt !== null && ticket.anewAt <= at) Object.assign(ticket, { round: ticket.round + 1, anewAt: null, passed: new Map() });
      const decision = decide(rules, ticket, desk, at);
      checked(ticket, decision, at);
      const agent = desk.find(({ id }) => id === decision.chosen?.agent);
      if (!agent) {
        if (ticket.anewAt === null && isRoundOver(decision)) ticket.anewAt = at + pauseAfter(ticket.round);
        left.push(ticket);
        continue;
      }
      take(agent, ticket.channel, (turn += 1), at);
      agent.offered = true;
      const chance = random();
      const end = chance < chances.accept ? 'accepted' : chance < chances.accept + chances.decline ? 'declined' : 'missed';
      offers.push({ ticket, agent, end, endsAt: at + (end === 'missed' ? 30 : whole(random, 1, 25)) * second });
      got.set(agent.id, (got.get(agent.id) ?? 0) + 1);
      expect(new Set(offers.map((each) => each.ticket.id)).size).toBe(offers.length);
      expect(new Set(offers.map((each) => each.agent.id)).size).toBe(offers.length);
    }
    queue = left;
    // Cases end in any order.
    while (held.length > desk.length * 3) {
      const [{ agent, channel }] = held.splice(whole(random, 0, held.length - 1), 1) as [{ agent: Candidate; channel: string }];
      agent.open.set(channel, agent.open.get(channel)! - 1);
    }
  }
  return { got, waiting: queue.length, open: offers.length };
}

test.each([1, 2, 3, 4])('of random desks nobody is offered what they may not have, and nothing waits that somebody could be offered, series %i', (seed) => {
  const random = seededRandom(seed * 17);
  for (let desks = 0; desks < 8; desks += 1) {
    const desk = randomDesk(random);
    const rules: RoutingRule = { ...offering, method: routingMethods[whole(random, 0, 3)]! };
    let id = 0;
    simulate(random, desk, rules, {
      perSecond: 1,
      tickets: () => ({ ...randomCase(random, desk), id: (id += 1), round: 1, anewAt: null }),
      chances: { accept: 0.4, decline: 0.3 },
      checked(ticket, decision) {
        const eligible = desk.filter((each) => mayHave(each, ticket) && !each.offered && !ticket.passed.has(each.id));
        const chosen = desk.find((each) => each.id === decision.chosen?.agent);
        if (chosen) {
          expect(eligible).toContain(chosen);
          expect(chosen.open.get(ticket.channel) ?? 0).toBeLessThan(chosen.most(ticket.channel));
        } else expect(eligible.length === 0 || (!decision.relaxed && ticket.needs.some(({ need }) => need === 'preferred'))).toBe(true);
      },
    }, 60);
  }
});

test.each(['round_robin', 'least_busy', 'longest_idle'] as const)('%s offers fairly over 10,000 tickets with declines and time-outs, within a tenth', (method) => {
  const random = seededRandom(8);
  const desk = Array.from({ length: 24 }, (_each, place) => somebody(place + 1, { limit: 1_000 }));
  let id = 0;
  const { got, waiting, open } = simulate(random, desk, { ...offering, method }, {
    perSecond: 1,
    tickets: () => ({ ...aCase(), id: (id += 1), round: 1, anewAt: null }),
    chances: { accept: 0.8, decline: 0.1 },
    checked: () => undefined,
  }, 10_000);
  const all = [...got.values()].reduce((sum, count) => sum + count, 0);
  expect(all).toBeGreaterThan(10_000);
  expect(waiting + open).toBeLessThan(100);
  for (const agent of desk) expect(Math.abs((got.get(agent.id) ?? 0) - all / desk.length)).toBeLessThanOrEqual(all / desk.length / 10);
});
