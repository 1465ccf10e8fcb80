import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem.ts';
import { toastProblem } from './toasts.ts';

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: {
      /** The form shows its own errors; no toast */
      quiet?: boolean;
    };
  }
}

let whenSignedOut: () => void = () => {};

/** What happens when any request is answered "not signed in". */
export function onSignedOut(action: () => void): void {
  whenSignedOut = action;
}

let whenHeldBack: () => void = () => {};

/** What happens when any request is answered "set up a second factor first". */
export function onHeldBack(action: () => void): void {
  whenHeldBack = action;
}

/** True when the answer leads somewhere else and needs no words here. */
function leads(error: unknown): boolean {
  const code = error instanceof ApiProblem ? error.code : null;
  if (code === 'not_signed_in') whenSignedOut();
  if (code === 'second_factor_needed') whenHeldBack();
  return code === 'not_signed_in' || code === 'second_factor_needed';
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error) => void leads(error) }),
  mutationCache: new MutationCache({
    onError: (error, _variables, _result, mutation) => {
      if (!leads(error) && !mutation.meta?.quiet) toastProblem(error);
    },
  }),
  defaultOptions: {
    queries: {
      // The live connection tells what changed; this is only for what it missed.
      staleTime: 30_000,
      gcTime: 10 * 60_000,
      retry: (failures, error) => failures < 2 && !(error instanceof ApiProblem && error.status >= 400 && error.status < 500),
      retryDelay: (attempt) => Math.min(500 * 2 ** attempt, 5_000),
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});
