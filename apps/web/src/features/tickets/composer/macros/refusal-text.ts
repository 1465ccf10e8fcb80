import { useMemo } from 'react';
import { useT } from '../../../../lib/i18n.ts';
import { ApiProblem, fieldTexts } from '../../../../lib/problem.ts';
import { useAllFields, useFieldWords } from '../../../fields/index.ts';

/** Which of the things to be done along with a message was refused, and why; null when it was something else. */
export function useRefusalText(): (error: unknown) => string | null {
  const t = useT();
  const fields = useAllFields();
  const words = useFieldWords();
  return useMemo(
    () => (error) => {
      if (!(error instanceof ApiProblem)) return null;
      const texts = fieldTexts(error);
      const refused = error.fields.filter(({ field }) => field.startsWith('changes.'));
      if (refused.length === 0) return null;
      return refused
        .map(({ field, code }) => {
          const [, what = '', key = ''] = field.split('.');
          if (what === 'fields') return t('macros.refused.field', { field: words.labelOf(fields, key), why: texts[field] ?? '' });
          if (code === 'not_found') return t(what === 'team' || what === 'route' ? 'macros.refused.team' : 'macros.refused.assignee');
          return texts[field] ?? '';
        })
        .join(' ');
    },
    [t, fields, words],
  );
}
