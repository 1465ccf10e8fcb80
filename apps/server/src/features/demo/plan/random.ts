/** Chance that repeats: the same seed gives the same demo. */
export type Random = {
  /** 0 ≤ n < 1 */
  next(): number;
  /** Whole, both ends included. */
  between(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  weighted<Item>(items: readonly Item[], weightOf: (item: Item) => number): Item;
};

/** Mulberry32, a 32-bit generator (public domain, T. Ettinger 2017): enough for variety, useless for secrets. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)]!; // never called with none
  return {
    next,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: (probability) => next() < probability,
    pick,
    weighted(items, weightOf) {
      let rest = next() * items.reduce((sum, item) => sum + weightOf(item), 0);
      return items.find((item) => (rest -= weightOf(item)) < 0) ?? pick(items);
    },
  };
}
