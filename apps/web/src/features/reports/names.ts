import type { MessageKey } from '@ombud/i18n';
import { useQuery } from '@tanstack/react-query';
import { useT } from '../../lib/i18n.ts';
import { useMe } from '../../lib/session.ts';
import { useAgents, useLanguageName, useTeams } from '../tickets/index.ts';
import { topicChoices } from './topic-choices.ts';
import type { Filter, Grouping } from './reports-search.ts';

export type NamedChoice = { value: string | number; label: string };

/** What a report can be narrowed to, with its names in the reader's language. */
export function useChoices(): Record<Grouping, NamedChoice[]> {
  const t = useT();
  const me = useMe();
  const agents = useAgents();
  const teams = useTeams();
  const languageName = useLanguageName();
  const { data: topics } = useQuery(topicChoices);
  const none = { value: 'none', label: t('reports.none') };
  const isLead = me.permissions.includes('teams.manage');
  return {
    brand: me.brands.map(({ id, name }) => ({ value: id, label: name })),
    team: isLead ? [...teams.map(({ id, name }) => ({ value: id, label: name })), none] : me.teams.map(({ id, name }) => ({ value: id, label: name })),
    assignee: isLead ? [...agents.map(({ id, name }) => ({ value: id, label: name })), none] : [],
    tier: isLead ? [1, 2, 3].map((tier) => ({ value: tier, label: t('reports.tier', { tier }) })) : [],
    topic: [...(topics ?? []), none],
    channel: (['email', 'phone', 'chat', 'form', 'letter', 'walk_in', 'api', 'web'] as const).map((value) => ({ value, label: t(`tickets.channel.${value}`) })),
    language: [...['da', 'de', 'en', 'es', 'fi', 'fr', 'nb', 'pl', 'sv'].map((value) => ({ value, label: languageName(value) })), none],
    kind: (['question', 'incident', 'problem', 'task', 'complaint', 'order'] as const).map((value) => ({ value, label: t(`tickets.kind.${value}`) })),
  };
}

/** What a row of a breakdown is called. */
export function useRowName(): (by: Grouping, value: string | null, label: string | null) => string {
  const t = useT();
  const languageName = useLanguageName();
  return (by, value, label) => {
    if (value === null) return t('reports.none');
    if (by === 'channel') return t(`tickets.channel.${value}` as MessageKey); // a closed list, each with a text
    if (by === 'kind') return t(`tickets.kind.${value}` as MessageKey); // as well
    if (by === 'language') return languageName(value);
    return by === 'tier' ? t('reports.tier', { tier: Number(value) }) : (label ?? `#${value}`);
  };
}

/** The filter in words: "Billing · Phone". */
export function useFilterWords(): (filter: Filter) => string {
  const choices = useChoices();
  return (filter) => (Object.entries(filter) as [Grouping, string | number][]).map(([name, value]) => choices[name].find((choice) => choice.value === value)?.label ?? `#${value}`).join(' · '); // the keys that the type has
}
