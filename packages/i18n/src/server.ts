import { catalog as da } from './catalogs/da.ts';
import { catalog as en, type Catalog } from './catalogs/en.ts';
import { catalog as es } from './catalogs/es.ts';
import { catalog as pl } from './catalogs/pl.ts';
import { catalog as sv } from './catalogs/sv.ts';
import type { Language } from './languages.ts';
import { makeTranslator, type Translator } from './translator.ts';

const catalogs: Record<Language, Catalog> = { en, sv, es, da, pl };
const translators = new Map<Language, Translator>();

/** All languages at once and without waiting; for the server, not for the browser's bundle. */
export function createTranslator(language: Language): Translator {
  const known = translators.get(language);
  if (known) return known;
  const translator = makeTranslator(language, catalogs[language]);
  translators.set(language, translator);
  return translator;
}
