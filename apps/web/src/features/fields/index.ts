export { chooseColumns, currentColumns, mostColumns, useColumns } from './columns.ts';
export { FieldInput } from './field-input.tsx';
export { fieldsOptions, labelOf, liveFields, missingToSolve, useAllFields, useFields, useFieldWords, type Field, type FieldOption, type FieldType, type FieldValue, type FieldValues } from './fields.ts';
export { filterParts, filterText, readFieldFilters, withFilter, type FieldFilter } from './filters.ts';
export { forgetMissingFields, missingFields, showMissingFields } from './missing-fields.ts';
export { OptionList, OptionPicker } from './option-picker.tsx';
