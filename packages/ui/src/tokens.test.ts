import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contrastRatio } from './contrast.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

function token(name: string, theme: 'light' | 'dark'): string {
  const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);`).exec(css);
  const value = found?.[theme === 'light' ? 1 : 2];
  if (!value) throw new Error(`tokens.css has no colour pair --${name}`);
  return value;
}

const surfaces = ['bg', 'pane', 'sunken', 'raised', 'hover'];
const hues = ['red', 'amber', 'green', 'blue', 'violet'];

/** text, ground, least ratio (WCAG 2.2: 7 is AAA, 4.5 AA, 3 for parts of controls) */
const pairs: [text: string, ground: string, least: number][] = [
  ...surfaces.map((ground): [string, string, number] => ['text', ground, 7]),
  ['text', 'accent-soft', 7],
  ['text', 'note', 7],
  ['text', 'chip', 7],
  ['text', 'chosen', 7],
  ['text', 'pressed', 7],
  ['accent-text', 'pressed', 4.5],
  ...['bg', 'pane', 'raised'].map((ground): [string, string, number] => ['muted', ground, 7]),
  ...['sunken', 'hover', 'pressed', 'chosen', 'chip', 'note', 'accent-soft'].map((ground): [string, string, number] => ['muted', ground, 4.5]),
  ...[...surfaces, 'pressed', 'chosen', 'chip', 'accent-soft', 'note'].map((ground): [string, string, number] => ['faint', ground, 4.5]),
  ...['accent-soft', ...surfaces].map((ground): [string, string, number] => ['accent-text', ground, 4.5]),
  ['accent', 'pane', 3],
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-hover', 4.5],
  ['on-danger', 'danger', 4.5],
  ['on-danger', 'danger-hover', 4.5],
  ['note-text', 'note', 4.5],
  ...hues.flatMap((hue): [string, string, number][] => [
    [hue, `${hue}-soft`, 4.5],
    [hue, 'pane', 4.5],
    [hue, 'bg', 4.5],
    [hue, 'hover', 4.5],
    [hue, 'accent-soft', 4.5],
  ]),
  ...[1, 2, 3, 4, 5, 6].map((face): [string, string, number] => [`face-${face}-text`, `face-${face}`, 4.5]),
  ...['bg', 'pane', 'raised'].map((ground): [string, string, number] => ['field-line', ground, 3]),
  ...surfaces.map((ground): [string, string, number] => ['focus', ground, 3]),
];

test.each(['light', 'dark'] as const)('every text in the %s theme can be read on every ground it may stand on', (theme) => {
  const tooWeak = pairs
    .map(([text, ground, least]) => ({ pair: `${text} on ${ground}`, least, ratio: contrastRatio(token(text, theme), token(ground, theme)) }))
    .filter(({ ratio, least }) => ratio < least)
    .map(({ pair, least, ratio }) => `${pair}: ${ratio.toFixed(2)} < ${least}`);
  expect(tooWeak).toEqual([]);
});

test('black on white has the greatest contrast there is', () => {
  expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
