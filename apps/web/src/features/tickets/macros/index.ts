export { useChangeWords } from './change-words.ts';
export { chooseText } from './fill-text.ts';
export { placeholders } from './placeholders.ts';
export { allMacrosOptions, macrosOptions, placeholdersOptions } from './macro-queries.ts';
export { partsOf } from './pending-changes.ts';
export { searchMacros } from './search-macros.ts';
export type { Macro, MacroActions, MacroInput, MacroPatch } from './types.ts';
