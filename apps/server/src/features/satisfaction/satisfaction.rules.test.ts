import { describe, expect, test } from 'vitest';
import { openCalendar } from '../calendars/index.ts';
import { askAt, averageOf, followUpBy, isLow, linkGoodFor, pageTakes, waitsForAnswer, whyNotAsked, type SurveyFacts } from './satisfaction.rules.ts';

const day = 86_400_000;
const office = openCalendar({ timeZone: 'Europe/Stockholm', week: [[{ from: '09:00', to: '17:00' }], [{ from: '09:00', to: '17:00' }], [{ from: '09:00', to: '17:00' }], [{ from: '09:00', to: '17:00' }], [{ from: '09:00', to: '17:00' }], [], []], exceptions: [], holidays: [] });
const never = openCalendar({ timeZone: 'UTC', week: [[], [], [], [], [], [], []], exceptions: [], holidays: [] });

describe('when a customer is asked', () => {
  test.each([
    ['within the hours, as soon as the wait is over', '2026-11-23T10:00:00.000Z', 24, '2026-11-24T10:00:00.000Z'],
    ['in the evening, the next morning', '2026-11-23T17:30:00.000Z', 24, '2026-11-25T08:00:00.000Z'],
    ['at the weekend, on Monday morning', '2026-11-27T10:00:00.000Z', 24, '2026-11-30T08:00:00.000Z'],
    ['at once, where there is no wait', '2026-11-23T10:00:00.000Z', 0, '2026-11-23T10:00:00.000Z'],
  ])('%s', (_name, solved, hours, at) => {
    expect(askAt(new Date(solved), hours, office)?.toISOString()).toBe(at);
  });

  test('never, where the desk never opens; a follow-up has its day all the same', () => {
    expect(askAt(new Date('2026-11-23T10:00:00Z'), 1, never)).toBeNull();
    expect(followUpBy(new Date('2026-11-23T10:00:00.000Z'), never).toISOString()).toBe('2026-11-24T10:00:00.000Z');
    expect(followUpBy(new Date('2026-11-27T10:00:00.000Z'), office).toISOString()).toBe('2026-11-30T08:00:00.000Z');
  });
});

describe('who is not asked', () => {
  const now = new Date('2026-11-24T10:00:00Z');
  const good: SurveyFacts = {
    enabled: true, every_days: 30, ask_employees: false, skip_tags: ['internal'], status: 'solved', folder: 'inbox', merged_into: null, tags: ['router'], customer_kind: 'external', machine: false, address: 'maja@firm.example', last_asked_at: null, answer_waits_since: null,
  };
  test.each<[string, Partial<SurveyFacts>, ReturnType<typeof whyNotAsked>]>([
    ['a customer of a solved ticket is', {}, null],
    ['also of a closed one', { status: 'closed' }, null],
    ['nobody while the brand does not ask', { enabled: false }, 'off'],
    ['nobody of a brand that never did', { enabled: null }, 'off'],
    ['not while it is open again', { status: 'open' }, 'reopened'],
    ['not of spam', { folder: 'spam' }, 'not_in_inbox'],
    ['not of what was merged', { merged_into: 7 }, 'merged'],
    ['no employee', { customer_kind: 'employee' }, 'employee'],
    ['an employee where the brand wants it', { customer_kind: 'employee', ask_employees: true }, null],
    ['not with one of the tags', { tags: ['router', 'internal'] }, 'tag'],
    ['no machine', { machine: true }, 'machine'],
    ['nobody without an address', { address: null }, 'no_address'],
    ['not again within the days', { last_asked_at: new Date(now.getTime() - 30 * day + 1) }, 'asked_lately'],
    ['again after them', { last_asked_at: new Date(now.getTime() - 30 * day) }, null],
  ])('%s', (_name, facts, reason) => {
    expect(whyNotAsked({ ...good, ...facts }, now)).toBe(reason);
  });
});

test('a page takes a first answer for thirty days, and another one for so long as the brand says', () => {
  const asked_at = new Date('2026-11-01T10:00:00Z');
  const later = (milliseconds: number) => new Date(asked_at.getTime() + milliseconds);
  expect(pageTakes({ asked_at, answered_at: null, change_days: 7 }, later(linkGoodFor - 1))).toBe('answer');
  expect(pageTakes({ asked_at, answered_at: null, change_days: 7 }, later(linkGoodFor))).toBe('expired');
  expect(pageTakes({ asked_at, answered_at: later(29 * day), change_days: 7 }, later(36 * day - 1))).toBe('change');
  expect(pageTakes({ asked_at, answered_at: later(29 * day), change_days: 7 }, later(36 * day))).toBe('over');
  expect(pageTakes({ asked_at, answered_at: asked_at, change_days: 0 }, asked_at)).toBe('over');
});

test.each([
  ['nothing waits', null, null],
  ['it has just been written', 0, 60_000],
  ['the mail server has been away for two hours', 7_200_000, 1_800_000],
  ['it has been away for a day', day, 3_600_000],
  ['it has been away for two days: nothing is waited for any more', 2 * day, null],
])('the question waits for the answer that it is about: %s', (_name, waited, wait) => {
  const now = new Date('2026-11-23T10:00:00.000Z');
  expect(waitsForAnswer({ answer_waits_since: waited === null ? null : new Date(now.getTime() - waited) }, now)?.getTime() ?? null).toBe(wait === null ? null : now.getTime() + wait);
});

test('what is low, and the average', () => {
  expect([1, 2, 3].map((score) => isLow(score, 2))).toEqual([true, true, false]);
  expect(averageOf({ 1: 1, 2: 0, 3: 0, 4: 1, 5: 1 })).toBe(3.33);
  expect(averageOf({ 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 })).toBeNull();
});
