import { showToast } from '@ombud/ui';
import { say } from '../../lib/i18n.ts';
import { live } from '../../lib/live.ts';

/** The page that this window runs, by the name of its entry, which carries the content's hash. */
const running = document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.getAttribute('src') ?? null;

/**
 * Sets the service worker up, follows where a pressed notification leads, and tells of a new version: after each
 * reconnection it is asked which page the server gives now. Answers a function that ends it.
 */
export function watchForRenewal(go: (url: string) => void): () => void {
  let connections = 0;
  const off = live.subscribe(({ type }) => {
    if (type !== 'ready') return;
    connections += 1;
    if (connections > 1) void tellOfRenewal();
  });
  const onMessage = ({ data }: MessageEvent<{ type?: unknown; url?: unknown }>) => {
    // Only a path of ours: the worker takes it from a message that our own server wrote.
    if (data?.type === 'go' && typeof data.url === 'string' && /^\/(?!\/)/.test(data.url)) go(data.url);
  };
  navigator.serviceWorker?.addEventListener('message', onMessage);
  if (import.meta.env.PROD) void register();
  return () => {
    off();
    navigator.serviceWorker?.removeEventListener('message', onMessage);
  };
}

async function register(): Promise<void> {
  try {
    if (!navigator.serviceWorker) return;
    await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' });
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ type: 'keep', page: running, urls: loadedFiles() });
  } catch {
    // Private windows and some policies have none: then the app needs the network to start, as before.
  }
}

/** What this window has run so far; all of it is the program's own files, the same for everybody. */
function loadedFiles(): string[] {
  const names = performance.getEntriesByType('resource').map(({ name }) => new URL(name));
  const ours = names.filter(({ origin, pathname }) => origin === location.origin && (pathname.startsWith('/assets/') || pathname === '/appearance.js' || pathname === '/favicon.svg'));
  return [...new Set(ours.map(({ pathname }) => pathname))];
}

async function tellOfRenewal(): Promise<void> {
  try {
    if (running === null) return;
    const page = await (await fetch('/', { cache: 'no-cache', headers: { accept: 'text/html' } })).text();
    if (!page.includes('type="module"') || page.includes(running)) return;
    showToast({ id: 'renewed', title: say('notifications.renewed'), timeout: 0, action: { label: say('notifications.renewed.reload'), run: () => location.reload() } });
  } catch {
    // Not reachable after all: asked again after the next connection.
  }
}
