import type { Shape } from '@ombud/sdk';
import type { Formats, Language, Translate } from '@ombud/i18n';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { readAll } from '../../lib/api.ts';
import { useFormats, useTranslator } from '../../lib/i18n.ts';

export type Field = Shape<'Field'>;
export type FieldType = Field['type'];
export type FieldOption = Field['options'][number];
export type FieldValue = string | number | boolean;
export type FieldValues = Record<string, FieldValue>;

/** All of them, archived ones too: what a ticket once was told keeps its name. Read anew when the live line tells of a change. */
export const fieldsOptions = queryOptions({ queryKey: ['fields'], queryFn: ({ signal }) => readAll('/api/v1/fields', { show: 'all' }, signal), staleTime: 10 * 60_000 });

const none: Field[] = [];

export function useAllFields(): Field[] {
  return useQuery(fieldsOptions).data ?? none;
}

/** The fields that are in use, in their order; with a brand, those that its tickets have. */
export function useFields(brandId?: number | null): Field[] {
  const all = useAllFields();
  return useMemo(() => liveFields(all, brandId), [all, brandId]);
}

export function liveFields(fields: readonly Field[], brandId?: number | null): Field[] {
  return fields.filter((field) => !field.archived && (brandId == null || field.brand === null || field.brand.id === brandId));
}

/** In the reader's language, else as it was first called. */
export function labelOf({ label, labels }: { label: string; labels: Partial<Record<Language, string>> }, language: Language): string {
  return labels[language] || label;
}

/** From the top of a tree down to the option: [Router, R200]. */
export function pathOf(field: Field, key: string, language: Language): string[] {
  const path: string[] = [];
  for (let option = optionOf(field, key); option && path.length < 10; option = option.parent === null ? undefined : optionOf(field, option.parent)) path.unshift(labelOf(option, language));
  return path.length > 0 ? path : [key];
}

export function optionOf(field: Field, key: string): FieldOption | undefined {
  return field.options.find((option) => option.key === key);
}

/** A value in words. */
export function valueText(field: Field, value: FieldValue, { language, formats, t }: { language: Language; formats: Formats; t: Translate }): string {
  switch (field.type) {
    case 'choice':
    case 'tree':
      return pathOf(field, String(value), language).join(' → ');
    case 'number':
      return typeof value === 'number' ? formats.decimal(value) : String(value);
    case 'date':
      return /^\d{4}-\d\d-\d\d$/.test(String(value)) ? formats.day(String(value)) : String(value);
    case 'checkbox':
      return t(value === true ? 'fields.yes' : 'fields.no');
    case 'text':
      return String(value);
  }
}

/** The words of fields and their values in the reader's language. */
export function useFieldWords() {
  const { language, t } = useTranslator();
  const formats = useFormats();
  return useMemo(
    () => ({
      label: (field: { label: string; labels: Partial<Record<Language, string>> }) => labelOf(field, language),
      /** The label of the field with this key; the key itself where there is none any more */
      labelOf: (fields: readonly Field[], key: string) => labelOf(fields.find((field) => field.key === key) ?? { label: key, labels: {} }, language),
      help: (field: Field) => labelOf({ label: field.help, labels: field.helps }, language),
      path: (field: Field, key: string) => pathOf(field, key, language).join(' → '),
      value: (field: Field, value: FieldValue) => valueText(field, value, { language, formats, t }),
    }),
    [language, formats, t],
  );
}

/** What has still to be filled in before the ticket may be solved. */
export function missingToSolve(fields: readonly Field[], ticket: { brand: { id: number }; fields?: FieldValues }): Field[] {
  if (!ticket.fields) return [];
  const { fields: values } = ticket;
  return liveFields(fields, ticket.brand.id).filter((field) => field.required === 'solve' && values[field.key] === undefined);
}

/** Live options in their order; an option that is chosen already stays among them. */
export function offeredOptions(field: Field, chosen?: FieldValue | null): FieldOption[] {
  return field.options.filter((option) => !option.archived || option.key === chosen);
}
