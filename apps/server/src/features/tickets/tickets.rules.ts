import type { TicketStatus } from './tickets.schemas.ts';

/** Where a ticket may go from each status. `new` is only ever the beginning, `closed` the end. */
const transitions: Record<TicketStatus, readonly TicketStatus[]> = {
  new: ['open', 'pending', 'on_hold', 'solved'],
  open: ['pending', 'on_hold', 'solved'],
  pending: ['open', 'on_hold', 'solved'],
  on_hold: ['open', 'pending', 'solved'],
  solved: ['open', 'pending', 'on_hold', 'closed'],
  closed: [],
};

export function allowedStatuses(from: TicketStatus): readonly TicketStatus[] {
  return transitions[from];
}

export function mayBecome(from: TicketStatus, to: TicketStatus): boolean {
  return from === to || transitions[from].includes(to);
}

/** The status after something arrived from outside. A machine's mail changes nothing; a person's wakes whatever waits. */
export function statusAfterIncoming(from: TicketStatus, automatic: boolean): TicketStatus {
  if (automatic || from === 'new' || from === 'closed') return from;
  return 'open';
}

/** The status after an agent answered: what they chose, else a new ticket is opened by its first answer. */
export function statusAfterReply(from: TicketStatus, chosen: TicketStatus | undefined): TicketStatus {
  if (chosen) return chosen;
  return from === 'new' || from === 'solved' ? 'open' : from;
}

/** When a status was reached or left, what must be noted beside it. */
export function solvedMarks(to: TicketStatus, now: Date, closeAfterHours: number): { solved_at: Date | null; close_at: Date | null } {
  if (to !== 'solved') return { solved_at: null, close_at: null };
  return { solved_at: now, close_at: new Date(now.getTime() + closeAfterHours * 3_600_000) };
}
