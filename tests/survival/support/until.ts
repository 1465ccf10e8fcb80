export const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Looks again and again until something is there; fails after `within` milliseconds with what was seen last. */
export async function until<Result>(what: string, look: () => Promise<Result | null | undefined | false> | Result | null | undefined | false, { within = 30_000, every = 100 } = {}): Promise<Result> {
  const end = performance.now() + within;
  let last = '';
  for (;;) {
    try {
      const found = await look();
      if (found) return found;
    } catch (error) {
      last = `; last: ${String(error)}`;
    }
    if (performance.now() > end) throw new Error(`did not happen within ${within} ms: ${what}${last}`);
    await pause(every);
  }
}

/** Fails when a promise takes longer. */
export async function inTime<Result>(what: string, work: Promise<Result>, within: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`took longer than ${within} ms: ${what}`)), within);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
