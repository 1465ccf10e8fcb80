import { describe, expect, test } from 'vitest';
import { between as whole, seededRandom, type Random } from '../../../../../tests/survival/support/random.ts';
import { aroundTheClock, openCalendar, type CalendarHours } from '../calendars/index.ts';
import type { TicketStatus } from '../tickets/index.ts';
import { cyclesOf, standingOf, type Fact } from './sla.rules.ts';
import { slaKinds, type SlaKind } from './sla.schemas.ts';

const minute = 60_000;
const hour = 60 * minute;
const at = (text: string) => Date.parse(text);
const iso = (moment: number | null) => (moment === null ? null : new Date(moment).toISOString().slice(0, 16));
const office: CalendarHours = { timeZone: 'Europe/Stockholm', week: [0, 1, 2, 3, 4].map(() => [{ from: '08:00', to: '17:00' }]).concat([[], []]), holidays: [], exceptions: [] };
const pausing = new Set<TicketStatus>(['pending', 'on_hold']);
const start = at('2026-11-27T08:00Z');
const created: Fact = { at: start, type: 'created', by: 'customer', status: 'new', assigned: false };
const after = (hours: number) => start + hours * hour;
const inHours = (kind: SlaKind, facts: Fact[], target: number, now: number, warn = 0) => {
  const cycles = cyclesOf(kind, facts, pausing);
  return cycles.map((cycle) => ({ ...cycle, ...standingOf(cycle, { target: target * hour, warn: warn * hour, clock: openCalendar(office) }, now) }));
};

describe('what starts and ends a clock', () => {
  test('the first reply, in opening hours over a weekend, with a warning before', () => {
    const [cycle] = inHours('first_reply', [created], 10, after(1), 1);
    expect([iso(cycle!.due), iso(cycle!.warnAt), cycle!.left / hour, cycle!.used / hour]).toEqual(['2026-11-30T09:00', '2026-11-30T08:00', 9, 1]);
    expect(inHours('first_reply', [created, { at: after(2), type: 'message', by: 'agent' }], 10, after(3))).toMatchObject([{ how: 'done', ended: after(2), breachedAt: null, used: 2 * hour }]);
    expect(inHours('first_reply', [created, { at: at('2026-11-30T09:01Z'), type: 'message', by: 'agent' }], 10, after(100))).toMatchObject([{ how: 'done', breachedAt: at('2026-11-30T09:00Z') }]);
    expect(inHours('first_reply', [{ ...created, by: 'agent' }], 10, after(1))).toEqual([]);
  });

  test('an answer at the due moment is in time; in the closed hours behind it, it is not', () => {
    const facts = (moment: string): Fact[] => [created, { at: at(moment), type: 'message', by: 'agent' }];
    expect(inHours('first_reply', facts('2026-11-27T16:00Z'), 8, after(99))[0]!.breachedAt).toBeNull();
    expect(iso(inHours('first_reply', facts('2026-11-27T18:00Z'), 8, after(99))[0]!.breachedAt)).toBe('2026-11-27T16:00');
  });

  test('the next reply counts from the first word that nobody has answered', () => {
    const facts: Fact[] = [created, { at: after(0.5), type: 'message', by: 'customer' }, { at: after(1), type: 'message', by: 'agent' }, { at: after(2), type: 'message', by: 'customer' }, { at: after(3), type: 'message', by: 'customer' }, { at: after(4), type: 'message', by: 'agent' }, { at: after(5), type: 'message', by: 'customer' }];
    expect(cyclesOf('next_reply', facts, pausing).map(({ started, ended }) => [started, ended])).toEqual([[after(2), after(4)], [after(5), null]]);
  });

  test('an update is due again and again until it is solved', () => {
    const facts: Fact[] = [created, { at: after(1), type: 'message', by: 'agent' }, { at: after(2), type: 'message', by: 'agent' }, { at: after(3), type: 'status', status: 'solved' }];
    expect(cyclesOf('update', facts, pausing).map(({ started, ended, how }) => [started, ended, how])).toEqual([[after(1), after(2), 'done'], [after(2), after(3), 'dropped']]);
  });

  test('pickup ends when somebody has it, or has answered', () => {
    expect(cyclesOf('pickup', [created, { at: after(1), type: 'assigned', assigned: true }], pausing)).toMatchObject([{ ended: after(1), how: 'done' }]);
    expect(cyclesOf('pickup', [created, { at: after(1), type: 'message', by: 'agent' }], pausing)).toMatchObject([{ ended: after(1), how: 'done' }]);
    expect(cyclesOf('pickup', [{ ...created, assigned: true }], pausing)).toEqual([]);
  });

  test('a resolution rests while it waits and while it is solved, and goes on where it stood', () => {
    const facts: Fact[] = [created, { at: after(1), type: 'status', status: 'pending' }, { at: after(3), type: 'status', status: 'open' }, { at: after(4), type: 'status', status: 'solved' }];
    expect(inHours('resolution', facts, 4, after(5))).toMatchObject([{ how: 'done', used: 2 * hour, breachedAt: null }]);
    expect(inHours('resolution', facts.slice(0, 2), 4, after(2))).toMatchObject([{ how: null, resting: true, due: null, left: 3 * hour }]);
    const reopened: Fact[] = [...facts, { at: after(6), type: 'status', status: 'open' }];
    expect(inHours('resolution', reopened, 4, after(7)).map(({ due, left, ended }) => [iso(due), left / hour, ended])).toEqual([['2026-11-27T16:00', 1, null]]);
  });

  test('what is solved without a word was not answered, nor was the promise broken', () => {
    expect(inHours('first_reply', [created, { at: after(1), type: 'status', status: 'solved' }], 4, after(9))).toMatchObject([{ how: 'dropped', breachedAt: null }]);
  });

  test('hours that never come make nothing due', () => {
    const never = openCalendar({ ...office, week: [[], [], [], [], [], [], []] });
    const [cycle] = cyclesOf('first_reply', [created], pausing);
    expect(standingOf(cycle!, { target: hour, warn: 0, clock: never }, after(1000))).toMatchObject({ due: null, breachedAt: null, left: hour });
  });
});

