import { describe, expect, test } from 'vitest';
import { agentsNeeded, averageWait, loadOf, serviceLevel, waitProbability, withShrinkage } from './erlang-c.ts';

/** By the definition, with factorials, in exact fractions of whole numbers: (A^N/N! · N/(N−A)) / (Σ A^k/k! + A^N/N! · N/(N−A)). */
function slowly(load: bigint, per: bigint, agents: bigint): number {
  // Every term times N!·per^N, so that all are whole.
  let term = 1n;
  for (let k = 1n; k <= agents; k += 1n) term *= k * per;
  let sum = 0n;
  for (let k = 0n; k < agents; k += 1n) {
    sum += term;
    term = (term * load) / ((k + 1n) * per);
  }
  const top = term * agents * per;
  const bottom = sum * (agents * per - load) + top;
  return Number((top * 10n ** 18n) / bottom) / 1e18;
}

let seed = 1_917;
const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;

describe('Erlang C', () => {
  test('200 calls an hour of 240 s, 80 % answered within 20 s, takes 17', () => {
    const traffic = { calls: 200, handlingSeconds: 240 };
    expect(agentsNeeded(traffic, { share: 0.8, withinSeconds: 20 })).toBe(17);
    expect(serviceLevel(traffic, 16, 20)).toBeLessThan(0.8);
    expect(serviceLevel(traffic, 17, 20)).toBeGreaterThanOrEqual(0.8);
    expect(loadOf(traffic)).toBeCloseTo(13.333, 3);
  });

  test('whoever calls waits as often as the definition says', () => {
    for (let round = 0; round < 300; round += 1) {
      const agents = 1 + Math.floor(random() * 150);
      const load = Math.max(1, Math.floor(random() * agents * 1_000));
      const expected = slowly(BigInt(load), 1_000n, BigInt(agents));
      expect(Math.abs(waitProbability(load / 1_000, agents) - expected), `${load}/1000 ${agents}`).toBeLessThan(1e-10);
    }
  });

  test('the number needed is the smallest that reaches the target', () => {
    for (let round = 0; round < 300; round += 1) {
      const traffic = { calls: random() * 3_000, handlingSeconds: 20 + random() * 1_500 };
      const target = { share: 0.5 + random() * 0.49, withinSeconds: random() * 120 };
      const needed = agentsNeeded(traffic, target);
      expect(serviceLevel(traffic, needed, target.withinSeconds)).toBeGreaterThanOrEqual(target.share - 1e-12);
      expect(serviceLevel(traffic, needed - 1, target.withinSeconds)).toBeLessThan(target.share + 1e-12);
      expect(needed).toBeGreaterThan(loadOf(traffic));
    }
  });

  test('more calls never take fewer people, and more people never make anybody wait longer', () => {
    for (let calls = 0, last = 0; calls < 2_000; calls += 13) {
      const needed = agentsNeeded({ calls, handlingSeconds: 180 }, { share: 0.8, withinSeconds: 20 });
      expect(needed).toBeGreaterThanOrEqual(last);
      last = needed;
    }
    const traffic = { calls: 100, handlingSeconds: 300 };
    for (let agents = 9; agents < 40; agents += 1) expect(averageWait(traffic, agents + 1)!).toBeLessThan(averageWait(traffic, agents)!);
    expect(averageWait(traffic, 8)).toBeNull();
  });

  test('nobody is needed where nobody calls, and thousands are no trouble', () => {
    expect(agentsNeeded({ calls: 0, handlingSeconds: 300 }, { share: 0.9, withinSeconds: 10 })).toBe(0);
    expect(serviceLevel({ calls: 0, handlingSeconds: 300 }, 0, 10)).toBe(1);
    const huge = agentsNeeded({ calls: 60_000, handlingSeconds: 600 }, { share: 0.8, withinSeconds: 20 });
    expect(huge).toBeGreaterThan(10_000);
    expect(huge).toBeLessThan(10_200);
  });

  test('who is away has to be planned for', () => {
    expect([withShrinkage(17, 0), withShrinkage(17, 0.3), withShrinkage(7, 0.3), withShrinkage(0, 0.3)]).toEqual([17, 25, 10, 0]);
  });
});
