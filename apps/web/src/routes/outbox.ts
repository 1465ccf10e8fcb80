import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from './signed-in.ts';

export const outboxStates = ['queued', 'held', 'failed', 'sent', 'cancelled'] as const;
export type OutboxState = (typeof outboxStates)[number];

export interface OutboxSearch {
  state?: OutboxState;
  /** The one that is being read */
  open?: number;
}

export const outboxRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/outbox',
  validateSearch: (search: Record<string, unknown>): OutboxSearch => ({
    state: outboxStates.find((state) => state === search['state']),
    open: Number.isSafeInteger(search['open']) ? Number(search['open']) : undefined,
  }),
  component: lazyRouteComponent(() => import('../features/outbox/outbox-page.tsx'), 'OutboxPage'),
});
