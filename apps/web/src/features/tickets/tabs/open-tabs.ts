import { readRemembered, remember } from '../../../lib/remembered.ts';
import { createStore, useStore, type Store } from '../../../lib/store.ts';

/** A ticket that is kept at hand: enough to be shown without asking for it. */
export interface TicketTab {
  number: number;
  subject: string;
}

const most = 20;
const stores = new Map<number, Store<readonly TicketTab[]>>();
const keyOf = (agent: number) => `ombud.tabs.${agent}`;

function isTab(value: unknown): value is TicketTab {
  const { number, subject } = (value ?? {}) as Partial<Record<keyof TicketTab, unknown>>;
  return typeof number === 'number' && typeof subject === 'string';
}

/** Of this agent in this browser, in the order in which they were opened. */
function storeOf(agent: number): Store<readonly TicketTab[]> {
  let store = stores.get(agent);
  if (!store) {
    const kept = readRemembered(keyOf(agent));
    stores.set(agent, (store = createStore<readonly TicketTab[]>(Array.isArray(kept) ? kept.filter(isTab).slice(-most) : [])));
  }
  return store;
}

export const useTabs = (agent: number) => useStore(storeOf(agent));

function keep(agent: number, tabs: readonly TicketTab[]): void {
  storeOf(agent).set(tabs);
  remember(keyOf(agent), tabs);
}

/** Behind the others; one that is there already only learns its subject. */
export function openTab(agent: number, tab: TicketTab): void {
  const tabs = storeOf(agent).get();
  const at = tabs.findIndex(({ number }) => number === tab.number);
  if (at < 0) keep(agent, [...tabs, tab].slice(-most));
  else if (tabs[at]?.subject !== tab.subject) keep(agent, tabs.with(at, tab));
}

/** @returns the tab that takes its place on the screen: the one behind it, else the one before */
export function closeTab(agent: number, number: number): TicketTab | undefined {
  const tabs = storeOf(agent).get();
  const at = tabs.findIndex((tab) => tab.number === number);
  if (at < 0) return undefined;
  keep(agent, tabs.toSpliced(at, 1));
  return tabs[at + 1] ?? tabs[at - 1];
}

export function closeOtherTabs(agent: number, number: number): void {
  keep(agent, storeOf(agent).get().filter((tab) => tab.number === number));
}
