import type { Shape } from '@ombud/sdk';
import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, readAll } from '../../../lib/api.ts';
import { createTurns } from '../../../lib/in-turn.ts';
import { toastProblem } from '../../../lib/toasts.ts';

export type Playbook = Shape<'Playbook'>;
export type PlaybookStep = Shape<'PlaybookStep'>;
export type TicketPlaybook = Shape<'TicketPlaybook'>;
export type TicketStep = Shape<'TicketStep'>;
export type GuardedStatus = Playbook['guards'][number];
export type StepEvent = NonNullable<PlaybookStep['event']>;

/** What an event makes stale stands in lib/live-queries.ts. */
export const stepKeys = { playbooks: ['playbooks'] as const, of: (number: number) => ['ticket-steps', number] as const };

export function ticketStepsOptions(number: number) {
  return queryOptions({
    queryKey: stepKeys.of(number),
    queryFn: ({ signal }) => api.get('/api/v1/tickets/{number}/steps', { path: { number }, signal }),
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });
}

/** For the settings, the archived ones too. */
export const allPlaybooksOptions = queryOptions({ queryKey: stepKeys.playbooks, queryFn: ({ signal }) => readAll('/api/v1/playbooks', { show: 'all', limit: 100 }, signal) });

/** Those of one ticket in the order in which they were ticked: the last word on a step is the last one given. */
const ticks = createTurns<number>();

/** Shown first; what the server says comes after the last of them, also when it refuses. */
export function setStepDone(client: QueryClient, { number, step, done, by }: { number: number; step: number; done: boolean; by: { id: number; name: string } }): void {
  const options = ticketStepsOptions(number);
  const mark = (each: TicketStep): TicketStep => (each.id === step ? { ...each, done, done_by: done ? by : null, done_at: done ? new Date().toISOString() : null } : each);
  void client.cancelQueries({ queryKey: options.queryKey });
  client.setQueryData(options.queryKey, (data) => data && { items: data.items.map((playbook) => ({ ...playbook, steps: playbook.steps.map(mark) })) });
  ticks
    .take(number, () => api.put('/api/v1/tickets/{number}/steps/{step}', { path: { number, step }, body: { done } }))
    .catch((error: unknown) => toastProblem(error, () => setStepDone(client, { number, step, done, by })))
    .finally(() => !ticks.isTaken(number) && void client.invalidateQueries({ queryKey: options.queryKey }));
}
