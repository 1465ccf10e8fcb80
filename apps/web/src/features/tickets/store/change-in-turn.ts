import { createTurns } from '../../../lib/in-turn.ts';
import { changeTicket } from './ticket-api.ts';
import type { Ticket, TicketPatch } from './types.ts';

const turns = createTurns<number>();

/**
 * Changes of one ticket reach the server in the order in which they were made, each after the answer to the one before:
 * sent at once, a step back could be overtaken by what it takes back.
 */
export function changeInTurn(number: number, patch: TicketPatch): Promise<Ticket> {
  return turns.take(number, () => changeTicket(number, patch));
}

/** An answer that comes while the next change waits is older than what the screen shows. */
export const waitsForTurn = turns.isTaken;
