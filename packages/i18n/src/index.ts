export { createFormats, type Formats } from './formats.ts';
export { isLanguage, languageNames, languages, pickLanguage, type Language } from './languages.ts';
export { loadTranslator, type LoadedTranslator } from './load.ts';
export { makeTranslator, type MessageKey, type MessageValues, type Translate, type Translator } from './translator.ts';
