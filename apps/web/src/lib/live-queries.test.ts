import type { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLiveQueries, keysTouchedBy } from './live-queries.ts';
import type { ServerMessage } from './live.ts';

const happened = (type: string): ServerMessage => ({ type: 'event', position: 'p1', event: { id: 1, type, ticket: null, data: {}, created_at: '2026-11-22T12:00:00Z' } });

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('a hundred changes at once fetch each list once', () => {
  const invalidateQueries = vi.fn();
  const hear = createLiveQueries({ invalidateQueries } as unknown as QueryClient);
  for (let at = 0; at < 100; at += 1) hear(happened('brand.updated'));
  expect(invalidateQueries).not.toHaveBeenCalled();
  vi.advanceTimersByTime(300);
  expect(invalidateQueries.mock.calls).toEqual([[{ queryKey: ['brands'] }], [{ queryKey: ['me'] }], [{ queryKey: ['calendars'] }]]);
});

test('who was away too long reads everything anew', () => {
  const invalidateQueries = vi.fn();
  createLiveQueries({ invalidateQueries } as unknown as QueryClient)({ type: 'reset' });
  expect(invalidateQueries).toHaveBeenCalledWith();
});

test('an event of a kind we do not know touches nothing', () => {
  expect(keysTouchedBy('constellation.aligned')).toEqual([]);
  expect(keysTouchedBy('ticket.linked')).toEqual([]);
});

test('promised times are read at once, and again when they have been reckoned behind the feed', () => {
  const invalidateQueries = vi.fn();
  const hear = createLiveQueries({ invalidateQueries } as unknown as QueryClient);
  const read = () => invalidateQueries.mock.calls.flatMap(([{ queryKey }]) => queryKey as string[]);
  hear(happened('ticket.updated'));
  vi.advanceTimersByTime(300);
  expect(read()).toEqual(['sla', 'routing']);
  vi.advanceTimersByTime(2_000);
  expect(read()).toEqual(['sla', 'routing', 'sla']);
});

test('the settings of webhooks follow what becomes of one, and a wrap-up leaves the suggestion of topics to whoever writes', () => {
  expect(keysTouchedBy('webhook.updated')).toEqual(['webhooks']);
  // A wrap-up takes a step of a playbook as well.
  expect(keysTouchedBy('ticket.wrapped_up')).toEqual(['wrap-ups', 'ticket-steps']);
});
