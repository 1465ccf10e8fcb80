import { createStore } from '../../../lib/store.ts';

/** Somebody asked by key to add a task: the panel comes forward, and its line takes the focus. */
export const taskWish = createStore<{ ticket: number } | null>(null);
