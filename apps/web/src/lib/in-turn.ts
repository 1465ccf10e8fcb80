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
