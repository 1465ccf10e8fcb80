import { Button } from '@ombud/ui';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { FieldInput, useFields, type FieldValue, type FieldValues } from '../../fields/index.ts';

/** With more than these, what may stay empty is folded away. */
const mostShown = 4;

type Values = Record<string, FieldValue | null>;

/** The custom fields of a ticket that is being written. What was filled in stays while the brand changes; only that brand's is sent. */
export function useNewTicketFields(brand: number | null, values: Values, onChange: (values: Values) => void) {
  const all = useFields(brand);
  const filled: FieldValues = {};
  for (const { key } of all) {
    const value = values[key];
    if (value !== undefined && value !== null) filled[key] = value;
  }
  const isWrong = (key: string) => Number.isNaN(filled[key]);
  const lacks = (key: string) => filled[key] === undefined || (typeof filled[key] === 'string' && filled[key].trim() === '');
  return {
    all,
    values,
    filled: Object.keys(filled).length > 0 ? filled : null,
    isWrong,
    lacks,
    whole: all.every((field) => !isWrong(field.key) && !(field.required === 'create' && lacks(field.key))),
    set: (key: string, value: FieldValue | null) => onChange({ ...values, [key]: value }),
  };
}

export function NewTicketFields({ fields, told, refused }: { fields: ReturnType<typeof useNewTicketFields>; told: boolean; refused: Record<string, string> }) {
  const t = useT();
  // What was filled in before the dialog was closed is seen again.
  const [unfolded, setUnfolded] = useState(fields.filled !== null);
  const { all } = fields;
  const folds = all.length > mostShown && !unfolded;
  const shown = folds ? all.filter((field) => field.required === 'create' || refused[`fields.${field.key}`]) : all;
  return (
    <>
      {shown.map((field) => {
        const needed = field.required === 'create';
        const error = told && fields.isWrong(field.key) ? t('fields.error.number') : told && needed && fields.lacks(field.key) ? t('refusals.required') : refused[`fields.${field.key}`];
        return <FieldInput key={field.key} field={field} value={fields.values[field.key] ?? null} needed={needed} error={error} onChange={(value) => fields.set(field.key, value)} />;
      })}
      {folds && (
        <Button tone="plain" icon={<ChevronDown className="size-4" />} onClick={() => setUnfolded(true)} className="self-start">
          {t('fields.more', { count: all.length - shown.length })}
        </Button>
      )}
    </>
  );
}
