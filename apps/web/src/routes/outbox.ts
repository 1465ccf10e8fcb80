import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from './signed-in.ts';

export const outboxFilters = ['queued', 'failed', 'sent', 'cancelled'] as const;
export type OutboxFilter = (typeof outboxFilters)[number];

export interface OutboxSearch {
  status?: OutboxFilter;
  /** The one that is being read */
  open?: number;
}

export const outboxRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/outbox',
  validateSearch: (search: Record<string, unknown>): OutboxSearch => ({
    status: outboxFilters.find((status) => status === search['status']),
    open: Number.isSafeInteger(search['open']) ? Number(search['open']) : undefined,
  }),
  component: lazyRouteComponent(() => import('../features/outbox/outbox-page.tsx'), 'OutboxPage'),
});
