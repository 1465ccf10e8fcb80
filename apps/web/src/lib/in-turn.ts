/** Work that shares a key runs one after the other, in the order in which it was given, whatever becomes of the one before. */
export function createTurns<Key>() {
  const newest = new Map<Key, Promise<unknown>>();
  return {
    take<Result>(key: Key, work: () => Promise<Result>): Promise<Result> {
      // The first one leaves at once, so that a page that is left with it has sent it.
      const turn = newest.get(key)?.then(work, work) ?? work();
      newest.set(key, turn);
      const done = () => newest.get(key) === turn && newest.delete(key);
      turn.then(done, done);
      return turn;
    },
    /** Whether something runs or waits: an answer that comes now is older than what the screen shows. */
    isTaken: (key: Key): boolean => newest.has(key),
  };
}

/**
 * Work that never runs twice at once. Whoever asks while it runs may have come too late for what it has looked at already, so it
 * runs once more after that, for all who asked meanwhile; each hears when the run that they can rely on is over.
 */
export function createRepeat(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  const run = (): Promise<void> => {
    next = null;
    const turn = work().finally(() => running === turn && (running = null));
    running = turn;
    return turn;
  };
  return () => (running ? (next ??= running.then(run, run)) : run());
}
