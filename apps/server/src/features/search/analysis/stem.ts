import { stemmer as danish } from '@orama/stemmers/danish';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import { fold } from './fold.ts';
import { stemPolish } from './polish.ts';

export const stemLanguages = ['en', 'sv', 'es', 'da', 'pl'] as const;
export type StemLanguage = (typeof stemLanguages)[number];

/** The stem, folded. The Snowball rules need the accents; what is typed without them gets those back that carry an ending. */
const stemmers: Record<StemLanguage, (word: string, folded: string) => string> = {
  en: (_word, folded) => english(folded),
  sv: (word) => fold(swedish(plainSwedish(word))),
  es: (word) => fold(spanish(word.replace(/([cs])ion$/, '$1ión'))),
  da: (word) => fold(danish(word)),
  pl: (_word, folded) => stemPolish(folded),
};

/** What Snowball misses: `fakturan` is a form of a word in -a, and the s of `leverans` and `licens` is no genitive. */
function plainSwedish(word: string): string {
  if (word.length > 5 && word.endsWith('an')) return word.slice(0, -1);
  return word.length > 5 && /(?:ans|[crtv]ens)$/.test(word) ? `${word}e` : word;
}

/** `word` in small letters with its accents, `folded` without. */
export function stem(language: StemLanguage, word: string, folded: string): string {
  if (folded.length < 3 || /\d/.test(folded)) return folded;
  return stemmers[language](word, folded) || folded;
}

const mostRemembered = 30_000;
/** By the lists below, of which there are few. */
const remembered = new Map<readonly StemLanguage[], Map<string, readonly string[]>>();

/** The word as it stands, then its stems in these languages. People use few words, so most are remembered. */
export function lexemesOf(languages: readonly StemLanguage[], word: string, folded: string): readonly string[] {
  let known = remembered.get(languages);
  if (!known || known.size >= mostRemembered) remembered.set(languages, (known = new Map()));
  let found = known.get(word);
  if (!found) known.set(word, (found = [...new Set([folded, ...languages.map((language) => stem(language, word, folded))])]));
  return found;
}

export function toStemLanguages(language: string | null): readonly StemLanguage[] {
  // Other languages have no stems here; unknown ones may be any of the five.
  if (language === null) return stemLanguages;
  return alone.get(language) ?? none;
}

const none: readonly StemLanguage[] = [];

const alone = new Map<string, readonly StemLanguage[]>(stemLanguages.map((language) => [language, [language]]));
