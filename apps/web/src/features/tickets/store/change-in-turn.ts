import { changeTicket } from './ticket-api.ts';
import type { Ticket, TicketPatch } from './types.ts';

const newest = new Map<number, Promise<unknown>>();

/**
 * Changes of one ticket reach the server in the order in which they were made, each after the answer to the one before:
 * sent at once, a step back could be overtaken by what it takes back.
 */
export function changeInTurn(number: number, patch: TicketPatch): Promise<Ticket> {
  const change = () => changeTicket(number, patch);
  // The first one leaves at once, so that a page that is left with it has sent it.
  const turn = newest.get(number)?.then(change, change) ?? change();
  newest.set(number, turn);
  const done = () => newest.get(number) === turn && newest.delete(number);
  turn.then(done, done);
  return turn;
}

/** An answer that comes while the next change waits is older than what the screen shows. */
export function waitsForTurn(number: number): boolean {
  return newest.has(number);
}
