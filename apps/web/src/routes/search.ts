import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from './signed-in.ts';

export const searchKinds = ['tickets', 'customers', 'organizations'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** What is searched for stands in the address, so that a search is a link. */
export interface SearchSearch {
  q?: string;
  kind?: SearchKind;
}

export const searchRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/search',
  validateSearch: (search: Record<string, unknown>): SearchSearch => ({
    q: ['string', 'number'].includes(typeof search['q']) && search['q'] !== '' ? String(search['q']).slice(0, 500) : undefined,
    kind: searchKinds.find((kind) => kind === search['kind']),
  }),
  component: lazyRouteComponent(() => import('../features/search/search-page.tsx'), 'SearchPage'),
});
