import type { QueryClient } from '@tanstack/react-query';
import { live } from '../../lib/live.ts';
import { readRemembered, remember } from '../../lib/remembered.ts';
import { playChime } from './chime.ts';
import { bellQuery, type Bell } from './notification-queries.ts';

/** What is read as it comes (the ticket is open) does not ring. */
const patience = 1_000;
const key = 'ombud.rung';

/** Keeps the bell by the live line, and rings once in this browser for what may be heard. Answers a function that ends it. */
export function followBell(client: QueryClient): () => void {
  let known = client.getQueryData(bellQuery.queryKey)?.ring ?? null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const off = live.subscribe((message) => {
    if (message.type === 'reset') void client.invalidateQueries({ queryKey: bellQuery.queryKey });
    if (message.type !== 'bell') return;
    const bell: Bell = { unread: message.unread, newest: message.newest, ring: message.ring };
    client.setQueryData(bellQuery.queryKey, bell);
    void client.invalidateQueries({ queryKey: ['notifications'] });
    showOnIcon(bell.unread);
    if (bell.ring === null || bell.ring <= (known ?? 0)) return;
    known = bell.ring;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const now = client.getQueryData(bellQuery.queryKey)?.ring ?? null;
      if (now !== null) void ringOnce(now);
    }, patience);
  });
  return () => {
    clearTimeout(timer);
    off();
  };
}

/** Several windows of one browser ring once. */
async function ringOnce(id: number): Promise<void> {
  const ring = async () => {
    if (Number(readRemembered(key) ?? 0) >= id) return;
    remember(key, id);
    await playChime();
  };
  await (navigator.locks ? navigator.locks.request(key, ring) : ring());
}

/** The number on the icon of the installed app, where there is such a thing. */
export function showOnIcon(unread: number): void {
  const { setAppBadge } = navigator as Navigator & { setAppBadge?(count: number): Promise<void> };
  void setAppBadge?.call(navigator, unread).catch(() => undefined);
}
