import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from './root.ts';

export const setupSteps = ['organisation', 'inbox', 'colleagues', 'demo', 'end'] as const;
export type SetupStep = (typeof setupSteps)[number];

export interface SetupSearch {
  /** Without one: the first that is open */
  step?: SetupStep;
}

/** What the terminal's link opens; the key stands behind #, which no server sees. */
export const setupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  validateSearch: (search: Record<string, unknown>): SetupSearch => ({ step: setupSteps.find((step) => step === search['step']) }),
  component: lazyRouteComponent(() => import('../features/setup/setup-page.tsx'), 'SetupPage'),
});
