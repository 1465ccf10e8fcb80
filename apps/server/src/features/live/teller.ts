import type { Log } from '../../platform/log/log.ts';

const settle = 100;

/** Runs `tell` soon after it was asked for, never two at once, and once more for who asked meanwhile. */
export function createTeller(log: Log, trouble: string, tell: () => Promise<void>) {
  let timer: NodeJS.Timeout | undefined;
  let isTelling = false;
  let again = false;
  let stopped = false;

  function refresh(): void {
    if (stopped) return;
    if (isTelling) again = true;
    else timer ??= setTimeout(() => void tellOnce(), settle);
  }

  async function tellOnce(): Promise<void> {
    timer = undefined;
    isTelling = true;
    try {
      await tell();
    } catch (error) {
      log.debug({ err: error }, trouble);
    } finally {
      isTelling = false;
      if (again) {
        again = false;
        refresh();
      }
    }
  }

  return {
    refresh,
    stop(): void {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
