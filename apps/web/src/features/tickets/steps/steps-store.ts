import { createStore, useStore } from '../../../lib/store.ts';
import { ApiProblem } from '../../../lib/problem.ts';
import type { MessageKind, TicketStatus } from '../store/types.ts';

/** A status that the server refused because required steps are missing. */
export interface RefusedStatus {
  ticket: number;
  status: TicketStatus;
  steps: readonly { id: number; text: string }[];
  /** What was to be sent with it is still in the composer */
  unsent?: MessageKind;
  /** The same once more, past the steps */
  goPast(reason: string): void;
}
/** All that wait to be answered, one after the other: shown until they are left or gone past. */
export const refusedStatuses = createStore<readonly RefusedStatus[]>([]);

/** The same status of the same ticket once more takes the place of what was told of it before. */
export function tellRefused(refused: RefusedStatus): void {
  const all = refusedStatuses.get();
  const at = all.findIndex(({ ticket, status }) => ticket === refused.ticket && status === refused.status);
  refusedStatuses.set(at < 0 ? [...all, refused] : all.with(at, refused));
}

export function untellRefused(refused: RefusedStatus): void {
  refusedStatuses.set(refusedStatuses.get().filter((each) => each !== refused));
}

/** The step that is to be shown: its ticket's context panel comes forward and goes to it. */
export const wantedStep = createStore<{ ticket: number; step: number } | null>(null);

export function lacksSteps(error: unknown): error is ApiProblem {
  return error instanceof ApiProblem && error.code === 'steps_missing';
}

/** The missing steps by name, as the server says them. */
export function stepsOf(refusal: ApiProblem): { id: number; text: string }[] {
  return refusal.fields.map(({ field, message }) => ({ id: Number(field.replace('steps.', '')), text: message }));
}

/** A change that the server refused because it takes an approval. */
export interface RefusedChange {
  ticket: number;
  /** `unsent`: what was to be sent with it is still in the composer; `asked`: what is no more to be done from here once it is asked for */
  change: { [part: string]: unknown; unsent?: boolean; asked?(): void };
  error: ApiProblem;
}
/** All that wait to be asked for or left, one after the other. */
export const refusedChanges = createStore<readonly RefusedChange[]>([]);

/** Whether this part of a change is being asked for: its own dialog stands aside meanwhile, with what is written in it. */
export function useIsAsked(number: number, part: string): boolean {
  return useStore(refusedChanges).some(({ ticket, change }) => ticket === number && change[part] !== undefined);
}

export const isUnapproved = (error: unknown): error is ApiProblem => error instanceof ApiProblem && error.code === 'approval_needed';

/** Whether it is the message itself that has to be approved: it is asked for whole, and goes out by itself. */
export const holdsWords = (error: unknown): boolean => isUnapproved(error) && error.fields.some(({ words }) => words);

/** Whether it was that, and has been told. */
export function tellUnapproved(ticket: number, change: RefusedChange['change'], error: unknown): boolean {
  const { code } = error as ApiProblem; // whatever else failed has no such code
  if (code === 'approval_needed') refusedChanges.set([...refusedChanges.get(), { ticket, change, error: error as ApiProblem }]); // as its code says
  return code === 'approval_needed';
}
