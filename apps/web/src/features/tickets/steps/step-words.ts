import type { MessageKey } from '@ombud/i18n';
import { useMemo } from 'react';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { useAllFields, useFieldWords } from '../../fields/index.ts';
import { statusWord } from '../store/words.ts';
import type { GuardedStatus, PlaybookStep, StepEvent } from './step-queries.ts';

export const guardedStatuses: readonly GuardedStatus[] = ['pending', 'on_hold', 'solved'];
export const stepEvents: readonly StepEvent[] = ['reply', 'note', 'promise', 'callback', 'wrap_up'];
export const happenedWord = (event: StepEvent): MessageKey => `playbooks.happened.${event}`;

/** Steps as a person says them. */
export function useStepWords() {
  const t = useT();
  const formats = useFormats();
  const fields = useAllFields();
  const words = useFieldWords();
  return useMemo(() => {
    const fieldOf = (key: string) => words.labelOf(fields, key);
    return {
      field: fieldOf,
      /** What does a step that no person does; null for one that a person does. */
      doneWhen({ by, field, options, event }: Pick<PlaybookStep, 'by' | 'field' | 'options' | 'event'>): string | null {
        if (by === 'event' && event) return t('playbooks.auto.event', { what: t(happenedWord(event)) });
        if (by !== 'field' || field === null) return null;
        const found = fields.find(({ key }) => key === field);
        if (!options || options.length === 0) return t('playbooks.auto.field', { field: fieldOf(field) });
        return t('playbooks.auto.options', { field: fieldOf(field), options: options.map((option) => (found ? words.path(found, option) : option)).join(' / ') });
      },
      statuses: (statuses: readonly GuardedStatus[]) => formats.list(statuses.map((status) => t(statusWord(status)))),
    };
  }, [t, formats, fields, words]);
}
