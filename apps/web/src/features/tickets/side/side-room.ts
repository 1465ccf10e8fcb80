import { createStore } from '../../../lib/store.ts';

/** What stands open beside the ticket: a forward or a question that is being written, or a conversation. */
export type SideRoom = { ticket: number; /** Another one opens the room anew, with the draft as it is kept now */ stamp?: number } & ({ kind: 'forward'; message: number | null } | { kind: 'question' } | { kind: 'conversation'; id: number });

export const sideRoom = createStore<SideRoom | null>(null);
