/** The languages of the interface. The customer's and the brand's languages are other things. */
export const languages = ['en', 'sv', 'es', 'da', 'pl'] as const;

export type Language = (typeof languages)[number];

/** Each language by its own name, as people look for it in a list. */
export const languageNames: Record<Language, string> = {
  en: 'English',
  sv: 'Svenska',
  es: 'Español',
  da: 'Dansk',
  pl: 'Polski',
};

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/** The first of these wishes (BCP 47 tags, best first) that we speak; English if none. */
export function pickLanguage(wishes: readonly (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    const primary = wish?.toLowerCase().split('-')[0];
    if (isLanguage(primary)) return primary;
  }
  return 'en';
}
