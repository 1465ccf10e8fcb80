import { createStore } from '../../../lib/store.ts';

/** The number of the ticket whose case file somebody asks for. */
export const caseFileOf = createStore<number | null>(null);

export function askForCaseFile(number: number): void {
  caseFileOf.set(number);
}
