import type { Shape } from '@ombud/sdk';
import { infiniteQueryOptions, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, type Body } from '../../lib/api.ts';
import { say } from '../../lib/i18n.ts';
import { useMay } from '../../lib/session.ts';
import { offerUndo } from '../../lib/undo.ts';

export type Notification = Shape<'Notification'>;
export type Bell = Shape<'Bell'>;
export type NotificationSettings = Shape<'NotificationSettings'>;
export type NotificationKind = Notification['kind'];

/** In the order of the settings; the server's order is the same. */
export const kinds = ['assigned', 'mentioned', 'answered', 'colleague', 'new_in_team', 'failed', 'woken', 'promise_due', 'promise_broken', 'promise_answered', 'sla_warning', 'sla_breached', 'low_score', 'escalated', 'handed_back', 'asked', 'approval_asked', 'approval_answered', 'offered', 'complaint_given', 'complaint_acknowledge_due', 'complaint_acknowledge_late', 'complaint_answer_due', 'complaint_answer_late', 'compliment'] as const satisfies readonly NotificationKind[];
export const ways = ['app', 'sound', 'push', 'mail'] as const;

export const bellQuery = queryOptions({ queryKey: ['bell'], queryFn: ({ signal }) => api.get('/api/v1/notifications/bell', { signal }), staleTime: Infinity });

export function notificationPages(unread: boolean) {
  return infiniteQueryOptions({
    queryKey: ['notifications', unread],
    queryFn: ({ pageParam, signal }) => api.get('/api/v1/notifications', { query: { unread: unread ? 'true' : 'false', limit: 30, cursor: pageParam ?? undefined }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
}

export const settingsQuery = queryOptions({ queryKey: ['notification-settings'], queryFn: ({ signal }) => api.get('/api/v1/me/notifications', { signal }) });

export function useSaveNotificationSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Body<'/api/v1/me/notifications', 'patch'>) => api.patch('/api/v1/me/notifications', { body }),
    onSuccess: (settings) => client.setQueryData(settingsQuery.queryKey, settings),
  });
}

function useRefreshBell() {
  const client = useQueryClient();
  return () => Promise.all([client.invalidateQueries({ queryKey: ['notifications'] }), client.invalidateQueries({ queryKey: bellQuery.queryKey })]);
}

/** Those of a ticket, as it is opened; the server says how many wait then. */
export function useReadTicket() {
  const refresh = useRefreshBell();
  return useMutation({ mutationFn: (ticket: number) => api.post('/api/v1/notifications/read', { body: { ticket } }), onSuccess: refresh, meta: { quiet: true } });
}

/** These, where nothing is opened; or all of their ticket. */
export function useReadSome() {
  const refresh = useRefreshBell();
  return useMutation({ mutationFn: (of: { ids: number[] } | { ticket: number }) => api.post('/api/v1/notifications/read', { body: of }), onSuccess: refresh, meta: { quiet: true } });
}

/** What the bell tells of compliments, once the person has them on the screen. */
export function useReadCompliments() {
  const { mutate } = useReadSome();
  const may = useMay('tickets.write');
  const newest = useQuery({ ...bellQuery, enabled: may }).data?.newest ?? null;
  const { data } = useQuery({ queryKey: ['notifications', 'compliments', newest], queryFn: ({ signal }) => api.get('/api/v1/notifications', { query: { unread: 'true', limit: 100 }, signal }), enabled: may && newest !== null });
  useEffect(() => {
    const ids = data?.items.flatMap(({ id, kind, read }) => (kind === 'compliment' && !read ? [id] : [])) ?? [];
    if (ids.length > 0) mutate({ ids });
  }, [data, mutate]);
}

/** All that were on the screen, which can be taken back; what has come since stays unread. */
export function useReadAll() {
  const refresh = useRefreshBell();
  const takeBack = useMutation({ mutationFn: (at: string) => api.post('/api/v1/notifications/unread', { body: { at } }), onSuccess: refresh });
  return useMutation({
    mutationFn: (newest: number) => api.post('/api/v1/notifications/read', { body: { up_to: newest } }),
    onSuccess: async ({ marked, at }) => {
      await refresh();
      if (marked > 0) offerUndo(say('notifications.readAll.done', { count: marked }), () => takeBack.mutate(at));
    },
  });
}
