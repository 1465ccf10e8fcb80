import { parse } from '@formatjs/icu-messageformat-parser';
import { isPlainText } from './plain-text.ts';

/** One area's JSON with its messages parsed, where there is anything to parse. When the app is built, not in a browser. */
export function parseCatalog(json: string): string {
  const texts = JSON.parse(json) as Record<string, string>; // catalogs.test.ts holds every file to this
  return JSON.stringify(Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, isPlainText(text) ? text : parse(text, { ignoreTag: true })])));
}
