import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from './signed-in.ts';

const page = () => import('../features/approvals/approvals-page.tsx');

export const approvalRoutes = [
  createRoute({ getParentRoute: () => signedInRoute, path: '/approvals', component: lazyRouteComponent(page, 'ApprovalsPage') }),
  createRoute({ getParentRoute: () => signedInRoute, path: '/approvals/$id', component: lazyRouteComponent(page, 'ApprovalPage') }),
] as const;
