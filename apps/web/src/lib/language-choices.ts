import type { Choice } from '@ombud/ui';
import { useMemo } from 'react';
import { useTranslator } from './i18n.ts';

/** Languages that customers write in here, besides those of the screens (ISO 639-1). */
const spoken = ['en', 'sv', 'es', 'da', 'pl', 'nb', 'fi', 'de', 'fr', 'nl', 'it', 'pt', 'et', 'lv', 'lt', 'cs', 'sk', 'hu', 'ro', 'uk', 'ru', 'tr', 'ar', 'fa', 'so', 'zh', 'ja'];

/** "sv" → "svenska" in the agent's language; the code itself where the browser knows no name. */
export function useLanguageName(): (code: string) => string {
  const { language } = useTranslator();
  return useMemo(() => {
    const names = new Intl.DisplayNames(language, { type: 'language', fallback: 'code' });
    return (code) => {
      const name = names.of(code) ?? code;
      return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
    };
  }, [language]);
}

/** Any language, for customers and brands; those of the screens first, the rest by name. */
export function useLanguageChoices(...also: (string | null | undefined)[]): Choice[] {
  const { language } = useTranslator();
  const nameOf = useLanguageName();
  const extra = also.filter((code): code is string => Boolean(code)).join(' ');
  return useMemo(() => {
    const codes = [...new Set([...spoken, ...extra.split(' ').filter(Boolean)])];
    const collator = new Intl.Collator(language);
    const byName = (one: Choice, other: Choice) => collator.compare(one.label, other.label);
    const toChoice = (code: string): Choice => ({ value: code, label: nameOf(code) });
    return [...codes.slice(0, 5).map(toChoice).sort(byName), ...codes.slice(5).map(toChoice).sort(byName)];
  }, [language, nameOf, extra]);
}
