import { expect, test } from 'vitest';
import { slugOf } from './brands.rules.ts';

test.each([
  ['Nordic Support', 'nordic-support'],
  ['  Ærø  Færge ', 'aero-faerge'],
  ['Straße 7', 'strasse-7'],
  ['---', 'brand'],
  ['Ω', 'brand'],
])('%s is %s in a link', (name, slug) => expect(slugOf(name)).toBe(slug));
