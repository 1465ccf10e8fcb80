import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { unsent, unsentView } from '../features/tickets/index.ts';
import { live } from '../lib/live.ts';
import { signOut } from '../lib/session.ts';
import { toastProblem } from '../lib/toasts.ts';

/** Ends the session on the server, then forgets everything that was read under it. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async function leave() {
    // What is not sent yet lies in this browser, and nobody but its agent may find it there.
    if (unsent.get().length > 0) return unsentView.set('sign-out');
    try {
      // First: a browser that is signed out cannot say any more that it wants no messages.
      await import('../features/app-install/index.ts').then(({ leaveApp }) => leaveApp()).catch(() => undefined);
      await signOut();
    } catch (error) {
      toastProblem(error, () => void leave());
      return;
    }
    live.stop();
    await navigate({ to: '/sign-in', search: {} });
    client.clear();
  };
}
