import type { Catalog } from './catalogs/en.ts';
import type { Language } from './languages.ts';
import { makeTranslator, type Translator } from './translator.ts';

/** Each language is a file of its own, so that a browser fetches only the one it shows. */
const loaders: Record<Language, () => Promise<{ catalog: Catalog }>> = {
  en: () => import('./catalogs/en.ts'),
  sv: () => import('./catalogs/sv.ts'),
  es: () => import('./catalogs/es.ts'),
  da: () => import('./catalogs/da.ts'),
  pl: () => import('./catalogs/pl.ts'),
};

const loaded = new Map<Language, Promise<Translator>>();

export function loadTranslator(language: Language): Promise<Translator> {
  let translator = loaded.get(language);
  if (!translator) {
    translator = loaders[language]().then(({ catalog }) => makeTranslator(language, catalog));
    // A failed fetch is tried again the next time, not remembered.
    translator.catch(() => loaded.delete(language));
    loaded.set(language, translator);
  }
  return translator;
}
