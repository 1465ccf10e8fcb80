import { readRemembered, remember } from '../../lib/remembered.ts';
import { createStore, useStore } from '../../lib/store.ts';

/** What the rows of the list show besides (custom fields by their keys, `ticket.…` what a ticket has of its own): the agent's own choice in this browser, the same in every view. */
const key = 'ombud.columns';
export const mostColumns = 3;

function remembered(): string {
  const kept = readRemembered(key);
  return Array.isArray(kept) ? kept.filter((each): each is string => typeof each === 'string' && /^(?:ticket\.)?[a-z][a-z0-9_]{0,49}$/.test(each)).slice(0, mostColumns).join(',') : '';
}

const chosen = createStore(remembered());

/** Keys with commas between them; undefined when there are none. */
export function currentColumns(): string | undefined {
  return chosen.get() || undefined;
}

export function useColumns(): string | undefined {
  return useStore(chosen) || undefined;
}

export function chooseColumns(keys: readonly string[]): void {
  remember(key, keys);
  chosen.set(keys.slice(0, mostColumns).join(','));
}
