import type { FirstCatalog, RestCatalog } from './catalogs/en.ts';
import type { Language } from './languages.ts';
import { makeTranslator, type Translator } from './translator.ts';

/** Each language is files of its own, so that a browser fetches only the one it shows, and first what its first screen needs. */
const loaders: Record<Language, { first(): Promise<{ first: FirstCatalog }>; rest(): Promise<{ rest: RestCatalog }> }> = {
  en: { first: () => import('./catalogs/en.first.ts'), rest: () => import('./catalogs/en.rest.ts') },
  sv: { first: () => import('./catalogs/sv.first.ts'), rest: () => import('./catalogs/sv.rest.ts') },
  es: { first: () => import('./catalogs/es.first.ts'), rest: () => import('./catalogs/es.rest.ts') },
  da: { first: () => import('./catalogs/da.first.ts'), rest: () => import('./catalogs/da.rest.ts') },
  pl: { first: () => import('./catalogs/pl.first.ts'), rest: () => import('./catalogs/pl.rest.ts') },
};

export interface LoadedTranslator extends Translator {
  /** True once every text is here. */
  isWhole(): boolean;
  /** Fetches the texts of what opens later, once; fails when they cannot be fetched, and the next call tries again. */
  loadRest(): Promise<void>;
}

const loaded = new Map<Language, Promise<LoadedTranslator>>();

/** The language with the texts of the first screen; the others follow by `loadRest`. */
export function loadTranslator(language: Language): Promise<LoadedTranslator> {
  let translator = loaded.get(language);
  if (!translator) {
    translator = loaders[language].first().then(({ first }) => withRest(language, first));
    // A failed fetch is tried again the next time, not remembered.
    translator.catch(() => loaded.delete(language));
    loaded.set(language, translator);
  }
  return translator;
}

function withRest(language: Language, first: FirstCatalog): LoadedTranslator {
  const texts: FirstCatalog & Partial<RestCatalog> = { ...first };
  let whole = false;
  let fetching: Promise<void> | null = null;

  function loadRest(): Promise<void> {
    fetching ??= loaders[language].rest().then(
      ({ rest }) => {
        Object.assign(texts, rest);
        whole = true;
      },
      (error: unknown) => {
        fetching = null;
        throw error;
      },
    );
    return fetching;
  }

  return { ...makeTranslator(language, texts), isWhole: () => whole, loadRest };
}
