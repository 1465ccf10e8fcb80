export { isNamedByMacro, noteMacroUses } from './macro-uses.queries.ts';
