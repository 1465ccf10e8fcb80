import { dropPush } from './push-subscription.ts';

/** When somebody signs out of this browser: no message of theirs stays on its screen or comes to it, and nothing is kept. */
export async function leaveApp(): Promise<void> {
  try {
    await dropPush();
    const worker = await navigator.serviceWorker?.getRegistration('/');
    for (const shown of (await worker?.getNotifications()) ?? []) shown.close();
    worker?.active?.postMessage({ type: 'forget' });
    await (navigator as Navigator & { clearAppBadge?(): Promise<void> }).clearAppBadge?.();
  } catch {
    // The server sends nothing to an ended session in any case.
  }
}
