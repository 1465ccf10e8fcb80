import { useMemo } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { useMe } from '../../../lib/session.ts';
import { useAllFields, useFieldWords } from '../../fields/index.ts';
import { useNames } from '../store/people.ts';
import { kindWord, priorityWord, statusWord } from '../store/words.ts';
import type { PendingPart } from './pending-changes.ts';

/** What will be done, in words. */
export function useChangeWords(): (part: PendingPart) => string {
  const t = useT();
  const me = useMe().agent;
  const names = useNames();
  const fields = useAllFields();
  const words = useFieldWords();
  return useMemo(
    () => (part) => {
      switch (part.what) {
        case 'status':
          return t('macros.does.status', { status: t(statusWord(part.to)) });
        case 'priority':
          return t('macros.does.priority', { priority: t(priorityWord(part.to)) });
        case 'kind':
          return t('macros.does.kind', { kind: t(kindWord(part.to)) });
        case 'team':
          return part.to === null ? t('macros.does.noTeam') : t('macros.does.team', { team: names.team(part.to) });
        case 'route':
          return t('macros.does.route', { team: names.team(part.to) });
        case 'note':
          return t('macros.does.note', { text: part.text });
        case 'promise':
          return t(part.promise.business ? 'macros.does.promiseOpen' : 'macros.does.promise', { text: part.promise.text, hours: part.promise.hours });
        case 'escalate':
          return t('macros.does.escalate', { who: whom(part.escalate.to, names, t), question: part.escalate.question });
        case 'webhook':
          return t('macros.does.webhook');
        case 'assignToUser':
          return t('macros.does.me');
        case 'assignee':
          if (part.to === me.id) return t('macros.does.me');
          return part.to === null ? t('macros.does.nobody') : t('macros.does.assignee', { name: names.agent(part.to) });
        case 'addTag':
          return t('macros.does.addTag', { tag: part.tag });
        case 'removeTag':
          return t('macros.does.removeTag', { tag: part.tag });
        case 'field': {
          const field = fields.find(({ key }) => key === part.field);
          const label = words.labelOf(fields, part.field);
          if (part.to === null || part.to === undefined || part.to === '') return t('macros.does.clearField', { field: label });
          return t('macros.does.field', { field: label, value: field ? words.value(field, part.to) : String(part.to) });
        }
      }
    },
    [t, me.id, names, fields, words],
  );
}

type Target = Extract<PendingPart, { what: 'escalate' }>['escalate']['to'];

function whom(to: Target, names: ReturnType<typeof useNames>, t: ReturnType<typeof useT>): string {
  if ('tier' in to) return t('escalations.card.tier', { tier: to.tier });
  if ('lead' in to) return t('macros.does.escalate.lead');
  return 'team' in to ? names.team(to.team) : names.agent(to.agent);
}
