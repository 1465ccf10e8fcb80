import { createStore } from '../lib/store.ts';

/** What lies over the page: nothing, the command bar or the sheet of keys. */
export const overlay = createStore<'none' | 'commands' | 'keys'>('none');

export function openCommandBar(): void {
  overlay.set('commands');
}

export function openKeysSheet(): void {
  overlay.set('keys');
}
