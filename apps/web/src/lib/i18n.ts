import { createFormats, loadTranslator, pickLanguage, type Formats, type Language, type LoadedTranslator, type MessageKey, type Translate, type Translator } from '@ombud/i18n';
import { readRemembered, remember } from './remembered.ts';
import { createStore, useStore } from './store.ts';

interface Speech {
  translator: LoadedTranslator;
  /** As `translator.t`, for components: waits, by suspending, for the texts of what opens later. */
  t: Translate;
  formats: Formats;
}

const key = 'ombud.language';
const speech = createStore<Speech | null>(null);
let timeZone: string | undefined;

/** What this browser should speak before the agent's own setting is known. */
export function browserLanguage(): Language {
  const remembered = readRemembered(key);
  return pickLanguage([typeof remembered === 'string' ? remembered : null, ...navigator.languages]);
}

/**
 * Loads the language and then shows everything in it. The texts that the first screen does not need follow by themselves.
 * `zone` is an IANA name; the browser's own without it.
 */
export async function speak(language: Language, zone = timeZone): Promise<void> {
  const translator = await loadTranslator(language);
  // What is on the screen already must not fall back to waiting.
  if (speech.get()?.translator.isWhole()) await translator.loadRest();
  timeZone = zone;
  const regional = navigator.languages.find((tag) => tag.includes('-') && tag.startsWith(language));
  document.documentElement.lang = language;
  remember(key, language);
  speech.set({ translator, t: suspending(translator), formats: createFormats(language, zone, regional) });
}

/** Fetches the texts of what opens later; called when the first screen has what it needs. Never fails: what needs them asks again. */
export async function loadLaterTexts(): Promise<void> {
  await currentSpeech().translator.loadRest().catch(() => undefined);
}

/** Code together with its texts, for parts that nothing waits for but the whole screen: what suspended there would take it away. */
export async function withLaterTexts<Part>(load: () => Promise<Part>): Promise<Part> {
  const [part] = await Promise.all([load(), loadLaterTexts()]);
  return part;
}

function suspending(translator: LoadedTranslator): Translate {
  return (key, values) => {
    if (!translator.isWhole() && !translator.has(key)) throw translator.loadRest();
    return translator.t(key, values);
  };
}

function currentSpeech(): Speech {
  const current = speech.get();
  if (!current) throw new Error('speak() comes before the first text');
  return current;
}

/** For texts outside components (toasts, titles). In components use useT(), which follows a change of language. */
export const say: Translate = (message, values) => currentSpeech().translator.t(message, values);

/** A moment in words, outside components. */
export function sayTime(at: Date): string {
  return currentSpeech().formats.dateTime(at);
}

export function sayable(message: string): message is MessageKey {
  return currentSpeech().translator.has(message);
}

export function useTranslator(): Translator {
  const current = useStore(speech);
  if (!current) throw new Error('speak() comes before the first text');
  return current.translator;
}

/** `const t = useT(); t('common.save')` */
export function useT(): Translate {
  const current = useStore(speech);
  if (!current) throw new Error('speak() comes before the first text');
  return current.t;
}

/** Dates, numbers, lists, sizes in the agent's language and time zone. */
export function useFormats(): Formats {
  const current = useStore(speech);
  if (!current) throw new Error('speak() comes before the first text');
  return current.formats;
}
