import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Catalog } from './catalogs/en.ts';
import { languages } from './languages.ts';
import { parseCatalog } from './parse-catalog.ts';
import { createTranslator } from './server.ts';
import { makeTranslator, type MessageKey } from './translator.ts';

const numbers = [0, 1, 3, 1_234];

test.each(languages)('%s: what the build has parsed says the same as the text', (language) => {
  const folder = new URL(`./catalogs/${language}/`, import.meta.url);
  const areas = readdirSync(folder).map((file) => ({ area: file.replace('.json', ''), json: readFileSync(new URL(file, folder), 'utf8') }));
  const parsed = makeTranslator(language, Object.fromEntries(areas.map(({ area, json }) => [area, JSON.parse(parseCatalog(json)) as unknown])) as Catalog); // its texts parsed, which the translator takes as well
  const plain = createTranslator(language);
  let withValues = 0;
  for (const { area, json } of areas) {
    for (const [name, text] of Object.entries(JSON.parse(json) as Record<string, string>)) {
      const key = `${area}.${name}` as MessageKey; // read from the catalogue itself
      const names = [...text.matchAll(/\{\s*(\w+)/g)].map((match) => match[1] ?? '');
      if (names.length > 0) withValues += 1;
      for (const number of numbers) {
        const values = Object.fromEntries(names.map((each) => [each, number]));
        expect(parsed.t(key, values), key).toBe(plain.t(key, values));
      }
    }
  }
  expect(withValues).toBeGreaterThan(50);
});
