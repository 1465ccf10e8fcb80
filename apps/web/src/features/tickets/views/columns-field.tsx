import { Field, MultiCombobox, type Choice } from '@ombud/ui';
import { useT } from '../../../lib/i18n.ts';

/** What the rows of the view show besides: the ticket’s own, and custom fields. */
export function ColumnsField({ most, choices, value, onChange }: { most: number; choices: readonly Choice[]; value: readonly string[]; onChange(columns: string[]): void }) {
  const t = useT();
  return (
    <Field label={t('fields.columns', { most })} aside={t('common.optional')}>
      <MultiCombobox value={value.flatMap((key) => choices.find((choice) => choice.value === key) ?? [])} choices={choices} onChange={(next) => onChange(next.map((choice) => choice.value).slice(0, most))} />
    </Field>
  );
}