/** Told anew, minute by minute: who waits for what at each minute, and how much open time has gone. */
function slowly(kind: SlaKind, facts: Fact[], target: number, isOpen: (moment: number) => boolean, until: number) {
  const said: { started: number; used: number; breached: number | null; ended: number | null }[] = [];
  let [status, answered, index] = ['new' as TicketStatus, false, 0];
  let waiting = false;
  const current = () => said.at(-1)!;
  const begin = (moment: number) => ((waiting = true), said.push({ started: moment, used: 0, breached: null, ended: null }));
  const end = (moment: number) => waiting && ((waiting = false), (current().ended = moment));
  const over = () => ['solved', 'closed'].includes(status);
  for (let moment = facts[0]!.at; moment < until; moment += minute) {
    for (; facts[index] && facts[index]!.at <= moment; index += 1) {
      const fact = facts[index]!;
      if (fact.type === 'created') {
        status = fact.status;
        answered = fact.by === 'agent';
        if (kind === 'resolution') begin(moment);
        if (kind === 'first_reply' && fact.by === 'customer' && !over()) begin(moment);
        if (kind === 'pickup' && fact.by === 'customer' && !fact.assigned && !over()) begin(moment);
        if (kind === 'update' && fact.by === 'agent' && !over()) begin(moment);
        if (over()) end(moment);
      }
      if (fact.type === 'message' && fact.by === 'agent') {
        if (kind !== 'resolution') end(moment);
        answered = true;
        if (kind === 'update' && !over()) begin(moment);
      }
      if (fact.type === 'message' && fact.by === 'customer' && kind === 'next_reply' && answered && !waiting) begin(moment);
      if (fact.type === 'assigned' && fact.assigned && kind === 'pickup') end(moment);
      if (fact.type === 'status') {
        const before = over();
        status = fact.status;
        if (!before && over()) end(moment);
        if (before && !over() && kind === 'resolution' && said.length > 0) {
          waiting = true;
          current().ended = null;
        }
      }
    }
    if (!waiting || over() || pausing.has(status)) continue;
    if (current().used >= target) current().breached ??= moment;
    if (isOpen(moment)) current().used += minute;
  }
  return said;
}

function randomFacts(random: Random): Fact[] {
  let moment = at('2026-03-27T00:00Z') + whole(random, 0, 3000) * minute;
  const facts: Fact[] = [{ at: moment, type: 'created', by: random() < 0.8 ? 'customer' : 'agent', status: random() < 0.9 ? 'new' : 'solved', assigned: random() < 0.2 }];
  for (let count = whole(random, 0, 14); count > 0; count -= 1) {
    if (random() < 0.8) moment += whole(random, 1, 900) * minute;
    const statuses: TicketStatus[] = ['open', 'pending', 'on_hold', 'solved', 'open'];
    const choice = random();
    if (choice < 0.25) facts.push({ at: moment, type: 'message', by: 'customer' });
    else if (choice < 0.5) facts.push({ at: moment, type: 'message', by: 'agent' });
    else if (choice < 0.9) facts.push({ at: moment, type: 'status', status: statuses[whole(random, 0, 4)]! });
    else facts.push({ at: moment, type: 'assigned', assigned: random() < 0.7 });
  }
  return facts;
}

test.each([1, 2, 3, 4])('random histories stand as they do when they are told minute by minute, series %i', (seed) => {
  const random = seededRandom(seed * 77);
  for (let round = 0; round < 40; round += 1) {
    const facts = randomFacts(random);
    const clock = random() < 0.3 ? aroundTheClock : openCalendar({ ...office, timeZone: random() < 0.5 ? 'Europe/Stockholm' : 'America/New_York' });
    const target = whole(random, 1, 1500) * minute;
    const now = facts.at(-1)!.at + whole(random, 1, 3000) * minute;
    for (const kind of slaKinds) {
      const say = JSON.stringify({ seed, round, kind, target: target / minute, facts: facts.map((fact) => ({ ...fact, at: new Date(fact.at).toISOString() })) });
      const slow = slowly(kind, facts, target, clock.isOpen, now);
      const fast = cyclesOf(kind, facts, pausing).map((cycle) => ({ cycle, standing: standingOf(cycle, { target, warn: 0, clock }, now) }));
      expect(fast.map(({ cycle }) => [iso(cycle.started), iso(cycle.ended)]), say).toEqual(slow.map(({ started, ended }) => [iso(started), iso(ended)]));
      // One that is due just now is broken now; told by minutes, it is so from the minute that begins now.
      expect(fast.map(({ standing }) => (standing.breachedAt === now ? null : iso(standing.breachedAt))), say).toEqual(slow.map(({ breached }) => iso(breached)));
      for (const [index, { standing }] of fast.entries()) if (standing.breachedAt === null) expect(standing.used, say).toBe(slow[index]!.used);
    }
  }
}, 60_000);
