import { readRemembered, remember } from '../../lib/remembered.ts';
import { createStore, useStore, type Store } from '../../lib/store.ts';

const most = 8;
const stores = new Map<number, Store<readonly string[]>>();
const keyOf = (agent: number) => `ombud.searches.${agent}`;

/** What this agent looked for in this browser, the last first. */
function storeOf(agent: number): Store<readonly string[]> {
  let store = stores.get(agent);
  if (!store) {
    const kept = readRemembered(keyOf(agent));
    stores.set(agent, (store = createStore<readonly string[]>(Array.isArray(kept) ? kept.filter((each) => typeof each === 'string').slice(0, most) : [])));
  }
  return store;
}

export const useRecentSearches = (agent: number) => useStore(storeOf(agent));

export function noteSearch(agent: number, typed: string): void {
  const q = typed.trim();
  if (q === '') return;
  const store = storeOf(agent);
  keep(agent, [q, ...store.get().filter((each) => each !== q)].slice(0, most));
}

export function forgetSearches(agent: number): void {
  keep(agent, []);
}

function keep(agent: number, searches: readonly string[]): void {
  storeOf(agent).set(searches);
  remember(keyOf(agent), searches);
}
