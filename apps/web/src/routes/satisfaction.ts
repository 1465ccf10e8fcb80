import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from './signed-in.ts';

export interface AnswersSearch {
  show?: 'unfinished';
  brand?: number;
  score?: number;
}

const whole = (value: unknown, most: number): number | undefined => (Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= most ? Number(value) : undefined);

export const satisfactionRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/satisfaction',
  validateSearch: (search: Record<string, unknown>): AnswersSearch => ({
    show: search['show'] === 'unfinished' ? 'unfinished' : undefined,
    brand: whole(search['brand'], Number.MAX_SAFE_INTEGER),
    score: whole(search['score'], 5),
  }),
  component: lazyRouteComponent(() => import('../features/satisfaction/answers-page.tsx'), 'AnswersPage'),
});
