import { createStore } from '../../lib/store.ts';

/** The fields that keep a ticket from being solved: its context panel comes forward, marks them and goes to the first. */
export interface MissingFields {
  ticket: number;
  keys: readonly string[];
}

export const missingFields = createStore<MissingFields | null>(null);

export function showMissingFields(ticket: number, keys: readonly string[]): void {
  missingFields.set({ ticket, keys: [...keys] });
}

export function forgetMissingFields(ticket: number): void {
  if (missingFields.get()?.ticket === ticket) missingFields.set(null);
}
