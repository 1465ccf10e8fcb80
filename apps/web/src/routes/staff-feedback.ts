import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { withLaterTexts } from '../lib/i18n.ts';
import { signedInRoute } from './signed-in.ts';

export interface FeedbackSearch {
  show?: 'overdue' | 'closed' | 'all';
  of?: 'me';
}

const list = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/feedback',
  validateSearch: (search: Record<string, unknown>): FeedbackSearch => ({
    show: (['overdue', 'closed', 'all'] as const).find((each) => each === search['show']),
    of: search['of'] === 'me' ? 'me' : undefined,
  }),
  component: lazyRouteComponent(() => withLaterTexts(() => import('../features/staff-feedback/feedback-page.tsx')), 'FeedbackPage'),
});

const file = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/feedback/$id',
  params: { parse: ({ id }) => ({ id: Number(id) }), stringify: ({ id }) => ({ id: String(id) }) },
  component: lazyRouteComponent(() => withLaterTexts(() => import('../features/staff-feedback/feedback-file-page.tsx')), 'FeedbackFilePage'),
});

export const feedbackRoutes = [list, file];
