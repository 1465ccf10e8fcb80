import { describe, expect, test } from 'vitest';
import { allowedStatuses, mayBecome, solvedMarks, statusAfterIncoming, statusAfterReply } from './tickets.rules.ts';
import { ticketStatuses } from './tickets.schemas.ts';

describe('the status machine', () => {
  test.each([
    ['new', ['open', 'pending', 'on_hold', 'solved']],
    ['open', ['pending', 'on_hold', 'solved']],
    ['pending', ['open', 'on_hold', 'solved']],
    ['on_hold', ['open', 'pending', 'solved']],
    ['solved', ['open', 'pending', 'on_hold', 'closed']],
    ['closed', []],
  ] as const)('from %s it may go to %j', (from, to) => {
    expect(allowedStatuses(from)).toEqual(to);
    for (const status of ticketStatuses) expect(mayBecome(from, status)).toBe(status === from || (to as readonly string[]).includes(status));
  });

  test.each(['pending', 'on_hold', 'solved', 'open'] as const)('a person’s mail opens a ticket that is %s', (from) => {
    expect(statusAfterIncoming(from, false)).toBe('open');
  });

  test.each(ticketStatuses)('a machine’s mail leaves %s as it is', (from) => {
    expect(statusAfterIncoming(from, true)).toBe(from);
  });

  test('a first answer opens a new ticket, a chosen status wins', () => {
    expect(statusAfterReply('new', undefined)).toBe('open');
    expect(statusAfterReply('pending', undefined)).toBe('pending');
    expect(statusAfterReply('new', 'solved')).toBe('solved');
  });

  test('solving notes when, and when it will close; leaving it forgets both', () => {
    const now = new Date('2026-03-01T10:00:00Z');
    expect(solvedMarks('solved', now, 48)).toEqual({ solved_at: now, close_at: new Date('2026-03-03T10:00:00Z') });
    expect(solvedMarks('open', now, 48)).toEqual({ solved_at: null, close_at: null });
  });
});
