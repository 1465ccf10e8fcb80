import type { Figure } from './figures.ts';

const times = [60, 300, 600, 1_800, 3_600, 7_200, 14_400, 28_800, 43_200, 86_400, 172_800, 432_000, 864_000, 2_592_000];

/** The top of a chart's scale: a round number that no value is above. Shares go to 100 %, scores to 5. */
export function scaleOf(kind: Figure['kind'], values: readonly (number | null)[]): number {
  const most = Math.max(0, ...values.map((value) => value ?? 0));
  if (kind === 'share') return 1;
  if (kind === 'decimal' && most <= 5) return 5;
  if (kind === 'time') return times.find((each) => each >= most) ?? Math.ceil(most / 2_592_000) * 2_592_000;
  if (most <= 2) return 2;
  const power = 10 ** Math.floor(Math.log10(most));
  const round = [1, 2, 4, 5, 10].find((each) => each * power >= most) ?? 10;
  return kind === 'count' && (round * power) % 2 === 1 ? round * power + 1 : round * power;
}
