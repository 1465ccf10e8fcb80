import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from './root.ts';

export interface SignInSearch {
  /** The path to go back to, within this site */
  return?: string;
}

/** Only a path of ours: "//evil.example" and "https:…" would lead elsewhere. */
export function safeReturn(value: unknown): string | undefined {
  return typeof value === 'string' && /^\/(?![/\\])/.test(value) && !value.startsWith('/sign-in') ? value : undefined;
}

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): SignInSearch => ({ return: safeReturn(search['return']) }),
  component: lazyRouteComponent(() => import('../features/signin/sign-in-page.tsx'), 'SignInPage'),
});
