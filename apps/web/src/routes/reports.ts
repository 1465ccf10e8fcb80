import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { ReportsSearch } from '../features/reports/reports-search.ts';
import { signedInRoute } from './signed-in.ts';

export const reportsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/reports',
  // What can be meant of it the page itself reads (reports-search.ts): the first view needs no word of it.
  validateSearch: (search: ReportsSearch) => search,
  component: lazyRouteComponent(() => import('../features/reports/reports-page.tsx'), 'ReportsPage'),
});
