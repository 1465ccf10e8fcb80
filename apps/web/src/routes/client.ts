import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from './root.ts';
import { whoIsHere } from './who-is-here.ts';

/** The whole desk of a client reader; nobody else has one of these. It reads its address itself, so that nobody else loads that. */
export const clientRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cases/$',
  beforeLoad: (at) => whoIsHere(at, true),
  component: lazyRouteComponent(() => import('../features/client-cases/client-desk.tsx'), 'ClientDesk'),
});
