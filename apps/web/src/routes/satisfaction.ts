import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from './signed-in.ts';

export const satisfactionRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/satisfaction',
  // What can be meant of it the page itself reads (answers-search.ts): the first view needs no word of it.
  validateSearch: (search: { show?: unknown; brand?: unknown; score?: unknown }) => search,
  component: lazyRouteComponent(() => import('../features/satisfaction/answers-page.tsx'), 'AnswersPage'),
});
