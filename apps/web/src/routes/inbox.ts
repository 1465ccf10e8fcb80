import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { isViewKey, readListSearch } from '../features/tickets/store/view-filters.ts';
import { signedInRoute } from './signed-in.ts';

const screen = () => import('../features/tickets/inbox-screen.tsx');

/** Views and list stay while the ticket beside them changes. The filter lives in the address, so a view is a link. */
export const inboxRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/inbox',
  validateSearch: readListSearch,
  beforeLoad: ({ location, search }) => {
    if (/^\/inbox\/?$/.test(location.pathname)) throw redirect({ to: '/inbox/$view', params: { view: 'mine' }, search });
  },
  component: lazyRouteComponent(screen, 'InboxScreen'),
});

export const viewRoute = createRoute({
  getParentRoute: () => inboxRoute,
  path: '/$view',
  beforeLoad: ({ params, search }) => {
    if (!isViewKey(params.view)) throw redirect({ to: '/inbox/$view', params: { view: 'mine' }, search });
  },
});

export const ticketRoute = createRoute({
  getParentRoute: () => viewRoute,
  path: '/$number',
  params: {
    parse: ({ number }) => ({ number: readNumber(number) }),
    stringify: ({ number }) => ({ number: String(number) }),
  },
  component: lazyRouteComponent(screen, 'TicketPane'),
});

/** What people say on the phone, with or without "#"; 0, which no ticket has, for anything else. */
function readNumber(text: string): number {
  const number = Number(text.replace(/^#/, ''));
  return Number.isSafeInteger(number) && number > 0 ? number : 0;
}

export const inboxRoutes = inboxRoute.addChildren([viewRoute.addChildren([ticketRoute])]);
