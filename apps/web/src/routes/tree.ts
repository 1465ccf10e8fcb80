import { createRoute, redirect } from '@tanstack/react-router';
import { clientRoute } from './client.ts';
import { customerRoutes } from './customers.ts';
import { homeRoute } from './home.ts';
import { inboxRoutes } from './inbox.ts';
import { outsideRoutes } from './outside.ts';
import { outboxRoute } from './outbox.ts';
import { approvalsRoute } from './approvals.ts';
import { notificationsRoute } from './notifications.ts';
import { reportsRoute } from './reports.ts';
import { rootRoute } from './root.ts';
import { satisfactionRoute } from './satisfaction.ts';
import { searchRoute } from './search.ts';
import { feedbackRoutes } from './staff-feedback.ts';
import { tasksRoute } from './tasks.ts';
import { settingsRoutes } from './settings.ts';
import { setupRoute } from './setup.ts';
import { signInRoute } from './sign-in.ts';
import { signedInRoute } from './signed-in.ts';

const startRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/inbox' });
  },
});

export const routeTree = rootRoute.addChildren([
  signInRoute,
  setupRoute,
  ...outsideRoutes,
  clientRoute,
  signedInRoute.addChildren([startRoute, homeRoute, inboxRoutes, ...customerRoutes, searchRoute, outboxRoute, tasksRoute, approvalsRoute, satisfactionRoute, reportsRoute, ...feedbackRoutes, notificationsRoute, settingsRoutes]),
]);
