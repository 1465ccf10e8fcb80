import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contrastRatio } from './contrast.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const themes = ['light', 'dark'] as const;
type Theme = (typeof themes)[number];
type Values = Map<string, Record<Theme, string>>;

function colors(block: string): Values {
  return new Map([...block.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(([, name, light, dark]) => [name ?? '', { light: light ?? '', dark: dark ?? '' }]));
}

const usual = colors(css.slice(0, css.indexOf('[data-theme="light"]')));
const asked = colors(/\[data-contrast="more"\] \{([^}]*)\}/.exec(css)?.[1] ?? '');
const bySystem = colors(/prefers-contrast: more\) \{\s*:root \{([^}]*)\}/.exec(css)?.[1] ?? '');
const more: Values = new Map([...usual, ...asked]);

const surfaces = ['bg', 'pane', 'sunken', 'raised', 'hover'];
const hues = ['red', 'amber', 'green', 'blue', 'violet'];
const faces = [1, 2, 3, 4, 5, 6];
/** What words may stand on. */
const grounds = [...surfaces, 'pressed', 'chosen', 'chip', 'accent-soft', 'note', ...hues.map((hue) => `${hue}-soft`)];
/** What words may be written in, on any of them. */
const inks = ['text', 'muted', 'faint', 'accent-text', 'accent', ...hues];
/** Words on a ground of their own. */
const own: [text: string, ground: string][] = [['on-accent', 'accent'], ['on-accent', 'accent-hover'], ['on-danger', 'danger'], ['on-danger', 'danger-hover'], ['note-text', 'note'], ['note', 'note-text'], ...faces.map((face): [string, string] => [`face-${face}-text`, `face-${face}`])];
/** Only decoration: nothing is told by them alone. */
const decoration = ['line', 'line-soft', 'note-line'];

type Pair = [text: string, ground: string, least: number];
/** text, ground, least ratio (WCAG 2.2: 7 is AAA, 4.5 AA, 3 for parts of controls) */
const pairs: Pair[] = [
  ...inks.flatMap((ink) => grounds.map((ground): Pair => [ink, ground, 4.5])),
  ...own.map(([text, ground]): Pair => [text, ground, 4.5]),
  // Texts to read for long
  ...[...surfaces, 'accent-soft', 'note', 'chip', 'chosen', 'pressed'].map((ground): Pair => ['text', ground, 7]),
  ...['bg', 'pane', 'raised'].map((ground): Pair => ['muted', ground, 7]),
  // Parts of controls
  ...['bg', 'pane', 'raised'].map((ground): Pair => ['field-line', ground, 3]),
  ...grounds.map((ground): Pair => ['focus', ground, 3]),
];
const pairsWithMore: Pair[] = [
  ...['text', 'muted', 'faint', 'accent-text'].flatMap((ink) => grounds.map((ground): Pair => [ink, ground, 7])),
  ['note-text', 'note', 7],
  ...['line', 'line-soft', 'field-line'].flatMap((line) => ['bg', 'pane', 'raised'].map((ground): Pair => [line, ground, 3])),
];

function tooWeak(values: Values, of: readonly Pair[], theme: Theme): string[] {
  const color = (name: string) => values.get(name)?.[theme] ?? expect.fail(`tokens.css has no colour pair --${name}`);
  return of.flatMap(([text, ground, least]) => {
    const ratio = contrastRatio(color(text), color(ground));
    return ratio < least ? [`${text} on ${ground}: ${ratio.toFixed(2)} < ${least}`] : [];
  });
}

test.each(themes)('every text in the %s theme can be read on every ground it may stand on', (theme) => {
  expect(tooWeak(usual, pairs, theme)).toEqual([]);
});

test.each(themes)('whoever asks for more contrast has it in the %s theme: texts at 7, edges at 3, and nothing weaker than usual', (theme) => {
  expect(bySystem, 'the system’s wish and the person’s are the same').toEqual(asked);
  expect(tooWeak(more, pairs, theme)).toEqual([]);
  expect(tooWeak(more, pairsWithMore, theme)).toEqual([]);
});

test('every colour of the tokens is a text, a ground, a part of a control or decoration, and so in the sums above', () => {
  const summed = new Set([...pairs.flatMap(([text, ground]) => [text, ground]), ...decoration]);
  expect([...usual.keys()].filter((name) => !summed.has(name))).toEqual([]);
});

test('no part of the app writes words in a colour that is not in the sums', () => {
  const inkClasses = new Set([...inks, ...own.map(([text]) => text)]);
  const sizes = ['small', 'body', 'title', 'page', 'left', 'right', 'center', 'start', 'end', 'current', 'transparent', 'nowrap', 'wrap', 'balance', 'pretty', 'ellipsis', 'clip', 'base'];
  const written = ['./', '../../../apps/web/src/'].flatMap((folder) => {
    const root = new URL(folder, import.meta.url);
    return readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.tsx'))
      .flatMap((file) => [...readFileSync(new URL(file, root), 'utf8').matchAll(/[\s'"`:!]text-([a-z][a-z0-9-]*)(?=[\s'"`!/])/g)].map(([, name]) => name ?? ''));
  });
  expect([...new Set(written)].filter((name) => !inkClasses.has(name) && !sizes.includes(name))).toEqual([]);
  expect(written.length).toBeGreaterThan(300);
});

// The brand's name stands beside the dot, so that the colour need not carry it (WCAG 1.4.1, 1.4.11); it has to be seen.
test('the colours of brands are seen on the grounds of both themes', () => {
  const field = readFileSync(new URL('../../../apps/web/src/features/settings/brands/color-field.tsx', import.meta.url), 'utf8');
  const brands = [...field.matchAll(/\w+: '(#[0-9a-f]{6})'/g)].map(([, color]) => color ?? '');
  expect(brands).toHaveLength(8);
  for (const theme of themes) for (const ground of ['pane', 'bg']) for (const color of brands) expect(contrastRatio(color, usual.get(ground)?.[theme] ?? ''), `${color} on ${ground}, ${theme}`).toBeGreaterThan(2.2);
});

test('black on white has the greatest contrast there is', () => {
  expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
