// Starts the app without a network, and shows what is pushed. It keeps the program's own files, which are the same for
// everybody; never an answer of the API.

const store = 'ombud-shell-1';
const page = '/';
const which = '/which-page';

self.addEventListener('install', (event) => {
  event.waitUntil(keepPage().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name !== store) await caches.delete(name);
      await self.registration.navigationPreload?.enable();
      await self.clients.claim();
    })(),
  );
});

async function keepPage() {
  try {
    await (await caches.open(store)).add(new Request(page, { cache: 'no-cache', headers: { accept: 'text/html' } }));
  } catch {
    // Offline at this moment: the next visit brings it.
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate' && isScreen(url.pathname)) event.respondWith(openPage(event));
  else if (isOurFile(url.pathname)) event.respondWith(openFile(event));
});

/** The paths that the app itself answers; the server has the others (web-app.ts). */
const isScreen = (path) => !/^\/(?:api|files|assets|icons)(?:\/|$)/.test(path) && !/\.\w{1,12}$/.test(path) && !/^\/(?:healthz|readyz|metrics)$/.test(path);
const isOurFile = (path) => path.startsWith('/assets/') || path === '/appearance.js' || path === '/favicon.svg';

/** From the server while it can be reached, so that nobody sees an old version; else the one that was kept. */
async function openPage(event) {
  try {
    const answer = (await event.preloadResponse) ?? (await fetch(event.request));
    if (answer.ok && !answer.redirected && (answer.headers.get('content-type') ?? '').includes('text/html')) {
      const copy = answer.clone();
      event.waitUntil(caches.open(store).then((kept) => kept.put(page, copy)));
    }
    return answer;
  } catch (error) {
    const kept = await (await caches.open(store)).match(page);
    if (kept) return kept;
    throw error;
  }
}

/** Files under assets/ never change under their name; the two others come from the server while it can be reached. */
async function openFile(event) {
  const kept = await caches.open(store);
  const path = new URL(event.request.url).pathname;
  const known = await kept.match(path);
  if (known && path.startsWith('/assets/')) return known;
  try {
    const answer = await fetch(event.request);
    if (answer.ok) event.waitUntil(kept.put(path, answer.clone()));
    return answer;
  } catch (error) {
    if (known) return known;
    throw error;
  }
}

self.addEventListener('message', (event) => {
  const { type, urls, page: running } = event.data ?? {};
  if (type === 'forget') event.waitUntil(caches.delete(store));
  if (type === 'keep' && Array.isArray(urls)) event.waitUntil(keep(urls.filter((url) => typeof url === 'string' && isOurFile(url)).slice(0, 300), String(running)));
});

/** What a window has loaded, mostly out of the browser's own cache. A new version takes the files of the one before away. */
async function keep(urls, running) {
  const kept = await caches.open(store);
  const before = await (await kept.match(which))?.text();
  if (before !== running) {
    for (const request of await kept.keys()) {
      const { pathname } = new URL(request.url);
      if (pathname.startsWith('/assets/') && !urls.includes(pathname)) await kept.delete(request);
    }
    await kept.put(which, new Response(running));
  }
  if (!(await kept.match(page))) await keepPage();
  for (const url of urls) if (!(await kept.match(url))) await kept.add(url).catch(() => undefined);
}

self.addEventListener('push', (event) => {
  event.waitUntil(show(event.data?.json() ?? {}));
});

/** `until`: it is over then, and is shown no longer. */
async function show({ title = 'Ombud', body = '', tag, url = '/notifications', until }) {
  await closeEnded();
  const left = until === undefined ? null : Date.parse(until) - Date.now();
  if (left !== null && left <= 0) return;
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  // The app is in front of them: its bell tells it.
  if (windows.some((client) => client.visibilityState === 'visible' && client.focused)) return;
  await self.registration.showNotification(title, { body, tag, renotify: tag !== undefined, icon: '/icons/icon-192.png', badge: '/icons/badge-96.png', data: { url, until } });
  if (left === null) return;
  // As long as the browser lets it run; else the next message or the app's own page takes it away.
  await new Promise((resolve) => setTimeout(resolve, left));
  await closeEnded();
}

async function closeEnded() {
  for (const shown of await self.registration.getNotifications()) if (Date.parse(shown.data?.until) <= Date.now()) shown.close();
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data?.url ?? '/'));
});

async function open(url) {
  const [client] = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (!client) return self.clients.openWindow(url);
  await client.focus();
  client.postMessage({ type: 'go', url });
}

/** The browser has changed its address at the push service: the server is told while the session lives. */
self.addEventListener('pushsubscriptionchange', (event) => {
  event.waitUntil(
    (async () => {
      const key = event.oldSubscription?.options?.applicationServerKey;
      const subscription = event.newSubscription ?? (key ? await self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key }) : null);
      if (!subscription) return;
      const { endpoint, keys } = subscription.toJSON();
      await fetch('/api/v1/me/devices', { method: 'POST', credentials: 'same-origin', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ endpoint, p256dh: keys.p256dh, auth: keys.auth }) });
    })(),
  );
});
