import { createRoute } from '@tanstack/react-router';
import { Shell } from '../shell/shell.tsx';
import { rootRoute } from './root.ts';
import { whoIsHere } from './who-is-here.ts';

/** Everything that needs somebody signed in hangs below this route, but for what client readers have. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  component: Shell,
  beforeLoad: (at) => whoIsHere(at),
});
