import { api } from '../../lib/api.ts';

export type PushState = 'impossible' | 'blocked' | 'off' | 'on';

async function registration(): Promise<ServiceWorkerRegistration | null> {
  if (!('serviceWorker' in navigator) || !('PushManager' in globalThis) || !('Notification' in globalThis)) return null;
  return (await navigator.serviceWorker.getRegistration('/')) ?? null;
}

export async function findPush(): Promise<PushSubscription | null> {
  const worker = await registration();
  return (await worker?.pushManager.getSubscription()) ?? null;
}

/** What this browser can do. `known`: the server has a device for this session. */
export async function pushState(known: boolean): Promise<PushState> {
  if (!(await registration())) return 'impossible';
  if (Notification.permission === 'denied') return 'blocked';
  const subscription = await findPush();
  // Removed elsewhere, or left by a session that is over: nothing is sent to it, so it is no use.
  if (subscription && !known) await subscription.unsubscribe();
  return subscription && known && Notification.permission === 'granted' ? 'on' : 'off';
}

/** Asks the person, then the browser's push service, then tells the server. @throws Error when the service cannot be reached */
export async function subscribePush(key: string): Promise<'on' | 'blocked' | 'off'> {
  const permission = await Notification.requestPermission();
  if (permission !== 'granted') return permission === 'denied' ? 'blocked' : 'off';
  const worker = await registration();
  if (!worker) throw new Error('no service worker');
  // A subscription for another key (a restored installation) cannot be renewed, only replaced.
  await (await worker.pushManager.getSubscription())?.unsubscribe();
  const subscription = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  const { keys = {} } = subscription.toJSON();
  await api.post('/api/v1/me/devices', { body: { endpoint: subscription.endpoint, p256dh: keys['p256dh'] ?? '', auth: keys['auth'] ?? '' } });
  return 'on';
}

export async function dropPush(): Promise<void> {
  await (await findPush())?.unsubscribe();
}
