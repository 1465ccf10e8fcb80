import type { Choice } from '@ombud/ui';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { useT } from '../../../lib/i18n.ts';
import { useLanguageChoices } from '../../../lib/language-choices.ts';
import { useMe } from '../../../lib/session.ts';
import { useAgents, useTeams } from '../store/people.ts';
import { useKnownTags } from '../store/use-known-tags.ts';
import { priorities } from '../store/view-filters.ts';
import { channelWord, kindWord, nameOf, priorityWord, statusWord } from '../store/words.ts';
import { useTopics } from '../wrap-up/use-topics.ts';
import { cleanTag } from '../ticket/pickers.tsx';
import type { ManyKey } from './conditions.ts';

export interface Choices {
  choices: Choice[];
  onSearch?(text: string): void;
}

const asChoices = <Word extends string>(words: readonly Word[], say: (word: Word) => string): Choice[] => words.map((word) => ({ value: word, label: say(word) }));

/** What can be chosen for a condition; those chosen already are always among it, so that each has its name. */
export function useChoices(key: ManyKey, chosen: readonly (string | number)[]): Choices {
  const t = useT();
  const me = useMe();
  const agents = useAgents();
  const teams = useTeams();
  const languages = useLanguageChoices(...(key === 'language' ? chosen.map(String) : []));
  const tags = useKnownTags();
  const [typed, setTyped] = useState('');
  const people = usePeople(key, chosen, typed);
  const topics = useTopics(key === 'topic');
  const withIds = (named: readonly { id: number; name: string }[]) => named.map(({ id, name }) => ({ value: String(id), label: name }));
  switch (key) {
    case 'status':
      return { choices: asChoices(['new', 'open', 'pending', 'on_hold', 'solved', 'closed'], (word) => t(statusWord(word))) };
    case 'priority':
      return { choices: asChoices(priorities, (word) => t(priorityWord(word))) };
    case 'kind':
      return { choices: asChoices(['question', 'incident', 'problem', 'task', 'complaint', 'order'], (word) => t(kindWord(word))) };
    case 'channel':
      return { choices: asChoices(['email', 'phone', 'chat', 'form', 'letter', 'walk_in', 'api', 'web'], (word) => t(channelWord(word))) };
    case 'sla':
      return { choices: asChoices(['breached', 'at_risk'], (word) => t(`sla.condition.${word}`)) };
    case 'language':
      return { choices: languages };
    case 'brand':
      return { choices: named(withIds(me.brands), chosen, t('views.unknown')) };
    case 'assignee':
      return { choices: named([{ value: 'me', label: t('views.me') }, { value: 'none', label: t('tickets.assign.nobody') }, ...withIds(agents)], chosen, t('views.unknown')) };
    case 'team':
      return { choices: named([{ value: 'mine', label: t('views.myTeams') }, { value: 'none', label: t('tickets.assign.noTeam') }, ...withIds(teams)], chosen, t('views.unknown')) };
    case 'tag':
    case 'without_tag': {
      const own = cleanTag(typed);
      const all = [...new Set([...chosen.map(String), ...tags])].filter((tag) => tag.includes(own));
      return { choices: asChoices(own && !all.includes(own) ? [own, ...all] : all, (tag) => tag), onSearch: setTyped };
    }
    case 'topic':
      return { choices: named(withIds(topics.map(({ id, path }) => ({ id, name: path }))), chosen, t('views.unknown')) };
    case 'requester':
    case 'organization':
      return { choices: named(people, chosen, '…'), onSearch: setTyped };
  }
}

/** An id that has no name for this reader is still shown, so that it can be taken away. */
function named(choices: readonly Choice[], chosen: readonly (string | number)[], unknown: string): Choice[] {
  return [...choices, ...chosen.map(String).filter((value) => !choices.some((choice) => choice.value === value)).map((value) => ({ value, label: unknown }))];
}

function usePeople(key: ManyKey, chosen: readonly (string | number)[], typed: string): Choice[] {
  const q = typed.trim();
  const isCustomers = key === 'requester';
  const wanted = isCustomers || key === 'organization';
  const found = useQuery({
    queryKey: [isCustomers ? 'customers' : 'organizations', 'choices', q],
    queryFn: async ({ signal }): Promise<Choice[]> =>
      isCustomers
        ? (await api.get('/api/v1/customers', { query: { q, limit: 8 }, signal })).items.map(({ id, name, addresses }) => ({ value: String(id), label: nameOf({ name, address: addresses[0]?.address }) }))
        : (await api.get('/api/v1/organizations', { query: { q: q || null, limit: 8 }, signal })).items.map(({ id, name }) => ({ value: String(id), label: name })),
    enabled: wanted && (!isCustomers || q.length >= 2),
    placeholderData: (before) => before,
  });
  const known = useQueries({
    queries: (wanted ? chosen.map(Number) : []).map((id) => ({
      queryKey: [isCustomers ? 'customers' : 'organizations', 'name', id],
      queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Choice> => {
        const { name } = isCustomers ? await api.get('/api/v1/customers/{id}', { path: { id }, signal }) : await api.get('/api/v1/organizations/{id}', { path: { id }, signal });
        return { value: String(id), label: name || `#${id}` };
      },
      retry: false,
    })),
  });
  const names = known.flatMap(({ data }) => data ?? []);
  return [...names, ...(found.data ?? []).filter((choice) => !names.some(({ value }) => value === choice.value))];
}
