import { useMemo } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { ApiProblem, fieldTexts } from '../../../lib/problem.ts';
import { useAllFields, useFieldWords } from '../../fields/index.ts';

/** Which of the things that a macro does was refused, and why; null when it was something else. Along with a message it can be left out. */
export function useRefusalText(): (error: unknown) => string | null {
  const t = useT();
  const fields = useAllFields();
  const words = useFieldWords();
  return useMemo(
    () => (error) => {
      if (!(error instanceof ApiProblem)) return null;
      const texts = fieldTexts(error);
      const along = error.fields.filter(({ field }) => field.startsWith('changes.'));
      const refused = along.length > 0 ? along : error.fields.filter(({ field }) => field === 'escalate' || field === 'webhook');
      if (refused.length === 0) return null;
      const say = (sentence: string) => (along.length > 0 ? t('macros.refused.leaveOut', { why: sentence }) : sentence);
      return refused
        .map(({ field, code }) => {
          const [what = '', key = ''] = field.replace('changes.', '').split('.');
          if (what === 'fields') return t('macros.refused.field', { field: words.labelOf(fields, key), why: texts[field] ?? '' });
          if (what === 'webhook') return say(t('macros.refused.webhook'));
          if (what === 'escalate') return say(code === 'not_found' ? t('macros.refused.escalateGone') : t('macros.refused.escalate', { why: texts[field] ?? '' }));
          if (code === 'not_found') return t(what === 'team' || what === 'route' ? 'macros.refused.team' : 'macros.refused.assignee');
          return texts[field] ?? '';
        })
        .join(' ');
    },
    [t, fields, words],
  );
}
