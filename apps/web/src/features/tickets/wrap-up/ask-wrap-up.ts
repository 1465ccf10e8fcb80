import type { QueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';
import { meQuery } from '../../../lib/session.ts';
import { createStore } from '../../../lib/store.ts';
import type { Ticket, TicketStatus } from '../store/types.ts';

/** What is to be written down, and why: before a ticket is solved (`need`), or to correct it. */
export interface WrappingUp {
  ticket: Pick<Ticket, 'number' | 'subject' | 'brand'>;
  /** Null: only to write or correct it */
  need: 'asked' | 'required' | null;
  answer(goOn: boolean): void;
}
/** The first one is shown; the others wait until it is answered. */
export const wrappingUp = createStore<readonly WrappingUp[]>([]);

/** Everything below `all` is read again when an event tells of it (lib/live-queries.ts). */
export const wrapUpKeys = {
  all: ['wrap-ups'] as const,
  of: (number: number) => ['wrap-ups', number] as const,
};

export const readWrapUp = (number: number, signal?: AbortSignal) => api.get('/api/v1/tickets/{number}/wrap-up', { path: { number }, signal });

/** ms that solving waits to hear whether it is written down already; then it is asked for. */
const patience = 2_000;

/** A sheet that stands open already is not taken away: of the same ticket it answers this question too, of another it comes first. */
export function openWrapUp(ticket: WrappingUp['ticket'], need: WrappingUp['need'] = null): Promise<boolean> {
  return new Promise((resolve) => {
    const open = wrappingUp.get().find((each) => each.ticket.number === ticket.number);
    const asked: WrappingUp = {
      ticket,
      need: open?.need ?? need,
      answer(goOn) {
        wrappingUp.set(wrappingUp.get().filter((each) => each !== asked));
        open?.answer(goOn);
        resolve(goOn);
      },
    };
    wrappingUp.set(open ? wrappingUp.get().map((each) => (each === open ? asked : each)) : [...wrappingUp.get(), asked]);
  });
}

/**
 * Asks how a ticket ended before it is solved, where its brand wants to know and nothing is written down yet. Null where the
 * brand does not: whoever solves goes on at once. The server refuses what must not be, whatever is known here.
 */
export function wrapUpFirst(client: QueryClient, ticket: Pick<Ticket, 'number' | 'subject' | 'brand' | 'status'>, status: TicketStatus | undefined): Promise<boolean> | null {
  if (status !== 'solved' || ticket.status === 'solved') return null;
  const need = client.getQueryData(meQuery.queryKey)?.brands.find(({ id }) => id === ticket.brand.id)?.wrap_up ?? 'off';
  if (need === 'off') return null;
  const known = client.fetchQuery({ queryKey: wrapUpKeys.of(ticket.number), queryFn: ({ signal }) => readWrapUp(ticket.number, signal), retry: false });
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), patience));
  // Without the server nothing can be written down; the solving itself may wait for it.
  return Promise.race([known, late]).then((found) => found?.wrap_up != null || openWrapUp(ticket, need), () => true);
}
