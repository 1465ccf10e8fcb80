import { IntlMessageFormat } from 'intl-messageformat';
import type { Catalog } from './catalogs/en.ts';
import type { Language } from './languages.ts';
import { isPlainText } from './plain-text.ts';

/** "area.key", e.g. "common.save"; what English has is what there is. */
export type MessageKey = { [Area in keyof Catalog]: `${Area}.${keyof Catalog[Area] & string}` }[keyof Catalog];

export type MessageValues = Record<string, string | number | Date>;

export interface Translate {
  (key: MessageKey, values?: MessageValues): string;
}

export interface Translator {
  language: Language;
  t: Translate;
  /** For keys that come from outside, such as a problem's code */
  has(key: string): key is MessageKey;
}

/** The text, or what the build of the web app has parsed it to (apps/web/parsed-messages.ts). */
type Message = ConstructorParameters<typeof IntlMessageFormat>[0];

function lookUp(catalog: Partial<Catalog>, key: string): Message | undefined {
  const dot = key.indexOf('.');
  const area: Record<string, Message> | undefined = Object.hasOwn(catalog, key.slice(0, dot))
    ? catalog[key.slice(0, dot) as keyof Catalog /* hasOwn has just said so */]
    : undefined;
  const name = key.slice(dot + 1);
  return area && Object.hasOwn(area, name) ? area[name] : undefined;
}

/** ICU MessageFormat; each message is prepared once. A text that is not there (yet) is shown as its key. Tags are ordinary characters: texts never carry markup. */
export function makeTranslator(language: Language, catalog: Partial<Catalog>): Translator {
  const parsed = new Map<string, IntlMessageFormat>();

  function t(key: MessageKey, values?: MessageValues): string {
    let message = parsed.get(key);
    if (!message) {
      const found = lookUp(catalog, key);
      if (found === undefined) return key;
      if (typeof found === 'string' && isPlainText(found)) return found;
      message = new IntlMessageFormat(found, language, undefined, { ignoreTag: true });
      parsed.set(key, message);
    }
    return String(message.format(values));
  }

  return { language, t, has: (key): key is MessageKey => lookUp(catalog, key) !== undefined };
}
