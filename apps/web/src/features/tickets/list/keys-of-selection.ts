import { createStore } from '../../../lib/store.ts';

/** Whether the keys of a ticket act on a selection at present; then the ticket that is open does not show them as its own. */
export const keysOfSelection = createStore(false);
