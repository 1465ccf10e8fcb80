import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from './signed-in.ts';

/** One request by its id, or `all`. */
export const approvalsRoute = createRoute({ getParentRoute: () => signedInRoute, path: '/approvals/$id', component: lazyRouteComponent(() => import('../features/approvals/approvals-page.tsx'), 'ApprovalsPage') });
