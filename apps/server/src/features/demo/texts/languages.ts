import { da } from './da.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { pl } from './pl.ts';
import { sv } from './sv.ts';
import type { DemoLanguage, LanguageTexts } from './texts.types.ts';

export const languageTexts: Record<DemoLanguage, LanguageTexts> = { en, sv, es, da, pl };
