import { createStore } from '../../../lib/store.ts';
import type { NewPromise, Promised } from './promise-queries.ts';

/** What stands open over a ticket: a promise that is being made, begun with what is known of it, or one that is being moved. */
export type PromiseRoom = { ticket: number; make: { source: NonNullable<NewPromise['source']> } } | { ticket: number; move: Promised };

export const promiseRoom = createStore<PromiseRoom | null>(null);

export function promiseSomething(ticket: number, source: NonNullable<NewPromise['source']>): void {
  promiseRoom.set({ ticket, make: { source } });
}
