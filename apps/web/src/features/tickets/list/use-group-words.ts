import { useMemo } from 'react';
import { useFormats, useT } from '../../../lib/i18n.ts';
import type { Grouping, Ticket } from '../store/types.ts';
import { channelWord, kindWord, priorityWord, statusWord } from '../store/words.ts';
import type { GroupWords } from './grouping.ts';

/** What the groups of a list are called in the reader's language, and their order in it. */
export function useGroupWords(by: Grouping): GroupWords {
  const t = useT();
  const { compare } = useFormats();
  return useMemo(() => {
    const words = { status: statusWord, priority: priorityWord, channel: channelWord, kind: kindWord };
    const nameOf: GroupWords['nameOf'] = ({ key, name }) => {
      if (key !== null && by in words) return t(words[by as keyof typeof words](key as never as Ticket['status'] & Ticket['priority'] & Ticket['channel'] & Ticket['kind'])); // the key is of the list that `by` names
      return name ?? t(by === 'team' ? 'tickets.assign.noTeam' : 'tickets.assign.nobody');
    };
    return { nameOf, compare };
  }, [t, compare, by]);
}
