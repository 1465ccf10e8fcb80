export { findMacroTexts, isSharedMacro } from './macros.queries.ts';
export type { MacroText } from './macros.rules.ts';
export { macroRoutes } from './macros.routes.ts';
