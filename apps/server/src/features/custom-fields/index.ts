export { customFieldRoutes } from './fields.routes.ts';
export { findFewTickets, hasFieldValue } from './field-filter.queries.ts';
export { listFields, listOptions, type FieldRow } from './fields.queries.ts';
export { columnsQuery, fieldFilterQuery, fieldInputs, fieldValues, optionInput, type OptionInput, perLanguage, type FieldInputs, type FieldValues, type PerLanguage } from './fields.schemas.ts';
export { dayOf, type PlannedOption, planTree, textKeyOf } from './fields.rules.ts';
export { readFieldFilters, type FieldFilter } from './filters.rules.ts';
export { createKnownFields, type KnownField, type KnownFields } from './known-fields.ts';
export { changedTo, fillFields, indexFieldValues, refuseUnfilled, refuseUnsolvable, writeFields, type FieldChanges } from './values.commands.ts';
export { giveValuesBack, keysMissingToSolve, readValues, takeOverValues } from './values.queries.ts';
