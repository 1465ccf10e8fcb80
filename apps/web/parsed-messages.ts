import { parseCatalog } from '@ombud/i18n/parse-catalog.ts';
import type { Plugin } from 'vite';

/** Parses the catalogues' messages when the app is built, so that a browser neither fetches the parser nor waits for it. */
export function parsedMessages(): Plugin {
  return {
    name: 'parsed-messages',
    enforce: 'pre',
    config: () => ({ resolve: { alias: [{ find: /^@formatjs\/icu-messageformat-parser$/, replacement: '@formatjs/icu-messageformat-parser/no-parser.js' }] } }),
    transform: {
      filter: { id: /\/packages\/i18n\/src\/catalogs\/\w+\/[^/]+\.json$/ },
      handler: (code) => ({ code: parseCatalog(code), map: null }),
    },
  };
}
