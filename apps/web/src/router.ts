import { createRouter } from '@tanstack/react-router';
import { RouteCrash, RouteMissing, RoutePending } from './shell/route-states.tsx';
import { live } from './lib/live.ts';
import { queryClient } from './lib/query-client.ts';
import { outsidePaths } from './routes/outside.ts';
import { routeTree } from './routes/tree.ts';

export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 150,
  defaultPendingMinMs: 200,
  defaultPendingComponent: RoutePending,
  defaultErrorComponent: RouteCrash,
  defaultNotFoundComponent: RouteMissing,
  scrollRestoration: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

/** Any answer "not signed in" leads here; the way back is kept. */
export function leaveForSignIn(): void {
  const { pathname, href } = router.state.location;
  if (outsidePaths.includes(pathname) && pathname !== '/second-factor') return;
  live.stop();
  queryClient.clear();
  void router.navigate({ to: '/sign-in', search: { return: href === '/' || pathname === '/second-factor' ? undefined : href } });
}

/** Any answer "set up a second factor first" leads here. */
export function leaveForSecondFactor(): void {
  if (outsidePaths.includes(router.state.location.pathname)) return;
  live.stop();
  queryClient.clear();
  void router.navigate({ to: '/second-factor' });
}
