import { createStore } from '../../lib/store.ts';

/** What is being filed: from which ticket, and with which words to begin with. */
export interface Filing {
  ticket?: number;
  text?: string;
}

export const filing = createStore<Filing | null>(null);
