/** Runs work while the bytes that it needs fit under a limit together with what is under way; in order of arrival. */
export function createByteGate(limit: number): <Result>(bytes: number, work: () => Promise<Result>) => Promise<Result> {
  let used = 0;
  const waiting: { bytes: number; go: () => void }[] = [];
  const admit = (): void => {
    // One alone may be larger than the limit, or it would never run.
    while (waiting[0] && (used === 0 || used + waiting[0].bytes <= limit)) {
      const next = waiting.shift();
      if (!next) return;
      used += next.bytes;
      next.go();
    }
  };
  return async (bytes, work) => {
    await new Promise<void>((go) => {
      waiting.push({ bytes, go });
      admit();
    });
    try {
      return await work();
    } finally {
      used -= bytes;
      admit();
    }
  };
}
