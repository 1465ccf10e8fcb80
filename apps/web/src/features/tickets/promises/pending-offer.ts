import { createStore } from '../../../lib/store.ts';

/** What `y` says yes to, while the question is on the screen. */
export const pendingOffer = createStore<(() => void) | null>(null);
