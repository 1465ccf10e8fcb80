import type { Shape } from '@ombud/sdk';
import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import type { FeedbackSearch } from '../../routes/staff-feedback.ts';

export type Feedback = Shape<'StaffFeedback'>;
export type FeedbackFile = Shape<'StaffFeedbackFile'>;
export type OwnFeedback = Shape<'OwnStaffFeedback'>;

/** Nothing of it travels by the live line, which everybody of a brand hears: it is read again when somebody looks. */
const readAnew = { staleTime: 0, refetchOnWindowFocus: true } as const;

export function feedbackPages(show: FeedbackSearch['show'] | 'waiting') {
  return infiniteQueryOptions({
    queryKey: ['staff-feedback', 'list', show],
    queryFn: ({ pageParam, signal }) => api.get('/api/v1/staff-feedback', { query: { show, cursor: pageParam, limit: 50 }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
    ...readAnew,
  });
}

export const ownPages = infiniteQueryOptions({
  queryKey: ['staff-feedback', 'own'],
  queryFn: ({ pageParam, signal }) => api.get('/api/v1/me/staff-feedback', { query: { cursor: pageParam, limit: 50 }, signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.next_cursor,
  ...readAnew,
});

export function feedbackFile(id: number) {
  return queryOptions({ queryKey: ['staff-feedback', 'file', id], queryFn: ({ signal }) => api.get('/api/v1/staff-feedback/{id}', { path: { id }, signal }), ...readAnew });
}

export const daysQuery = queryOptions({ queryKey: ['staff-feedback', 'days'], queryFn: ({ signal }) => api.get('/api/v1/staff-feedback-settings', { signal }) });

/** Takes a file as a change has left it. */
export function useTakeFile() {
  const client = useQueryClient();
  return (file: FeedbackFile) => {
    client.setQueryData(feedbackFile(file.id).queryKey, file);
    void client.invalidateQueries({ queryKey: ['staff-feedback', 'list'] });
  };
}

export type Due = { what: 'acknowledge' | 'answer'; by: Date; isOver: boolean };

/** What is to be done next, and by when. */
export function nextDue(of: Feedback, now = Date.now()): Due | null {
  if (of.closed_at !== null) return null;
  const [what, by] = of.acknowledged === null ? (['acknowledge', of.acknowledge_by] as const) : of.answered === null ? (['answer', of.answer_by] as const) : (['answer', null] as const);
  return by === null ? null : { what, by: new Date(by), isOver: Date.parse(by) < now };
}
