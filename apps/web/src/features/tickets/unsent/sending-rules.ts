import { ApiProblem } from '../../../lib/problem.ts';
import { lacksSteps, stepsOf } from '../steps/steps-store.ts';
import type { Action, Refusal, Unsent } from './send-once.ts';

/** How long a server surely remembers what it has done, ms; it keeps it for twice as long. */
const rememberedFor = 24 * 3_600_000;
const mostTries = 3;

export type Outcome = 'later' | 'signed-out' | Refusal;

/** No answer of the program's own: the line, or what stands before it, failed. */
export function isUnreachable(error: unknown): boolean {
  if (error instanceof ApiProblem) return error.code === 'offline' || [502, 503, 504].includes(error.status);
  return error instanceof DOMException && (error.name === 'TimeoutError' || error.name === 'AbortError');
}

/** What a failed attempt means for an action that waits. */
export function judge(error: unknown, tries: number): Outcome {
  if (isUnreachable(error)) return 'later';
  if (!(error instanceof ApiProblem)) return { code: 'unknown', reference: null };
  if (error.code === 'not_signed_in' || error.code === 'second_factor_needed') return 'signed-out';
  if (error.status === 429 || (error.status >= 500 && tries + 1 < mostTries)) return 'later';
  return { code: error.code, reference: error.reference, ...(lacksSteps(error) && { steps: stepsOf(error).map(({ text }) => text) }) };
}

/** It was sent so long ago that a repeat might be done a second time: the agent has to look. */
export function isUnsure({ triedAt, refused }: Unsent, now: number): boolean {
  return refused === null && triedAt !== null && now - triedAt > rememberedFor;
}

/** A message that was to go out at a time which has passed while it waited: it goes out at once, and not if somebody has written meanwhile. */
export function withoutPastTime<Some extends Action>(action: Some, now: number): Some {
  if (action.kind !== 'message' || !action.body.send_at || new Date(action.body.send_at).getTime() > now) return action;
  return { ...action, body: { ...action.body, send_at: undefined, unless_answered: undefined } };
}

/**
 * What may go out next, oldest first. What follows a refused one on the same ticket is held: a ticket must not be solved
 * when the answer before it was not taken.
 */
export function nextToSend(all: readonly Unsent[]): Unsent | undefined {
  return all.find((action) => action.refused === null && !isHeld(action, all));
}

export function isHeld(action: Unsent, all: readonly Unsent[]): boolean {
  return action.refused === null && all.slice(0, all.indexOf(action)).some(({ ticket, refused }) => ticket === action.ticket && refused !== null);
}

/** Whether something new has to go behind what waits: nothing overtakes what may go out, nor what is held on its own ticket. */
export function mustWait({ ticket }: Pick<Unsent, 'ticket'>, all: readonly Unsent[]): boolean {
  return nextToSend(all) !== undefined || all.some((other) => other.ticket === ticket && isHeld(other, all));
}

/** Wait before attempt n (0, 1, …) after one that found nobody, ms. */
export function waitBeforeTry(attempt: number): number {
  return Math.min(30_000, 2_000 * 2 ** attempt);
}
