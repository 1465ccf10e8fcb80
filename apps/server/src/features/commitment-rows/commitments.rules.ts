import { fieldProblem } from '../../platform/errors/problem.ts';

export const commitmentKinds = ['promise', 'callback'] as const;
export type CommitmentKind = (typeof commitmentKinds)[number];
export const commitmentSources = ['button', 'macro', 'slash', 'noticed', 'api'] as const;
export const commitmentStates = ['open', 'broken', 'kept', 'kept_late', 'withdrawn'] as const;
export type CommitmentState = (typeof commitmentStates)[number];

/** When it is due: a moment or the end of a day; of a call the slot from its beginning. */
export type DueTime = { due_at: Date; due_on: string | null; starts_at: Date | null };

const minute = 60_000;

/**
 * When its owner is warned: half an hour before, or a tenth of the time there was for it where that is less. Of a whole day
 * nobody wants to hear half an hour before midnight: nine hours before its end, or half of the time there was.
 */
export function warnAt({ due_at, due_on, starts_at }: DueTime, from: Date): Date {
  const aim = (starts_at ?? due_at).getTime();
  const span = Math.max(0, aim - from.getTime());
  return new Date(aim - (due_on ? Math.min(9 * 60 * minute, span / 2) : Math.min(30 * minute, span / 10)));
}

/** What the clock does next with one that is not kept yet: the warning if it is still to come, else the breaking. */
export function nextAt(due: DueTime, from: Date, now: Date): Date | null {
  if (due.due_at <= now) return null;
  const warning = warnAt(due, from);
  return warning > now ? warning : due.due_at;
}

/** Kept in time, or after it was broken. What was moved after it was broken has been broken all the same. */
export function stateWhenKept({ due_at, broken_at }: { due_at: Date; broken_at: Date | null }, now: Date): 'kept' | 'kept_late' {
  return broken_at !== null || now > due_at ? 'kept_late' : 'kept';
}

export const isUnkept = (state: CommitmentState) => state === 'open' || state === 'broken';

const furthest = 2 * 366 * 24 * 60 * minute;

/** @throws Problem invalid_input that names the field */
export function checkDue({ due_at, starts_at }: DueTime, now: Date): void {
  if (due_at <= now) throw fieldProblem('due', 'in_the_past', 'This moment is over');
  if (due_at.getTime() > now.getTime() + furthest) throw fieldProblem('due', 'too_late', 'Nobody promises more than two years ahead');
  if (starts_at && starts_at > due_at) throw fieldProblem('from', 'after_the_end', 'A slot begins before it ends');
}
