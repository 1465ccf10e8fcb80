import { createRoute, redirect } from '@tanstack/react-router';
import { ApiProblem } from '../lib/problem.ts';
import { followSettings, meQuery } from '../lib/session.ts';
import { Shell } from '../shell/shell.tsx';
import { rootRoute } from './root.ts';

let followed: number | null = null;

/** Everything that needs somebody signed in hangs below this route. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    try {
      const me = await context.queryClient.ensureQueryData(meQuery);
      if (followed !== me.agent.id) {
        followed = me.agent.id;
        await followSettings(me);
      }
      return { me };
    } catch (error) {
      followed = null;
      if (error instanceof ApiProblem && error.code === 'second_factor_needed') throw redirect({ to: '/second-factor' });
      const signedOut = error instanceof ApiProblem && error.code === 'not_signed_in';
      if (!signedOut) throw error;
      throw redirect({ to: '/sign-in', search: { return: location.href === '/' ? undefined : location.href } });
    }
  },
});
