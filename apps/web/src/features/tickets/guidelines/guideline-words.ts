import type { MessageKey } from '@ombud/i18n';
import { useMemo } from 'react';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { useLanguageName } from '../../../lib/language-choices.ts';
import { useAllFields, useFieldWords } from '../../fields/index.ts';
import { channelWord, kindWord, priorityWord } from '../store/words.ts';
import type { GuidelineConditions, GuidelineMoment } from './guideline-queries.ts';

export const guidelineMoments: readonly GuidelineMoment[] = ['case', 'reply', 'pending', 'on_hold', 'solved'];
export const momentWord = (moment: GuidelineMoment): MessageKey => `guidelines.moment.${moment}`;

/** Conditions as a person says them, one line each: "Kind: Order or Complaint". */
export function useConditionWords(): (conditions: GuidelineConditions) => string[] {
  const t = useT();
  const formats = useFormats();
  const languageName = useLanguageName();
  const fields = useAllFields();
  const words = useFieldWords();
  return useMemo(
    () => ({ kind, priority, channel, language, tag, fields: ofFields = {} }) => {
      const line = (name: string, values: readonly string[] | undefined) => (values ? [t('guidelines.condition', { name, values: formats.list(values) })] : []);
      const option = (key: string, value: string) => {
        const field = fields.find((each) => each.key === key);
        return field ? words.path(field, value) : value;
      };
      return [
        ...line(t('views.condition.kind'), kind?.map((each) => t(kindWord(each)))),
        ...line(t('views.condition.priority'), priority?.map((each) => t(priorityWord(each)))),
        ...line(t('views.condition.channel'), channel?.map((each) => t(channelWord(each)))),
        ...line(t('views.condition.language'), language?.map(languageName)),
        ...line(t('views.condition.tag'), tag),
        ...Object.entries(ofFields).flatMap(([key, values]) => line(words.labelOf(fields, key), values.map((value) => option(key, value)))),
      ];
    },
    [t, formats, languageName, fields, words],
  );
}
