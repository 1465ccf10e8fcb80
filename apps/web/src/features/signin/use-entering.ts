import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';

/** Goes in, once the session is there: nothing of whoever was signed in before is kept. */
export function useEntering(): (goBackTo?: string) => Promise<void> {
  const router = useRouter();
  const client = useQueryClient();
  return async function enter(goBackTo) {
    client.clear();
    await router.invalidate();
    if (goBackTo) router.history.push(goBackTo);
    else await router.navigate({ to: '/inbox' });
  };
}
