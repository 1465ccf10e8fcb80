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

function isSignedOut(error: unknown): boolean {
  return error instanceof ApiProblem && error.code === 'not_signed_in';
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error) => isSignedOut(error) && whenSignedOut() }),
  mutationCache: new MutationCache({
    onError: (error, _variables, _result, mutation) => {
      if (isSignedOut(error)) whenSignedOut();
      else if (!mutation.meta?.quiet) toastProblem(error);
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
