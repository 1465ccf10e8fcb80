import type { Shape } from '@ombud/sdk';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../lib/api.ts';
import { ApiProblem } from '../../lib/problem.ts';
import { meQuery } from '../../lib/session.ts';
import { setupSteps, type SetupStep } from '../../routes/setup.ts';

export type Setup = Shape<'Setup'>;

export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: ({ signal }) => api.get('/api/v1/setup', { signal }),
});

/** Who is here; null when nobody is signed in, which is no reason to be sent to the sign-in. */
export const visitorQuery = queryOptions({
  queryKey: ['setup-visitor'],
  queryFn: ({ signal }) =>
    api.get('/api/v1/me', { signal }).catch((error: unknown) => {
      if (error instanceof ApiProblem && error.code === 'not_signed_in') return null;
      throw error;
    }),
});

/** Where to go on: at the first step that nobody has done or put off. */
export function firstOpen(setup: Setup): SetupStep {
  return setupSteps.find((step) => step !== 'end' && setup.steps.some((one) => one.step === step && one.state === 'open')) ?? 'end';
}

/** Notes how a step ended and goes to the next one. */
export function useLeaveStep(step: Exclude<SetupStep, 'end'>): (state: 'done' | 'later') => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async function leave(state) {
    client.setQueryData(setupQuery.queryKey, await api.patch('/api/v1/setup', { body: { step, state } }));
    await navigate({ to: '/setup', search: { step: setupSteps[setupSteps.indexOf(step) + 1] } });
  };
}

/** The whole is finished: it is offered no more. */
export function useFinish(): () => Promise<void> {
  const client = useQueryClient();
  return async function finish() {
    client.setQueryData(setupQuery.queryKey, await api.patch('/api/v1/setup', { body: { finished: true } }));
    await client.invalidateQueries({ queryKey: meQuery.queryKey });
  };
}
