import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { currentColumns } from '../features/fields/index.ts';
import { detailOptions, isViewKey, listOptions, loadTicketParts, readListSearch, timelineOptions, viewsOptions } from '../features/tickets/index.ts';
import { signedInRoute } from './signed-in.ts';

/** Views and list stay while the ticket beside them changes. The filter lives in the address, so a view is a link. */
export const inboxRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/inbox',
  validateSearch: readListSearch,
  beforeLoad: ({ location, search }) => {
    if (/^\/inbox\/?$/.test(location.pathname)) throw redirect({ to: '/inbox/$view', params: { view: 'mine' }, search });
  },
  component: lazyRouteComponent(() => import('../features/tickets/inbox-screen.tsx'), 'InboxScreen'),
});

/** The loaders only set the requests off, while the screen's code is still on its way; nothing waits for them. */
export const viewRoute = createRoute({
  getParentRoute: () => inboxRoute,
  path: '/$view',
  beforeLoad: ({ params, search }) => {
    if (!isViewKey(params.view)) throw redirect({ to: '/inbox/$view', params: { view: 'mine' }, search });
  },
  loaderDeps: ({ search }) => search,
  loader: ({ context, params, deps }) => {
    if (isViewKey(params.view)) void context.queryClient.prefetchInfiniteQuery(listOptions({ view: params.view, ...deps, columns: currentColumns() }));
    void context.queryClient.prefetchQuery(viewsOptions);
  },
});

export const ticketRoute = createRoute({
  getParentRoute: () => viewRoute,
  path: '/$number',
  params: {
    parse: ({ number }) => ({ number: readNumber(number) }),
    stringify: ({ number }) => ({ number: String(number) }),
  },
  loader: ({ context, params }) => {
    if (params.number === 0) return;
    loadTicketParts();
    void context.queryClient.prefetchQuery(detailOptions(params.number));
    void context.queryClient.prefetchInfiniteQuery(timelineOptions(params.number));
  },
});

/** What people say on the phone, with or without "#"; 0, which no ticket has, for anything else. */
function readNumber(text: string): number {
  const number = Number(text.replace(/^#/, ''));
  return Number.isSafeInteger(number) && number > 0 ? number : 0;
}

export const inboxRoutes = inboxRoute.addChildren([viewRoute.addChildren([ticketRoute])]);
