import { useSyncExternalStore } from 'react';

/** One timer per resolution for the whole page, however many times are shown; it rests while the page is hidden. */
interface Ticker {
  subscribe(listener: () => void): () => void;
  now(): number;
}

function createTicker(everyMs: number): Ticker {
  const listeners = new Set<() => void>();
  let now = Date.now();
  let timer: ReturnType<typeof setInterval> | undefined;

  const tick = () => {
    if (typeof document !== 'undefined' && document.hidden) return;
    now = Date.now();
    for (const listener of listeners) listener();
  };
  return {
    subscribe(listener) {
      listeners.add(listener);
      if (!timer) {
        now = Date.now();
        timer = setInterval(tick, everyMs);
        globalThis.document?.addEventListener('visibilitychange', tick);
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0 || !timer) return;
        clearInterval(timer);
        timer = undefined;
        globalThis.document?.removeEventListener('visibilitychange', tick);
      };
    },
    now: () => now,
  };
}

const tickers = { second: createTicker(1_000), minute: createTicker(20_000) };

/** The time that all parts of the screen share, in ms since the epoch. "second" is for countdowns only. */
export function useNow(resolution: keyof typeof tickers = 'minute'): number {
  const ticker = tickers[resolution];
  return useSyncExternalStore(ticker.subscribe, ticker.now);
}
