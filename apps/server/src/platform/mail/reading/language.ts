import { createRequire, findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';

/** The part of eld that is used here. */
type Detector = {
  detect: (text: string) => { language: string; getScores: () => Record<string, number>; isReliable: () => boolean };
  setLanguageSubset: (languages: string[]) => unknown;
};

const load = createRequire(import.meta.url);
let detector: Detector | null = null;

/**
 * Loaded at the first use, so that a process that reads no mail does not pay for the table. The package exports
 * its tables to `import` alone, which would make every caller wait; `require` may load the same file.
 */
function detectorOf(): Detector {
  if (!detector) {
    const manifest = findPackageJSON('eld', import.meta.url);
    if (!manifest) throw new Error('the package eld is not installed');
    const entry = (load(manifest) as { exports: Record<string, { import: string }> }).exports['./extrasmall']!.import;
    detector = (load(join(dirname(manifest), entry)) as { eld: Detector }).eld;
    detector.setLanguageSubset(expected);
  }
  return detector;
}

/** Languages that customers plausibly write in; fewer look-alikes make short texts surer. */
const expected = [
  'ar',
  'bg',
  'ca',
  'cs',
  'da',
  'de',
  'el',
  'en',
  'es',
  'et',
  'fa',
  'fi',
  'fr',
  'he',
  'hi',
  'hr',
  'hu',
  'is',
  'it',
  'ja',
  'ko',
  'lt',
  'lv',
  'nl',
  'no',
  'pl',
  'pt',
  'ro',
  'ru',
  'sk',
  'sl',
  'sr',
  'sv',
  'th',
  'tr',
  'uk',
  'vi',
  'zh',
];

/** Addresses, links and numbers speak no language; quotes may speak another. */
function words(text: string): string {
  return text
    .slice(0, 8000)
    .split('\n')
    .filter((line) => !/^\s{0,4}[>|]/.test(line))
    .join(' ')
    .replace(/\bhttps?:\/\/\S{1,2000}|\bwww\.\S{1,500}|\S{1,64}@\S{1,255}/g, ' ')
    .replace(/[^\p{L}\p{M}'’\s-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 1500);
}

/**
 * ISO 639-1 code of the text's language, or null when it is too short or the answer is unsure.
 * Norwegian is `no` whichever form it is written in.
 */
export function detectLanguage(text: string): 'en' | 'sv' | 'es' | 'da' | 'pl' | (string & {}) | null {
  const clean = words(text);
  const wide = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(clean);
  if (clean.length < (wide ? 4 : 15)) return null;
  if (clean.length > 2 * enough) {
    const beginning = judge(clean.slice(0, enough));
    if (beginning.reliable && beginning.lead >= clearLead) return beginning.language;
  }
  const { language, lead, reliable } = judge(clean);
  // Near relatives (da/no, cs/sk) score close to each other in every text; a short text needs a clearer lead.
  if (!wide && lead < (clean.length < 40 ? 0.03 : clean.length < 120 ? 0.012 : 0.004)) return null;
  return reliable || clean.length > 200 || (wide && lead > 0) ? language : null;
}

/** Where so many characters give this lead, the rest of a text says nothing else, and costs three times as much. */
const enough = 160;
const clearLead = 0.03;

function judge(clean: string): { language: string | null; lead: number; reliable: boolean } {
  const result = detectorOf().detect(clean);
  if (!result.language) return { language: null, lead: 0, reliable: false };
  const scores = Object.values(result.getScores()).sort((a, b) => b - a);
  return { language: result.language, lead: (scores[0] ?? 0) - (scores[1] ?? 0), reliable: result.isReliable() };
}
