import { describe, expect, test } from 'vitest';
import { aroundTheClock } from '../calendars/index.ts';
import type { Fact } from '../sla/index.ts';
import { addDays, dayIn, daysBetween, periodBefore, startOf, startsOf, stepFor } from './days.rules.ts';
import { quantile, secondsOf, stepOf } from './measures.ts';
import { courseOf, reckonTicket, type TicketNow } from './reckon.rules.ts';

const minute = 60_000;
const began = Date.parse('2026-03-29T00:30:00Z');
const at = (minutes: number) => began + minutes * minute;
const came: Fact = { at: at(0), type: 'created', by: 'customer', status: 'new', assigned: false };
const said = (minutes: number, by: 'customer' | 'agent'): Fact => ({ at: at(minutes), type: 'message', by });
const turned = (minutes: number, status: 'open' | 'solved' | 'closed' | 'pending'): Fact => ({ at: at(minutes), type: 'status', status });
const aTicketNow = (changes: Partial<TicketNow> = {}): TicketNow => ({
  ticket_id: 1, brand_id: 2, team_id: 3, assignee_id: null, tier: null, topic_id: null, channel: 'email', language: null, kind: 'question', status: 'solved', created_at: new Date(began), gone: false,
  sla_met: 1, sla_missed: 0, promises_kept: 0, promises_broken: 2, degree: 'partly', minutes: 15, score: 4, ...changes,
});
const reckoned = (facts: Fact[], changes: Partial<TicketNow> = {}) => reckonTicket(aTicketNow(changes), facts, aroundTheClock, dayIn('Europe/Stockholm'));

describe('how a ticket went', () => {
  test('the first reply is ours, and nobody waits for one to what we began', () => {
    expect(courseOf([came, said(3, 'customer'), said(10, 'agent'), said(20, 'agent')])).toMatchObject({ firstReply: at(10), replies: 2 });
    expect(courseOf([{ ...came, by: 'agent' }, said(10, 'agent')])).toMatchObject({ firstReply: null, replies: 1 });
  });

  test('a ticket that is opened again was solved the first time, and is not solved now', () => {
    const facts = [came, said(10, 'agent'), turned(10, 'solved'), turned(60, 'open')];
    expect(courseOf(facts)).toMatchObject({ firstSolved: at(10), lastSolved: null, reopenings: 1 });
    expect(courseOf([...facts, turned(90, 'solved'), turned(99, 'closed')])).toMatchObject({ firstSolved: at(10), lastSolved: at(90), reopenings: 1 });
  });

  test('first contact is one reply at most, and solved for good', () => {
    expect(reckoned([came, said(10, 'agent'), turned(10, 'solved')])).toMatchObject({ first_contact: 1, resolved: 1, solved: 1, reopened: 0 });
    expect(reckoned([came, turned(10, 'solved')])).toMatchObject({ first_contact: 1, first_replies: 0 });
    expect(reckoned([came, said(5, 'agent'), said(10, 'agent'), turned(10, 'solved')])).toMatchObject({ first_contact: 0 });
    expect(reckoned([came, turned(10, 'solved'), turned(20, 'open'), turned(30, 'solved')])).toMatchObject({ first_contact: 0, reopened: 1 });
    expect(reckoned([came, turned(10, 'solved'), turned(20, 'open')], { status: 'open' })).toMatchObject({ first_contact: 0, solved: 1, resolved: 0, open: 1, degree_partly: 0, minutes: 0 });
  });

  test('times are counted in seconds, days where the workspace is', () => {
    expect(reckoned([came, said(10, 'agent'), turned(1_400, 'solved')])).toMatchObject({
      day: '2026-03-29', solved_day: '2026-03-30', first_reply_seconds: 600, resolution_seconds: 84_000, resolution_open_seconds: 84_000, degree_partly: 1, timed: 1, minutes: 15, rated: 1, score_sum: 4, team: '3', assignee: '', promises_broken: 2,
    });
    expect(reckonTicket(aTicketNow(), [came], aroundTheClock, dayIn('America/New_York'))).toMatchObject({ day: '2026-03-28', solved_day: null });
  });

  test('what is in the trash, or merged, counts nowhere', () => {
    expect(reckoned([came], { gone: true })).toBeNull();
  });
});

describe('steps of durations', () => {
  test('a step’s middle is at most five percent off, from a second to ten years', () => {
    for (let seconds = 1; seconds < 315_360_000; seconds = Math.ceil(seconds * 1.013)) expect(Math.abs(secondsOf(stepOf(seconds)) - seconds) / seconds, String(seconds)).toBeLessThan(seconds < 100 ? 0.5 : 0.055);
  });

  test('a median is within a step of the one of all durations', () => {
    let seed = 7;
    const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    for (let round = 0; round < 50; round += 1) {
      const durations = Array.from({ length: 1 + Math.floor(random() * 400) }, () => Math.ceil(60 * Math.exp(random() * 9)));
      const counts = new Map<number, number>();
      for (const each of durations) counts.set(stepOf(each), (counts.get(stepOf(each)) ?? 0) + 1);
      const inOrder = durations.toSorted((one, other) => one - other);
      for (const share of [0.5, 0.9]) {
        const exact = inOrder[Math.ceil(inOrder.length * share) - 1]!; // there is at least one
        expect(Math.abs(quantile(counts, share)! / exact - 1)).toBeLessThan(0.06);
      }
    }
    expect(quantile(new Map(), 0.5)).toBeNull();
  });
});

test('days, weeks and months', () => {
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
  expect(daysBetween('2026-01-01', '2026-12-31')).toBe(365);
  expect(periodBefore({ since: '2026-03-01', until: '2026-03-31' })).toEqual({ since: '2026-01-29', until: '2026-02-28' });
  expect([stepFor('2026-01-01', '2026-01-31'), stepFor('2026-01-01', '2026-03-31'), stepFor('2026-01-01', '2026-12-31')]).toEqual(['day', 'week', 'month']);
  expect(startOf('week', '2026-03-01')).toBe('2026-02-23');
  expect(startsOf('month', '2025-11-30', '2026-02-01')).toEqual(['2025-11-01', '2025-12-01', '2026-01-01', '2026-02-01']);
  expect(startsOf('week', '2026-03-01', '2026-03-10')).toEqual(['2026-02-23', '2026-03-02', '2026-03-09']);
});
