import { expect, test } from 'vitest';
import { clampWidth } from './panel.tsx';

test('a panel is never dragged out of its limits', () => {
  const limits = { initial: 300, min: 240, max: 480 };
  expect(clampWidth(100, limits)).toBe(240);
  expect(clampWidth(1_000, limits)).toBe(480);
  expect(clampWidth(300.4, limits)).toBe(300);
});
