import { createStore } from '../../../lib/store.ts';
import { ApiProblem } from '../../../lib/problem.ts';
import type { MessageKind, TicketStatus } from '../store/types.ts';

/** A status that the server refused because required steps are missing; shown until it is left or gone past. */
export interface RefusedStatus {
  ticket: number;
  status: TicketStatus;
  steps: readonly { id: number; text: string }[];
  /** What was to be sent with it is still in the composer */
  unsent?: MessageKind;
  /** The same once more, past the steps */
  goPast(reason: string): void;
}
export const refusedStatus = createStore<RefusedStatus | null>(null);

/** The step that is to be shown: its ticket's context panel comes forward and goes to it. */
export const wantedStep = createStore<{ ticket: number; step: number } | null>(null);

export function lacksSteps(error: unknown): error is ApiProblem {
  return error instanceof ApiProblem && error.code === 'steps_missing';
}

/** The missing steps by name, as the server says them. */
export function stepsOf(refusal: ApiProblem): { id: number; text: string }[] {
  return refusal.fields.map(({ field, message }) => ({ id: Number(field.replace('steps.', '')), text: message }));
}

/** A change that the server refused because it takes an approval; shown until it is left or asked for. */
export interface RefusedChange {
  ticket: number;
  /** `unsent`: what was to be sent with it is still in the composer */
  change: object & { unsent?: boolean };
  error: ApiProblem;
}
export const refusedChange = createStore<RefusedChange | null>(null);

/** Whether it was that, and has been told. */
export function tellUnapproved(ticket: number, change: RefusedChange['change'], error: unknown): boolean {
  const { code } = error as ApiProblem; // whatever else failed has no such code
  if (code === 'approval_needed') refusedChange.set({ ticket, change, error: error as ApiProblem }); // as its code says
  return code === 'approval_needed';
}
