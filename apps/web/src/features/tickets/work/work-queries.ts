import type { Shape } from '@ombud/sdk';
import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, type Body } from '../../../lib/api.ts';

export type TicketWork = Shape<'TicketWork'>;
export type Task = Shape<'Task'>;
export type OwnTask = Shape<'OwnTask'>;
export type TimeEntry = Shape<'TimeEntry'>;
export type TaskPatch = Body<'/api/v1/tickets/{number}/tasks/{task}', 'patch'>;
export type NewTask = Body<'/api/v1/tickets/{number}/tasks', 'post'>;
export type NewTime = Body<'/api/v1/tickets/{number}/time', 'post'>;

/** Everything below `all` is read again when an event tells of it (lib/live-queries.ts). */
export const workKeys = {
  all: ['ticket-work'] as const,
  of: (number: number) => ['ticket-work', number] as const,
  time: (number: number) => ['ticket-work', number, 'time'] as const,
  mine: ['ticket-work', 'mine'] as const,
};

/** Who follows, what is to be done, and how long it took. */
export function workOptions(number: number) {
  return queryOptions({ queryKey: workKeys.of(number), queryFn: ({ signal }) => api.get('/api/v1/tickets/{number}/work', { path: { number }, signal }), refetchOnWindowFocus: false });
}

export const ownTasksOptions = infiniteQueryOptions({
  queryKey: workKeys.mine,
  queryFn: ({ pageParam, signal }) => api.get('/api/v1/tasks', { query: { cursor: pageParam }, signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next_cursor,
});

export function timeOptions(number: number) {
  return infiniteQueryOptions({
    queryKey: workKeys.time(number),
    queryFn: ({ pageParam, signal }) => api.get('/api/v1/tickets/{number}/time', { path: { number }, query: { cursor: pageParam, limit: 20 }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
}

/** How many tasks of a ticket are not done, as far as this screen has read. */
export function openTasksOf(client: QueryClient, number: number): number {
  return client.getQueryData<TicketWork>(workKeys.of(number))?.tasks.filter((task) => task.done_at === null).length ?? 0;
}

/** Shown first; what the server says comes after, also when it refuses. */
export async function editWork(client: QueryClient, number: number, edit: (work: TicketWork) => TicketWork, save: () => Promise<unknown>): Promise<void> {
  await client.cancelQueries({ queryKey: workKeys.of(number), exact: true });
  client.setQueryData<TicketWork>(workKeys.of(number), (work) => work && edit(work));
  try {
    await save();
  } finally {
    void client.invalidateQueries({ queryKey: workKeys.all });
  }
}
