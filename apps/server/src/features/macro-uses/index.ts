export { noteMacroUses } from './macro-uses.queries.ts';
