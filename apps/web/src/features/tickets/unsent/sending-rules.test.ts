import { expect, test } from 'vitest';
import { ApiProblem } from '../../../lib/problem.ts';
import type { Unsent } from './send-once.ts';
import { isHeld, isUnreachable, isUnsure, judge, mustWait, nextToSend, waitBeforeTry, withoutPastTime } from './sending-rules.ts';

const hour = 3_600_000;
const anAction = (key: string, ticket: number, more: Partial<Unsent> = {}): Unsent => ({ kind: 'change', body: { status: 'solved' }, key, ticket, agent: 1, subject: '', madeAt: 0, triedAt: null, tries: 0, refused: null, ...more }) as Unsent; // one of the two kinds
const refused = { code: 'conflict', reference: null };
const problem = (code: string, status: number) => new ApiProblem({ code, status });

test('what follows a refused action on the same ticket is held, and other tickets go on', () => {
  const all = [anAction('reply', 1, { refused }), anAction('solve', 1), anAction('other', 2)];
  expect(nextToSend(all)?.key).toBe('other');
  expect(isHeld(all[1]!, all)).toBe(true);
  expect(isHeld(all[2]!, all)).toBe(false);
  expect(nextToSend(all.slice(0, 2))).toBeUndefined();
});

test('what was done before a refusal on the same ticket is not held by it', () => {
  const all = [anAction('first', 1), anAction('second', 1, { refused })];
  expect(nextToSend(all)?.key).toBe('first');
});

test('a new action goes behind what waits, but what is held on one ticket keeps no other waiting', () => {
  const held = [anAction('reply', 1, { refused }), anAction('solve', 1)];
  expect(mustWait({ ticket: 2 }, held)).toBe(false);
  expect(mustWait({ ticket: 1 }, held)).toBe(true);
  expect(mustWait({ ticket: 2 }, [...held, anAction('other', 3)])).toBe(true);
  expect(mustWait({ ticket: 1 }, held.slice(0, 1)), 'a refused one alone holds nothing that is done on purpose').toBe(false);
});

test('nobody there, a gateway without a program behind it, and a request that was given up are tried again', () => {
  for (const error of [problem('offline', 0), problem('not_ready', 503), problem('not_ready', 502), new DOMException('slow', 'TimeoutError')]) {
    expect(isUnreachable(error)).toBe(true);
    expect(judge(error, 100)).toBe('later');
  }
});

test('the server’s own refusal is final, a session that is over only waits, and a fault is tried three times', () => {
  expect(judge(problem('conflict', 409), 0)).toEqual({ code: 'conflict', reference: null });
  expect(judge(problem('not_allowed', 403), 0)).toMatchObject({ code: 'not_allowed' });
  expect(judge(problem('not_signed_in', 401), 0)).toBe('signed-out');
  expect(judge(problem('second_factor_needed', 403), 0)).toBe('signed-out');
  expect(judge(problem('too_many_attempts', 429), 50)).toBe('later');
  expect([0, 1, 2].map((tries) => typeof judge(problem('internal', 500), tries))).toEqual(['string', 'string', 'object']);
});

test('what was sent more than a day ago without an answer is not repeated without being asked', () => {
  const now = 100 * hour;
  expect(isUnsure(anAction('a', 1, { triedAt: now - 23 * hour }), now)).toBe(false);
  expect(isUnsure(anAction('a', 1, { triedAt: now - 25 * hour }), now)).toBe(true);
  expect(isUnsure(anAction('a', 1), now), 'it never left').toBe(false);
});

test('the waits between tries grow, to half a minute at most', () => {
  expect([0, 1, 2, 3, 4, 9].map(waitBeforeTry)).toEqual([2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
});

test('what was to go out at a time that has passed while it waited goes out at once, and knows still what its writer had seen', () => {
  const planned = { kind: 'message', ticket: 1, body: { kind: 'public', html: '<p>Hello</p>', seen: 7, send_at: new Date(2 * hour).toISOString(), unless_answered: true } } as const;
  expect(withoutPastTime(planned, hour)).toEqual(planned);
  expect(JSON.parse(JSON.stringify(withoutPastTime(planned, 3 * hour).body))).toEqual({ kind: 'public', html: '<p>Hello</p>', seen: 7 });
});

test('what is refused for missing steps keeps their names', () => {
  const refusal = new ApiProblem({ code: 'steps_missing', status: 409, fields: [{ field: 'steps.4', code: 'required', message: 'Call back' }] });
  expect(judge(refusal, 0)).toEqual({ code: 'steps_missing', reference: null, steps: ['Call back'] });
});
