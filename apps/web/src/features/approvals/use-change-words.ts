import { useMemo } from 'react';
import { useFormats, useT } from '../../lib/i18n.ts';
import { useAllFields, useFieldWords } from '../fields/index.ts';
import { statusWord } from '../tickets/index.ts';
import type { Approval } from './approval-queries.ts';

/** What a request would do, as lines: the custom fields and the status, which is what rules guard. */
export function useChangeWords(): (change: Approval['change']) => string[] {
  const t = useT();
  const formats = useFormats();
  const fields = useAllFields();
  const words = useFieldWords();
  return useMemo(
    () =>
      ({ fields: values = {}, status }) => [
        ...Object.entries(values).map(([key, value]) => {
          const field = fields.find((each) => each.key === key);
          const shown = value === null ? t('approvals.emptied') : typeof value === 'number' ? formats.number(value) : field ? words.value(field, value) : String(value);
          return t('approvals.pair', { what: words.labelOf(fields, key), value: shown });
        }),
        ...(status ? [t('approvals.pair', { what: t('approvals.guard.status'), value: t(statusWord(status)) })] : []),
      ],
    [t, formats, fields, words],
  );
}
