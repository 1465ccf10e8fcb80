import { readRemembered, remember } from '../../../lib/remembered.ts';
import { createStore, useStore } from '../../../lib/store.ts';

const key = 'ombud.cards.folded';

function readFolded(): readonly string[] {
  const stored = readRemembered(key);
  return Array.isArray(stored) ? stored.filter((id): id is string => typeof id === 'string') : [];
}

/** The cards that this person has folded, on every ticket; remembered in this browser. */
const folded = createStore(readFolded());

function setFolded(id: string, on: boolean): void {
  const others = folded.get().filter((each) => each !== id);
  folded.set(on ? [...others, id] : others);
  remember(key, folded.get());
}

export function useFolded(id: string): [boolean, (on: boolean) => void] {
  return [useStore(folded).includes(id), (on) => setFolded(id, on)];
}

/** Something in it is asked for. */
export function unfoldCard(id: string): void {
  if (folded.get().includes(id)) setFolded(id, false);
}
