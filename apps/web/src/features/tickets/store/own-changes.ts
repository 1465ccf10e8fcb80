import type { Ticket } from './types.ts';

type Edit = <T extends Ticket>(ticket: T) => T;

interface OwnChange {
  number: number;
  edit: Edit;
  /** When the server had taken it, by `clock`; Infinity while it is on its way */
  taken: number;
}

/** Counts what begins and what ends: which of the two came first is all that matters. */
let clock = 0;
let changes: OwnChange[] = [];
const asking = new Set<number>();

function forgetTaken(): void {
  const oldest = Math.min(...asking);
  changes = changes.filter(({ taken }) => taken > oldest);
}

/** A change of one's own that is shown before the server has taken it. Call `taken` or `refused` when it has answered. */
export function beginChange(number: number, edit: Edit): { taken(): void; refused(): void } {
  const change: OwnChange = { number, edit, taken: Number.POSITIVE_INFINITY };
  changes.push(change);
  return {
    taken() {
      change.taken = ++clock;
      forgetTaken();
    },
    refused() {
      changes = changes.filter((other) => other !== change);
    },
  };
}

/**
 * Reads tickets, with what was changed here since they were asked for on top of them: an answer that was on its way does not know of it,
 * and would show for a moment what was before; whatever was done in that moment would take it for the truth.
 */
export async function readWithOwn<Answer>(read: () => Promise<Answer>, put: (answer: Answer, own: Edit) => Answer): Promise<Answer> {
  const asked = ++clock;
  asking.add(asked);
  try {
    const answer = await read();
    return put(answer, (ticket) => changes.reduce((so, { number, edit, taken }) => (number === ticket.number && taken > asked ? edit(so) : so), ticket));
  } finally {
    asking.delete(asked);
    forgetTaken();
  }
}
