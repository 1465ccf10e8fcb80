import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from './root.ts';

/** Pages that need nobody signed in; mailed links lead to some of them. */
export const outsidePaths: readonly string[] = ['/sign-in', '/setup', '/forgot-password', '/new-password', '/invitation', '/second-factor'];

const parent = () => rootRoute;

export const outsideRoutes = [
  createRoute({ getParentRoute: parent, path: '/forgot-password', component: lazyRouteComponent(() => import('../features/signin/forgot-password-page.tsx'), 'ForgotPasswordPage') }),
  createRoute({ getParentRoute: parent, path: '/new-password', component: lazyRouteComponent(() => import('../features/signin/new-password-page.tsx'), 'NewPasswordPage') }),
  createRoute({ getParentRoute: parent, path: '/invitation', component: lazyRouteComponent(() => import('../features/signin/invitation-page.tsx'), 'InvitationPage') }),
  createRoute({ getParentRoute: parent, path: '/second-factor', component: lazyRouteComponent(() => import('../features/second-factor/set-up-page.tsx'), 'SetUpPage') }),
] as const;
