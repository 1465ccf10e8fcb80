import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { ReportsSearch } from '../features/reports/reports-search.ts';
import { signedInRoute } from './signed-in.ts';

export const reportsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/reports',
  // What it may hold is checked by the page itself, whose code comes later.
  validateSearch: (search: Record<string, unknown>): ReportsSearch => search,
  component: lazyRouteComponent(() => import('../features/reports/reports-page.tsx'), 'ReportsPage'),
});
