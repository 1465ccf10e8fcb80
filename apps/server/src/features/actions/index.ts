export { type AutomationActions, automationActions, type MacroActions, macroActions } from './actions.schemas.ts';
export { checkActions, tidyActions } from './check-actions.ts';
export { createSetsOff } from './sets-off.ts';
